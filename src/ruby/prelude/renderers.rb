# frozen_string_literal: true

# What renders texts apart from pages, and what tells of their defaults.
module Utterson
  class FrontMatterDefaults
    class << self
      # While something is watched, there are no defaults, and what is asked for is noted.
      attr_accessor :watched

      # The value of a block, and the path and the type whose defaults it asks for, if any.
      def watch
        self.watched = []
        [yield, watched.last]
      ensure
        self.watched = nil
      end
    end

    def all(path, type)
      return Utterson.ask("defaults", path.to_s, type) unless FrontMatterDefaults.watched

      FrontMatterDefaults.watched << [path.to_s, type.to_s]
      {}
    end

    def find(path, type, setting) = all(path, type)[setting]
  end

  class LiquidRenderer
    # Parses the text of a file.
    TextOf = Struct.new(:path) do
      def parse(text) = Liquid::Template.parse(text)
    end

    def file(path) = TextOf.new(path)
  end
end

module Jekyll
  class Site
    def frontmatter_defaults = Utterson::FrontMatterDefaults.new
    def liquid_renderer = Utterson::LiquidRenderer.new
  end
end
