# A second change, by a module that comes before the class.
module Marks
  def convert(content) = super(content.gsub(/==(.+?)==/, '<mark>\1</mark>'))
end
Jekyll::Converters::Markdown.prepend(Marks)

module Uses
  def made(text) = Jekyll.sites.first.find_converter_instance(Jekyll::Converters::Markdown).convert(text)
end
Liquid::Template.register_filter(Uses)
