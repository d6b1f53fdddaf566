class Jekyll::Converters::Markdown::Marked < Jekyll::Converters::Markdown::KramdownParser
  def initialize(config)
    super(config)
    @config["auto_ids"] = false
  end

  def convert(content) = super(content.gsub(/==(.+?)==/, '<mark>\1</mark>'))
end

class Boxed < Liquid::Block
  def render(context)
    site = context.registers[:site]
    html = Jekyll::Converters::Markdown::KramdownParser.new(site.config).convert(super)
    again = Jekyll::Converters::Markdown::KramdownParser.new(Jekyll.configuration).convert("*again*")
    plain = Jekyll::Converters::Markdown::KramdownParser.new("kramdown" => { "auto_ids" => false, "hard_wrap" => true }).convert("# One\n\na\nb")
    merged = Jekyll.configuration(:kramdown => { "auto_ids" => false }, "own" => 1)
    plain += Jekyll::Converters::Markdown::KramdownParser.new(merged).convert("# *Merged* #{merged["own"]} #{merged["kramdown"]["input"]}")
    "<div>#{html}</div>#{again}#{plain}"
  end
end
Liquid::Template.register_tag("boxed", Boxed)
