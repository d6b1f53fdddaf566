module Dates
  def parsed(text)
    Jekyll::Utils.parse_date(text, "No date here.").strftime("%FT%T%:z")
  rescue Jekyll::Errors::InvalidDateError => e
    "#{e.class}: #{e.message}"
  end
end
Liquid::Template.register_filter(Dates)

Jekyll::Hooks.register :site, :post_read do |site|
  site.pages.each { |page| page.data["modified"] = Jekyll::Utils.parse_date("2013-05-25") }
end
