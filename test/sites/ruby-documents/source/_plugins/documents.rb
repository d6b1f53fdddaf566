module Made
  # Posts without a file, and one whose file lies elsewhere.
  class Posts < Jekyll::Generator
    def generate(site)
      posts = site.collections["posts"]
      %w(alpha beta).each_with_index do |name, index|
        path = site.in_source_dir("_posts/2024-05-0#{index + 1}-#{name}.md")
        post = Jekyll::Document.new(path, { :site => site, :collection => posts })
        post.data["title"] = name.capitalize
        post.data["date"] = Time.utc(2024, 5, index + 1)
        post.data["feed"] = [post.data["draft"], post.data["categories"], post.basename, post.relative_path, post.extname].inspect
        post.content = "Text of *#{name}*"
        posts.docs << post
      end
      read = Jekyll::Document.new(site.in_source_dir("kept/2024-06-01-read.md"), :site => site, :collection => posts)
      read.read
      read.data["seen"] = [read.data["slug"], read.data["ext"], read.content, read.date.year].inspect
      posts.docs << read
    end
  end
end

Jekyll::Hooks.register :posts, :post_init do |post|
  post.data["begun"] = post.basename_without_ext
end
