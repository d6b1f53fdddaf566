# frozen_string_literal: true

# kramdown: the program converts. Ruby files may write elements of some kinds themselves, in classes made of the converter or by changing it.
module Kramdown
  Error = Class.new(::RuntimeError)

  class Element
    CATEGORY = {
      :block => %i(blank p header blockquote codeblock ul ol li dl dt dd table td hr),
      :span => %i(text a br img codespan footnote em strong entity typographic_sym smart_quote abbreviation),
    }.flat_map { |category, types| types.map { |type| [type, category] } }.to_h.freeze
    # Those whose value is a symbol.
    NAMED = %i(typographic_sym smart_quote).freeze
    private_constant :NAMED

    class << self
      def category(element) = CATEGORY[element.type] || element.options[:category]

      # The element that the program has packed.
      def utterson_unpack((number, type, value, attributes, options, children))
        options = options.transform_keys(&:to_sym)
        options[:ial] = options[:ial].transform_keys(&:to_sym) if options[:ial]
        element = new(type.to_sym, utterson_value(type.to_sym, value), attributes, options)
        element.utterson_number = number
        element.children = children.map { |child| utterson_unpack(child) }
        element
      end

      private

      def utterson_value(type, value)
        case value
        when ::Array then Utils::Entities::Entity.new(*value)
        when ::String then NAMED.include?(type) ? value.to_sym : value
        end
      end
    end

    attr_accessor :type, :value, :children
    attr_writer :utterson_number

    def initialize(type, value = nil, attr = nil, options = nil)
      @type = type
      @value = value
      @attr = attr
      @options = options
      @children = []
    end

    def attr = @attr ||= {}
    def options = @options ||= {}
    def block? = Element.category(self) == :block
    def span? = Element.category(self) == :span

    def utterson_pack
      value = @value.is_a?(Utils::Entities::Entity) ? nil : @value&.to_s
      [@utterson_number, type.to_s, value, attr.to_h { |key, one| [key.to_s, one&.to_s] }, options.transform_keys(&:to_s), children.map(&:utterson_pack)]
    end
  end

  module Utils
    module Entities
      Entity = Struct.new(:code_point, :name) do
        def char = [code_point].pack("U")
      end

      def self.entity(*) = Utterson.unsupported("Kramdown::Utils::Entities.entity")
    end

    module Html
      ESCAPE_MAP = { "<" => "&lt;", ">" => "&gt;", "&" => "&amp;", '"' => "&quot;" }.freeze
      REFERENCE = /&(?:[a-zA-Z_:][\w:.-]*|#\d+|#x[a-fA-F0-9]+);/
      ESCAPE_RE_FROM_TYPE = { :all => /<|>|&/, :text => /#{REFERENCE}|<|>|&/, :attribute => /#{REFERENCE}|<|>|&|"/ }.freeze

      def escape_html(text, type = :all) = text.gsub(ESCAPE_RE_FROM_TYPE[type]) { |found| ESCAPE_MAP[found] || found }

      def html_attributes(attributes)
        attributes.reject { |key, value| value.nil? || (key == "id" && value.strip.empty?) }
          .map { |key, value| " #{key}=\"#{escape_html(value.to_s, :attribute)}\"" }.join
      end

      def entity_to_str(*) = Utterson.unsupported("Kramdown::Utils::Html#entity_to_str")
      def fix_cjk_line_break(*) = Utterson.unsupported("Kramdown::Utils::Html#fix_cjk_line_break")
    end
  end

  module Converter
    # Something of the converter that stays with the program.
    class Withheld < ::BasicObject
      def initialize(what)
        @what = what
      end

      def method_missing(*) = ::Utterson.unsupported("#{@what} of Kramdown::Converter::Html")
      def respond_to_missing?(*) = true
    end

    # The list of the headings for the table of contents, which is the program's.
    Headings = Struct.new(:converter) do
      def <<((level, id, children))
        converter.utterson_ask("addToToc", level, id.to_s, children.map(&:utterson_pack))
        self
      end
    end
    private_constant :Withheld, :Headings

    class Base
      class << self
        def convert(*) = Utterson.unsupported("#{self}.convert")
      end

      attr_reader :data, :options, :root, :warnings

      # The number of the conversion that this is a part of.
      attr_writer :utterson_number

      def initialize(root, options)
        @root = root
        @options = options
        @data = {}
        @warnings = []
      end

      def warning(text)
        @warnings << text
      end

      def in_toc?(element) = @options[:toc_levels].include?(element.options[:level]) && element.attr["class"].to_s !~ /\bno_toc\b/
      def output_header_level(level) = (level + @options[:header_offset]).clamp(1, 6)
      def generate_id(text) = utterson_ask("makeId", text)

      def basic_generate_id(text)
        text.gsub(/^[^a-zA-Z]+/, "").tr("^a-zA-Z0-9 -", "").tr(" ", "-").downcase
      end

      def extract_code_language(attributes) = attributes["class"].to_s[/\blanguage-(\S+)/, 1]

      def extract_code_language!(attributes)
        language = extract_code_language(attributes)
        return unless language

        attributes["class"] = attributes["class"].sub(/\blanguage-\S+/, "").strip
        attributes.delete("class") if attributes["class"].empty?
        language
      end

      def highlight_code(text, language, type, options = {})
        html, options[:default_lang] = utterson_ask("highlight", text, language&.to_s, type.to_s)
        html
      end

      def format_math(*) = Utterson.unsupported("Kramdown::Converter::Base#format_math")
      def smart_quote_entity(*) = Utterson.unsupported("Kramdown::Converter::Base#smart_quote_entity")
      def utterson_ask(question, *args) = Utterson.ask("kramdown_element", @utterson_number, question, *args)
    end

    class Html < Base
      include Utils::Html

      ELEMENTS = %i(
        blank text p codeblock blockquote header hr ul ol dl li dd dt html_element xml_comment xml_pi table thead tbody tfoot tr td comment
        br a img codespan footnote raw em strong entity typographic_sym smart_quote math abbreviation
      ).freeze
      HTML_ELEMENTS_WITHOUT_BODY = %w(area base br col command embed hr img input keygen link meta param source track wbr).freeze

      attr_accessor :indent

      def initialize(root, options)
        super
        @indent = 2
        @toc = Headings.new(self)
        @stack = Withheld.new("the stack")
        @footnotes = Withheld.new("the footnotes")
      end

      def convert(element, indent = -@indent) = __send__("convert_#{element.type}", element, indent)
      def inner(element, indent) = utterson_ask("inner", element.utterson_pack, indent)

      ELEMENTS.each do |name|
        define_method("convert_#{name}") { |element, indent| utterson_ask("convert", element.utterson_pack, indent) }
      end

      def format_as_span_html(name, attributes, body) = "<#{name}#{html_attributes(attributes)}>#{body}</#{name}>"

      def format_as_block_html(name, attributes, body, indent)
        "#{" " * indent}#{format_as_span_html(name, attributes, body)}\n"
      end

      def format_as_indented_block_html(name, attributes, body, indent)
        format_as_block_html(name, attributes, "\n#{body}#{" " * indent}", indent)
      end

      def add_syntax_highlighter_to_class_attr(attributes, language = nil)
        classes = "#{attributes["class"]} highlighter-#{@options[:syntax_highlighter]}".lstrip
        classes = classes.sub(/\blanguage-\S+|(^)/) { "language-#{language}#{" " if $1}" } if language
        attributes["class"] = classes
      end
    end
  end

  class Document
    attr_reader :options

    def initialize(source, options = {})
      @source = source.to_s
      @options = options
    end

    def to_html = convert_with(Converter::Html)
    def root = Utterson.unsupported("Kramdown::Document#root")
    def warnings = Utterson.unsupported("Kramdown::Document#warnings")
    def respond_to_missing?(name, include_private = false) = !converter_named(name).nil? || super

    def method_missing(name, ...)
      type = converter_named(name)
      type ? convert_with(type) : super
    end

    private

    # The class that a method such as `to_my_html` is about.
    def converter_named(name)
      return unless name.start_with?("to_")

      constant = name.to_s.delete_prefix("to_").split("_").map(&:capitalize).join
      type = Converter.const_get(constant) if constant.match?(/\A[A-Z]/) && Converter.const_defined?(constant, false)
      type if type.is_a?(::Class) && type <= Converter::Html
    end

    def convert_with(type) = Utterson::Conversions.run(type, "kramdown", @source, options.transform_keys(&:to_s))
  end
end

module Utterson
  # Conversions in progress in which Ruby files write elements.
  module Conversions
    SYMBOLS = %i(syntax_highlighter math_engine entity_output input).freeze
    @types = {}
    @converters = {}
    @last = 0

    class << self
      # Has the program convert with a class.
      #
      # @param question with its arguments, how the program does it
      def run(type, question, *args)
        elements = Replaceable.elements(type)
        return Utterson.ask(question, *args) if elements.empty?

        number = @last += 1
        @types[number] = type
        begin
          Utterson.ask(question, *args, elements.map(&:to_s), number)
        ensure
          [@types, @converters].each { |known| known.delete(number) }
          Utterson.ask("end_conversion", number)
        end
      end

      def write(number, element, indent)
        converter = @converters[number] ||= make(number)
        converter.convert(Kramdown::Element.utterson_unpack(element), indent)
      end

      private

      def make(number)
        settings = Utterson.ask("kramdown_element", number, "settings").transform_keys(&:to_sym)
        SYMBOLS.each { |name| settings[name] = settings[name]&.to_sym }
        @types.fetch(number).new(nil, settings).tap { |converter| converter.utterson_number = number }
      end
    end
  end
end
