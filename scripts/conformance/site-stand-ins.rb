# Style sheets come out empty: which Sass engine Jekyll has is no question of the site.
require "jekyll"
require "jekyll-sass-converter"

[Jekyll::Converters::Scss, Jekyll::Converters::Sass].each do |converter|
  converter.define_method(:convert) { |_content| "" }
end

# Tags of a site's own Ruby code, as site-overlay.rb names them.
ENV.fetch("STAND_INS", "").scan(/(\w+): (tag|block)/) do |name, kind|
  printing_nothing = Class.new(Liquid::Tag) { def render(_context) = "" }
  Liquid::Template.register_tag(name, kind == "block" ? Class.new(Liquid::Block) : printing_nothing)
end
