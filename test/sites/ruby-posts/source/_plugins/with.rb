module Jekyll
  class Document
    def related_posts_with(tag) = related_posts.select { |post| post.data["tags"].include?(tag) }
  end
end

module RelatedWith
  def related_with(url, tag)
    site = @context.registers[:site]
    site.posts.docs.find { |post| post.url == url }.related_posts_with(tag).map(&:url).join(" ")
  end
end
Liquid::Template.register_filter(RelatedWith)
