class Kramdown::Converter::LazyHtml < Kramdown::Converter::Html
  def convert_img(el, _indent) = "<img#{html_attributes({ "loading" => "lazy" }.merge(el.attr))} />"
  def convert_strong(el, indent) = format_as_span_html("b", el.attr, inner(el, indent))
end

module Lazily
  def lazily(text) = Kramdown::Document.new(text, :input => "GFM", :footnote_backlink => "&uarr;").to_lazy_html
  def plainly(text) = Kramdown::Document.new(text).to_html
end
Liquid::Template.register_filter(Lazily)
