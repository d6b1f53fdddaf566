class P1 < Jekyll::Page
  def initialize(site, name, kind)
    @site = site; @base = site.source; @dir = "/" + name; @name = "index.html"
    process(@name)
    @data = { "title" => name }
    @data.default_proc = proc { |_, key| site.frontmatter_defaults.find(relative_path, kind, key) } if kind
  end
  def url_placeholders = { :path => @dir, :tag => @dir, :basename => basename, :output_ext => output_ext }
end
class P2 < Jekyll::Page
  def initialize(site) = super(site, site.source, "x", "missing.md")
end
class P3 < Jekyll::Page
  def initialize(site); @site=site; @base=site.source; @dir='far'; @name='a.html'; process(@name); read_yaml(File.join(@base,'_layouts'),'none.html'); self.data['title']='P3'; end
  def destination(dest) = File.join(dest, 'else', 'where.html')
end
# What its data lacks, code answers, and not always with the defaults.
class P4 < Jekyll::Page
  def initialize(site, name, &block); @site=site; @base=site.source; @dir='answers'; @name="#{name}.html"; process(@name); @data={ "title" => name }; @content="{{ page.title }} {{ page.layout }} {{ page.kind }}"; @data.default_proc = proc { |_, key| block.call(key, relative_path) }; end
end
# The file is a folder.
class P5 < Jekyll::Page
  def initialize(site); @site=site; @base=site.source; @dir='folder'; @name='a.html'; process(@name); read_yaml(@base, ""); data["title"] = "P5"; self.content = "{{ page.title }}"; end
end
class G < Jekyll::Generator
  def generate(site)
    site.pages << P4.new(site, "own") { |key, path| key == "layout" ? "p" : site.frontmatter_defaults.find(path, :tags, key) }
    site.pages << P4.new(site, "second") { |key, path| site.frontmatter_defaults.find(path, :none, key) || { "layout" => "p", "permalink" => "/answers/second/" }[key] }
    site.pages << P4.new(site, "first") { |key, path| site.frontmatter_defaults.find(path, :pages, key) || (key == "layout" ? "t" : nil) }
    site.pages << P4.new(site, "raw") { |key, _| key == "render_with_liquid" ? false : nil }
    site.pages << P5.new(site)
    site.pages << P1.new(site, "tagged", :tags) << P1.new(site, "paged", :pages) << P1.new(site, "bare", nil) << P2.new(site) << P3.new(site)
    site.pages << Jekyll::PageWithoutAFile.new(site, site.source, "w", "w.html").tap { |p| p.content = "{{ page.title }} {{ page.kind }} {{ page.path }} {% for p in site.pages %}{{ p.url }} {{ p.kind }} {{ p.layout }};{% endfor %}" }
    site.data['seen'] = site.pages.map { |p| [p.relative_path, p.path, p.data['kind'], p['layout'], p.type.to_s] }
  end
end
