# The lines of an included file, numbered.
class Numbered < Jekyll::Tags::IncludeTag
  def initialize(name, markup, tokens)
    @first = markup[%r!first=(\d+)!, 1].to_i
    super(name, markup.sub(%r!\s*first=\d+!, ""), tokens)
  end

  def read_file(path, context)
    super.lines.each_with_index.map { |line, index| "#{@first + index}: #{line}" }.join
  end
end

class Beside < Jekyll::Tags::IncludeRelativeTag
  def render(context)
    "[#{super.strip}]"
  end
end

Liquid::Template.register_tag("numbered", Numbered)
Liquid::Template.register_tag("beside", Beside)
