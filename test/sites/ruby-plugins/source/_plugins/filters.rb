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
Liquid::Template.register_filter(TextFilters)
