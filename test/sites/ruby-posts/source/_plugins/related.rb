module SharedTags
  def self.included(type)
    type.class_eval { remove_method :related_posts }
  end

  def related_posts
    site.posts.docs.reject { |post| post == self || (post.data["tags"] & data["tags"]).empty? }
  end
end

module Jekyll
  class Document
    include SharedTags
  end
end
