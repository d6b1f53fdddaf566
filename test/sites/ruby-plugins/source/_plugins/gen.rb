module Jekyll
  class CategoryPage < Page
    def initialize(site, base, dir, category)
      @site = site
      @base = base
      @dir = dir
      @name = 'index.html'

      self.process(@name)
      self.read_yaml(File.join(base, '_layouts'), 'category.html')
      self.data['category'] = category
      self.data['title'] = "Category: #{category}"
    end
  end

  class CategoryGenerator < Generator
    safe true
    priority :low

    def generate(site)
      site.categories.keys.each do |category|
        site.pages << CategoryPage.new(site, site.source, File.join('categories', category), category)
      end
      site.data['counts'] = site.posts.docs.map { |p| [p.data['title'], p.content.split.size] }.to_h
      site.posts.docs.each { |post| post.data['words'] = post.content.split.size; post.data['tags'] << "gen" }
      page = PageWithoutAFile.new(site, site.source, "", "made.txt")
      page.content = "{{ site.data.counts | jsonify }} {{ 'x' | shout }}"
      page.data['layout'] = nil
      site.pages << page
    end
  end
end

Jekyll::Hooks.register :posts, :pre_render do |post, payload|
  post.content = post.content.gsub('SECRET', "s#{payload['page']['title']}")
end
Jekyll::Hooks.register [:pages, :documents], :post_render do |doc|
  doc.output << "<!-- #{doc.url} #{doc.relative_path} -->" if doc.output_ext == '.html'
end
Jekyll::Hooks.register :site, :post_read do |site|
  Jekyll.logger.info "Hello:", "#{site.pages.size} pages, #{site.posts.docs.map(&:url).inspect}"
end
