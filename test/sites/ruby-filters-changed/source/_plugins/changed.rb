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
module Jekyll::Filters::DateFilters
  def date_to_string(date, *) = "on #{time(date).year}"
end
module Jekyll::Filters
  def group_by(*) = "no groups"
end
module Links
  include Jekyll::Filters::URLFilters
  def linked(path) = "#{relative_url(path)} #{absolute_url(path)} #{strip_index("/a/index.html")}"
end
Liquid::Template.register_filter(Links)
module More
  include Liquid::StandardFilters
  def shout(text) = upcase(truncate(strip_html(text), 3))
end
Liquid::Template.register_filter(More)
