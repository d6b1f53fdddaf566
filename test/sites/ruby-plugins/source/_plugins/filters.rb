module TextFilters
  def shout(input, mark = "!")
    "#{input.upcase}#{mark}"
  end

  def site_title(input)
    @context.registers[:site].config["title"] + input.to_s
  end

  def slug_twice(input)
    slugify(input) + "-" + Jekyll::Utils.slugify(input)
  end
end
# What Jekyll has for its own use.
module Internals
  def without_front_matter(path)
    path = Jekyll::PathManager.join(@context.registers[:site].source, path)
    text = File.read(Jekyll::PathManager.sanitized_path(File.dirname(path), File.basename(path)))
    text =~ Jekyll::Document::YAML_FRONT_MATTER_REGEXP ? "#{$2}#{$1.lines.size} #{$'.strip[0, 20]}" : "none"
  end
end
Liquid::Template.register_filter(Internals)
Liquid::Template.register_filter(TextFilters)
