# frozen_string_literal: true

module Utterson
  # The methods of Jekyll that files may replace, by what the program calls that.
  module Replaceable
    METHODS = {
      "related_posts" => [Jekyll::Document, :related_posts],
      "write" => [Jekyll::Page, :write],
      "markdown" => [Jekyll::Converters::Markdown, :convert],
      "kramdown" => [Jekyll::Converters::Markdown::KramdownParser, :convert],
    }.freeze

    class << self
      def current = METHODS.transform_values { |type, name| type.instance_method(name) }
      def changed = current.reject { |what, method| own?(what, method) }.keys
      def own?(what, method) = method.source_location == OWN.fetch(what).source_location

      # Whether the Markdown of the site goes through a `convert` of kramdown that files have replaced.
      def kramdown? = !own?("kramdown", current["kramdown"]) && Utterson.site.config["markdown"].to_s.downcase == "kramdown"

      # Undoes what a file has replaced that turned out not to run here.
      def restore(methods)
        now = current
        METHODS.each do |what, (type, name)|
          type.define_method(name, methods[what]) unless now[what].source_location == methods[what].source_location
        end
      end
    end

    OWN = current.freeze
  end
end
