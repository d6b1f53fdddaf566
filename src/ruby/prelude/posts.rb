# frozen_string_literal: true

# What files may replace of Jekyll's ways: which files are posts, which posts are related to one, and how pages are written.
module Jekyll
  # The program reads posts. What it asks for is the pattern that the names of their files match.
  class PostReader
    attr_reader :site

    def initialize(site)
      @site = site
    end

    def read_posts(dir) = read_publishable(dir, "_posts", Document::DATE_FILENAME_MATCHER)
    def read_drafts(dir) = read_publishable(dir, "_drafts", Document::DATELESS_FILENAME_MATCHER)
    def read_publishable(_dir, _folder, pattern) = throw(:utterson_pattern, pattern)
  end

  class Document
    RELATED_POSTS = 10
    private_constant :RELATED_POSTS

    # The newest other posts.
    def related_posts = (site.posts.docs.last(RELATED_POSTS + 1).reverse - [self]).first(RELATED_POSTS)
  end
end

module Utterson
  # How the names of posts are read.
  module PostNames
    READERS = { "posts" => :read_posts, "drafts" => :read_drafts }.freeze
    OWN_READERS = READERS.values.to_h { |name| [name, Jekyll::PostReader.instance_method(name)] }.freeze
    OWN_DATED = Jekyll::Document::DATE_FILENAME_MATCHER
    OWN_DATELESS = Jekyll::Document::DATELESS_FILENAME_MATCHER

    class << self
      # Stops a file that makes more of it than another pattern.
      def check
        READERS.each_key { |kind| pattern(kind) }
      rescue ::Exception
        OWN_READERS.each { |name, own| Jekyll::PostReader.define_method(name, own) }
        raise
      end

      def changed?
        return true unless OWN_DATED.equal?(Jekyll::Document::DATE_FILENAME_MATCHER) && OWN_DATELESS.equal?(Jekyll::Document::DATELESS_FILENAME_MATCHER)

        OWN_READERS.any? { |name, own| Jekyll::PostReader.instance_method(name).source_location != own.source_location }
      end

      # Whether a file of a folder is one of the posts or drafts.
      def include?(kind, path) = !pattern(kind).match(path).nil?

      # The parts of a path: the date, the slug and the extension; the last two; or nil.
      def parts(path)
        (Jekyll::Document::DATE_FILENAME_MATCHER.match(path) || Jekyll::Document::DATELESS_FILENAME_MATCHER.match(path))&.captures
      end

      private

      def pattern(kind)
        catch(:utterson_pattern) do
          Jekyll::PostReader.new(nil).public_send(READERS.fetch(kind), "")
          Utterson.unsupported("a change of Jekyll::PostReader##{READERS.fetch(kind)} that does more than name a pattern")
        end
      end
    end
  end

  # What writes pages.
  module Writing
    class << self
      def replaced?(page) = !Replaceable.own?("write", page.method(:write))

      def write(page)
        Jekyll::Convertible.writing = true
        page.write(Utterson.site.dest)
      ensure
        Jekyll::Convertible.writing = false
      end
    end
  end
end
