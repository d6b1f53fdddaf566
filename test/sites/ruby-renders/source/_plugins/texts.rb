require "kramdown"

class Kram < Liquid::Block
  def render(context)
    text = super
    [
      Kramdown::Document.new(text).to_html,
      Kramdown::Document.new("# A *b*\n\n~~gone~~\nnext line\n", input: "GFM").to_html,
      Kramdown::Document.new("# A *b*\n\na 'quote' ...\n", :auto_ids => false, :smart_quotes => "apos,apos,quot,quot").to_html,
    ].join("\n<hr>\n")
  end
end
Liquid::Template.register_tag("kram", Kram)

class Once < Liquid::Tag
  def render(context)
    site = context.registers[:site]
    path = File.join(site.source, "_includes", "once.html")
    payload = site.site_payload
    info = { :filters => [Jekyll::Filters], :registers => { :site => site, :page => payload["page"] } }
    [
      site.liquid_renderer.file(path).parse(File.read(path)).render!(payload.merge("word" => "loud"), info),
      Liquid::Template.parse("{{ word | slugify }}").render({ "word" => "A B" }, info),
    ].join("\n")
  end
end
Liquid::Template.register_tag("once", Once)
