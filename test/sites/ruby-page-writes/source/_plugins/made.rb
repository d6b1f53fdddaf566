class Named < Jekyll::Page
  def initialize(site, name)
    @site = site
    @base = site.source
    @dir = ".known"
    @basename = name
    @ext = ""
    @name = name
    @content = "by name\n"
    @data = { "layout" => nil }
  end
end

class Twice < Jekyll::PageWithoutAFile
  def write(dest)
    super
    File.write("#{destination(dest)}.copy", "copy of #{output}")
  end
end

class Makes < Jekyll::Generator
  def generate(site)
    site.pages << Named.new(site, "a.name.of.dots")
    twice = Twice.new(site, site.source, "", "twice.txt")
    twice.content = "{{ 1 | plus: 1 }}\n"
    site.pages << twice
  end
end

module Asks
  def environment(_input) = [ENV["JEKYLL_ENV"], system("which no-such-program > /dev/null 2>&1"), `command -v no-such-program 2>/dev/null`].inspect
end
Liquid::Template.register_filter(Asks)
