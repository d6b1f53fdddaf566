# Where quotes end in a text with letters of several bytes.
module Quotes
  CLOSE = %r!</blockquote>!i

  def quote_ends(text)
    from = 0
    text.scan(/<blockquote>/i).map do
      found = CLOSE.match(text, from)
      from = found.end(0)
      [found.begin(0), from].join("-")
    end.join(" ")
  end
end
Liquid::Template.register_filter(Quotes)

Jekyll::Hooks.register :site, :post_render do |site|
  site.pages.each do |page|
    ends = [1].map { [2].map { %r!</(h)(\d)>!.match(page.output).offset(2).join(" ") } }
    page.output = "#{page.output}#{ends.join}\n"
  end
end
