require "nokogiri"

# A page as a whole, after it has been rendered.
Jekyll::Hooks.register :pages, :post_render do |page|
  next unless page.output_ext == ".html"

  doc = Nokogiri::HTML(page.output)
  doc.css("a:not(.inner)").each { |link| link.set_attribute("target", "_blank") }
  doc.css("h2[id], h3[id]").each do |heading|
    anchor = Nokogiri::XML::Node.new("a", doc)
    anchor["href"] = "##{heading["id"]}"
    anchor.content = "§ & more"
    heading.add_child(anchor)
  end
  doc.at_css("body").prepend_child("<p class=\"first\">put <b>first</b></p>")
  doc.at("head title").content = "#{doc.title} (#{doc.css("a").size})"
  page.output = doc.to_html
end

# A piece of a page.
Jekyll::Hooks.register :posts, :post_convert do |post|
  piece = Nokogiri::HTML::DocumentFragment.parse(post.content)
  piece.css("img").each { |image| image.wrap("<figure></figure>") }
  piece.css("em").each { |em| em.replace("<i>#{em.inner_html}</i>") }
  piece.css("del").remove
  piece.css("p").each_with_index do |paragraph, index|
    paragraph.add_class("p#{index}")
    paragraph.add_next_sibling("<hr>") if paragraph.next_element.nil?
  end
  piece.css("code").each { |code| code.name = "tt" }
  piece.css("blockquote p").each { |paragraph| paragraph.inner_html = "<span>#{paragraph.text}</span>" }
  post.content = piece.to_html
end

# Walks over the nodes beside a node, which are joined where one is taken away.
module Walked
  def walked(html)
    piece = Nokogiri::HTML.fragment(html)
    heading = piece.at_css("h2")
    after = []
    node = heading
    after << node.name while (node = node.next_sibling)
    last = piece.children.last
    seen = [after, last.previous.name, last.previous_element.name, heading.previous_element, heading.previous&.text, last.next_element, last.next]
    piece.at_css("hr").remove
    heading.next_element.before("<u>put</u>")
    heading.add_next_sibling(piece.at_css("i"))
    "#{seen.inspect} #{piece.to_html}"
  end
end
Liquid::Template.register_filter(Walked)

module Seen
  def seen(html)
    piece = Nokogiri::HTML.fragment(html)
    first = piece.at_css("p")
    [
      piece.xpath(".//a").size, piece.xpath("//a[@href]").map { |link| link["href"] }.join(","), piece.search("p > a").size,
      first.parent.name, first.children.map(&:name).join(","), first.next_element&.name, first.previous_sibling.inspect,
      first.element?, first.children.first.text?, piece.css("a").first.attributes.keys, piece.css("a").map(&:text).join("|"),
      first.classes, first.key?("class"), first.at_css("b")&.ancestors&.map(&:name).inspect, piece.css("none").empty?, piece.text.strip.size,
      piece.css("a").attr("href").to_s, first.css("a, b").map(&:name), Nokogiri::HTML("<p>x").at_xpath("/html/body/p").text
    ].inspect
  end
end
Liquid::Template.register_filter(Seen)
