# frozen_string_literal: true

module Utterson
  # The methods of Jekyll and kramdown that files may replace.
  module Replaceable
    # By what the program calls that.
    METHODS = {
      "related_posts" => [Jekyll::Document, :related_posts],
      "write" => [Jekyll::Page, :write],
      "markdown" => [Jekyll::Converters::Markdown, :convert],
      "kramdown" => [Jekyll::Converters::Markdown::KramdownParser, :convert],
    }.freeze
    # By the kinds of elements that they write.
    ELEMENTS = Kramdown::Converter::Html::ELEMENTS.to_h { |name| [name, [Kramdown::Converter::Html, :"convert_#{name}"]] }.freeze
    ALL = METHODS.merge(ELEMENTS).freeze

    class << self
      def current = ALL.transform_values { |type, name| type.instance_method(name) }
      def own?(what, method) = method.source_location == OWN.fetch(what).source_location

      # What the program has to ask Ruby code for. Elements are written in conversions by kramdown.
      def changed
        methods = METHODS.filter_map { |what, (type, name)| what unless own?(what, type.instance_method(name)) }
        elements.empty? ? methods : methods | ["kramdown"]
      end

      # The kinds of elements that a converter writes in ways of its own.
      def elements(type = Kramdown::Converter::Html)
        ELEMENTS.filter_map { |what, (_, name)| what unless own?(what, type.instance_method(name)) }
      end

      # Whether files have replaced how kramdown converts the Markdown of the site.
      def kramdown? = changed.include?("kramdown") && Utterson.site.config["markdown"].to_s.downcase == "kramdown"

      # Undoes what a file has replaced that turned out not to run here.
      def restore(methods)
        now = current
        ALL.each do |what, (type, name)|
          type.define_method(name, methods[what]) unless now[what].source_location == methods[what].source_location
        end
      end
    end

    OWN = current.freeze
  end
end
