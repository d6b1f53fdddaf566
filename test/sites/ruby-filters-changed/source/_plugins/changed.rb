module Liquid
  module StandardFilters
    alias plain_upcase upcase
    def upcase(text) = "#{plain_upcase(text)}!"
    def truncate(text, length = 5) = text[0, length]
    def where(*) = ["not this one"]
    def newly(text) = "new #{text}"
  end
end
module Jekyll
  module Filters
    def xml_escape(text) = text.to_s.gsub("&", "+")
    def where(list, key, value) = list.select { |one| one[key] == value }.reverse
    def fresh(text) = "fresh #{text}"
  end
end
module More
  include Liquid::StandardFilters
  def shout(text) = upcase(truncate(strip_html(text), 3))
end
Liquid::Template.register_filter(More)
