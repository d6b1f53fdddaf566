module Own
  def truncate(text, length) = super(text.to_s.upcase, length, "--")
  def hash(text) = text.to_s.sum
  def day(date) = time(date).strftime("%e|%Y")
  def newest(list) = list.max_by { |one| Gem::Version.new(one) }
  def number(text) = Liquid::Utils.to_number(text).class.name
  def marked(text) = text =~ /a/ ? "a" : "no a"
end
Liquid::Template.register_filter(Own)
module Jekyll::Filters
  def date_to_string(date) = time(date).strftime("%e %b %Y").strip
end
class Twice < Liquid::Block
  def initialize(name, markup, tokens)
    super
    @body = tokens
  end
  def render(context) = @body.render(context).strip * 2
end
Liquid::Template.register_tag("twice", Twice)
class Others < Liquid::Tag
  def render(context)
    tags = context["site"]["tags"]
    "#{tags["red"].length} #{tags["none"].length} #{context.registers[:site].tags["none"].inspect}"
  end
end
Liquid::Template.register_tag("others", Others)
