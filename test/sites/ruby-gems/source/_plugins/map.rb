require "rexml/document"
require "colorator"

# A map of the pages in XML, and what an XML file of the site says.
class PageMap < Jekyll::Generator
  def generate(site)
    map = REXML::Document.new << REXML::XMLDecl.new("1.0", "UTF-8")
    set = REXML::Element.new("urlset")
    set.add_attribute("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9")
    site.pages.sort_by(&:url).each do |page|
      entry = set.add_element("url")
      entry.add_element("loc").add_text("https://example.org#{page.url}?a=1&b=<ü>")
    end
    map.add_element(set)
    formatter = REXML::Formatters::Pretty.new(2)
    formatter.compact = true
    formatter.write(map, pretty = +"")
    plain = +""
    map.write(plain)
    pages = { "pretty.xml" => pretty, "plain.xml" => plain }
    pages.each do |name, text|
      page = Jekyll::PageWithoutAFile.new(site, site.source, "", name)
      page.content = text
      page.data["layout"] = nil
      site.pages << page
    end

    shelf = REXML::Document.new(File.read(File.join(site.source, "_shelf.xml")))
    site.data["shelf"] = shelf.elements.to_a("shelf/book").map do |book|
      { "title" => book.elements["title"].text, "year" => book.attributes["year"].to_i, "tags" => book.get_elements("tag").map(&:text) }
    end
    site.data["late"] = REXML::XPath.match(shelf, "//book[@year > 1900]/title").map(&:to_s)
    $stderr.puts "Map written".green if ENV["NEVER_SET"]
  end
end
