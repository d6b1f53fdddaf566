# Pages that are rendered by the generator itself, as files of the first versions of Jekyll did.
module Jekyll
  class ListIndex < Page
    def initialize(site, base, dir, kind)
      @site = site
      @base = base
      @dir = dir
      @name = "index.html"
      process(@name)
      read_yaml(File.join(base, "_layouts"), "list.html")
      data["kind"] = kind
      data["title"] = "List of #{kind}"
    end
  end

  class ListGenerator < Generator
    safe true

    def generate(site)
      site.categories.keys.each do |kind|
        index = ListIndex.new(site, site.source, File.join("lists", kind), kind)
        index.render(site.layouts, site.site_payload)
        index.data["length"] = index.output.length
        index.data["text"] = index.content
        index.write(site.dest)
        site.pages << index
      end
      site.config["tones"] = [
        site.frontmatter_defaults.find("lists/odd", :pages, "tone"),
        site.frontmatter_defaults.find("lists/odd", :posts, :tone),
        site.frontmatter_defaults.find("other", :pages, "tone"),
        site.frontmatter_defaults.all("_posts/x.md", :posts),
      ].inspect
    end
  end
end
