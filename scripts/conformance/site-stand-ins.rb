# Style sheets come out empty: which Sass engine Jekyll has is no question of the site.
require "jekyll"
require "jekyll-sass-converter"

[Jekyll::Converters::Scss, Jekyll::Converters::Sass].each do |converter|
  converter.define_method(:convert) { |_content| "" }
end

# Tags of a site's own Ruby code, as site-overlay.rb names them, and filters, which give back what they are given.
ENV.fetch("STAND_INS", "").scan(/(\w+): (tag|block|filter)/) do |name, kind|
  case kind
  when "tag" then Liquid::Template.register_tag(name, Class.new(Liquid::Tag) { def render(_context) = "" })
  when "block" then Liquid::Template.register_tag(name, Class.new(Liquid::Block))
  else Liquid::Template.register_filter(Module.new { define_method(name) { |input, *| input } })
  end
end
