# frozen_string_literal: true

# What tags and filters are written with.
module Liquid
  TagAttributes = %r!(\w+)\s*:\s*((?-mix:(?-mix:"[^"]*"|'[^']*')|(?:[^\s,|'"]|(?-mix:"[^"]*"|'[^']*'))+))!o
  QuotedString = %r!"[^"]*"|'[^']*'!
  QuotedFragment = %r!#{QuotedString}|(?:[^\s,|'"]|#{QuotedString})+!o
  VariableSignature = %r!\(?[\w\-.\[\]]\)?!
  TagStart = %r!{%!
  TagEnd = %r!%}!
  VariableStart = %r!{{!
  VariableEnd = %r!}}!
  VERSION = "4.0.4"

  class Error < ::StandardError; end
  class ArgumentError < Error; end
  class SyntaxError < Error; end
  class ContextError < Error; end

  class Tag
    attr_reader :tag_name, :line_number, :parse_context, :nodelist
    alias options parse_context

    def self.parse(tag_name, markup, _tokenizer, parse_context) = new(tag_name, markup, parse_context)

    def initialize(tag_name, markup, parse_context)
      @tag_name = tag_name
      @markup = markup
      @parse_context = parse_context
      @line_number = parse_context.line_number if parse_context.respond_to?(:line_number)
    end

    def parse(_tokens); end
    def raw = "#{@tag_name} #{@markup}"
    def name = self.class.name.downcase
    def render(_context) = ""
    def blank? = false
  end

  # What is between the tags of a block. The program has parsed it.
  class BlockBody
    def initialize(number)
      @number = number
    end

    def render(context) = Utterson.ask("body", @number, context.utterson_number)
    def nodelist = Utterson.unsupported("Liquid::BlockBody#nodelist")
  end

  class Block < Tag
    # In Liquid, too, a block gets its body after it has been made.
    def utterson_parse(number)
      @body = BlockBody.new(number)
    end

    def render(context) = @body.render(context)
    def block_name = @tag_name
    def block_delimiter = "end#{block_name}"
    def nodelist = Utterson.unsupported("Liquid::Block#nodelist")
    def unknown_tag(*) = Utterson.unsupported("Liquid::Block#unknown_tag")
    def render_all(*) = Utterson.unsupported("Liquid::Block#render_all")
    def blank? = false
  end

  module Utils
    class << self
      def to_number(value)
        case value
        when ::Float then BigDecimal(value.to_s)
        when ::Numeric then value
        when ::String then number_in(value.strip)
        else value.respond_to?(:to_number) ? value.to_number : 0
        end
      end

      def to_date(value)
        return value if value.respond_to?(:strftime)
        return Time.at(value) if value.is_a?(::Integer)

        date_in(value.downcase) if value.is_a?(::String) && !value.empty?
      rescue ::ArgumentError
        nil
      end

      private

      def number_in(text)
        case text
        when /\A-?\d+\.\d+\z/ then BigDecimal(text)
        when /\A-?\d+\z/ then Integer(text, 10)
        else 0
        end
      end

      def date_in(text)
        case text
        when "now", "today" then Time.now
        when /\A\d+\z/ then Time.at(text.to_i)
        else Time.parse(text)
        end
      end
    end
  end

  # What a tag is parsed with. Its tokens stay with the program.
  ParseContext = Struct.new(:line_number) do
    def [](_key) = nil
    def error_mode = :lax
    def shift(*) = Utterson.unsupported("reading tokens in a tag")
  end

  class Drop
    attr_writer :context

    def to_liquid = self
    def to_s = self.class.name
    def inspect = self.class.name
    def key?(_name) = true
    def liquid_method_missing(_name) = nil

    def invoke_drop(name)
      visible = self.class.invokable_methods
      visible.include?(name.to_s) ? public_send(name) : liquid_method_missing(name)
    end
    alias [] invoke_drop

    def self.invokable_methods
      @invokable_methods ||= (public_instance_methods - Drop.public_instance_methods + [:to_liquid]).map(&:to_s)
    end
  end

  # The variables of a render of the program.
  class Context
    attr_reader :utterson_number

    def initialize(number)
      Utterson.unsupported("Liquid::Context.new") unless number.is_a?(::Integer)
      @utterson_number = number
    end

    def [](expression) = Utterson.ask("variable", @utterson_number, expression.to_s)
    def key?(name) = !self[name].nil?
    alias has_key? key?

    def []=(name, value)
      Utterson.ask("assign", @utterson_number, name.to_s, value)
    end

    def find_variable(name, *) = Utterson.ask("find", @utterson_number, name.to_s)
    def evaluate(value) = value
    def registers = @registers ||= Registers.new(self)
    def environments = [Environment.new(self, "environment")]
    def scopes = [Environment.new(self, "find")]
    def strainer = Filters.for(self)
    def invoke(name, *args) = Utterson.ask("filter", @utterson_number, name.to_s, args)
    def environment = environments.first

    def stack(new_scope = {})
      Utterson.ask("push", @utterson_number, new_scope)
      yield
    ensure
      Utterson.ask("pop", @utterson_number)
    end

    def push(scope = {}) = Utterson.ask("push", @utterson_number, scope)
    def pop = Utterson.ask("pop", @utterson_number)

    def merge(hash)
      hash.each { |name, value| self[name] = value }
    end

    # One of the places that variables come from.
    class Environment
      def initialize(context, question)
        @context = context
        @question = question
      end

      def [](name) = Utterson.ask(@question, @context.utterson_number, name.to_s)
      def key?(name) = !self[name].nil?
      alias has_key? key?

      def []=(name, value)
        Utterson.ask("assign", @context.utterson_number, name.to_s, value)
      end
    end

    class Registers
      def initialize(context)
        @context = context
        @own = {}
      end

      def [](name)
        case name.to_sym
        when :site then Utterson.site
        when :page then @own.fetch(:page) { Utterson.ask("page", @context.utterson_number) }
        else @own[name.to_sym]
        end
      end

      def []=(name, value)
        @own[name.to_sym] = value
      end

      def key?(name) = %i(site page).include?(name.to_sym) || @own.key?(name.to_sym)
      alias has_key? key?
      def fetch(name, *default) = key?(name) ? self[name] : @own.fetch(name.to_sym, *default)
      def dig(name, *rest) = rest.empty? ? self[name] : self[name]&.dig(*rest)
    end
  end

  class Template
    class << self
      def register_tag(name, type) = Utterson::Registered.tag(name.to_s, type)
      def register_filter(type) = Utterson::Registered.filters(type)
      def tags = Utterson.unsupported("Liquid::Template.tags")
      def parse(text, _options = {}) = new(text.to_s)
      def error_mode = :lax
      def file_system = Utterson.unsupported("Liquid::Template.file_system")
    end

    def initialize(text)
      @text = text
    end

    def render(variables = {}, options = {}) = run(variables, options, false)
    def render!(variables = {}, options = {}) = run(variables, options, true)

    private

    def run(variables, options, strict)
      return Utterson.ask("render_in", @text, variables.utterson_number) if variables.is_a?(Context)

      filters = Array(options.is_a?(::Hash) ? options[:filters] : nil)
      unknown = filters - [Jekyll::Filters, *Utterson::Registered.modules]
      Utterson.unsupported("the filters #{unknown.join(", ")} of one render") unless unknown.empty?
      Utterson.ask("render", @text, variables, strict)
    end
  end

  # The filters of the program, for modules and tags that include them.
  module StandardFilters
  end
end

module Jekyll
  module Filters
    module URLFilters; end
    module GroupingFilters; end
    module DateFilters; end

    include URLFilters
    include GroupingFilters
    include DateFilters

    private

    # Filters of files call it too.
    def time(input)
      date = Liquid::Utils.to_date(input)
      return date.to_time.dup.localtime if date.respond_to?(:to_time)

      raise Errors::InvalidDateError, "Invalid Date: '#{input.inspect}' is not a valid datetime."
    end
  end
end

module Liquid
  # An object that has all filters as methods: those of Ruby files, and the program's.
  class Filters
    include StandardFilters
    include Jekyll::Filters

    attr_reader :context

    def self.for(context)
      @last = nil unless @last&.context.equal?(context)
      @last ||= new(context)
    end

    def initialize(context)
      @context = context
      Utterson::Registered.modules.each { |type| extend(type) }
    end
  end
end

module Utterson
  # The filters that are not in Jekyll::Filters itself: those of Liquid that Jekyll has none of its own for, and those of the modules in it.
  FILTERS_OF = {
    Liquid::StandardFilters => %w(
      abs append at_least at_most capitalize ceil compact concat date default divided_by downcase escape escape_once first floor h join last
      lstrip map minus modulo newline_to_br plus prepend remove remove_first replace replace_first reverse round rstrip size slice sort_natural
      split strip strip_html strip_newlines times truncate truncatewords uniq upcase url_decode url_encode
    ),
    Jekyll::Filters::URLFilters => %w(absolute_url relative_url strip_index),
    Jekyll::Filters::GroupingFilters => %w(group_by group_by_exp),
    Jekyll::Filters::DateFilters => %w(date_to_long_string date_to_rfc822 date_to_string date_to_xmlschema),
  }.freeze

  class << self
    # The names of the program's filters.
    attr_reader :filters

    # Makes the program's filters methods of the modules that Ruby files include for them, or define them anew in.
    def define_filters(names)
      places = FILTERS_OF.flat_map { |type, own| own.map { |name| [name, type] } }.to_h
      @filters = (names - ["inspect"]).each do |name|
        type = places.fetch(name, Jekyll::Filters)
        type.define_method(name) { |*args| Utterson.ask("own_filter", @context&.utterson_number, name, args) }
      end
    end

    def own_filter?(method) = [Jekyll::Filters, *FILTERS_OF.keys].include?(method.owner) && filters.include?(method.name.to_s)
  end

  # A value of the program that templates see: a drop.
  class View
    include ::Enumerable
    include Numbered

    # What a document shows of itself follows from its own data, but for these.
    OF_OTHERS = %w(next previous excerpt).freeze
    private_constant :OF_OTHERS

    attr_reader :utterson_number

    # @param document the number of the document that it shows, if it shows one
    def initialize(number, document = nil)
      @utterson_number = number
      @document = document
    end

    def ==(other) = other.is_a?(View) && utterson_number == other.utterson_number
    alias eql? ==
    def hash = @utterson_number.hash

    def [](key) = ask_of("read", key.is_a?(::Symbol) ? key.to_s : key)
    def key?(key) = ask_of("has", key.to_s)
    alias has_key? key?
    alias include? key?
    def keys = Utterson.ask("keys", @utterson_number)
    def each(&block) = keys.map { |key| [key, self[key]] }.each(&block)
    def fetch(key, *default) = key?(key) ? self[key] : default.fetch(0)
    def dig(key, *rest) = rest.empty? ? self[key] : self[key]&.dig(*rest)
    def to_h = keys.to_h { |key| [key, self[key]] }
    alias to_hash to_h
    def merge(other) = to_h.merge(other)
    def to_liquid = self
    def to_s = Utterson.ask("text", @utterson_number)
    def to_str = to_s
    def inspect = to_s

    def []=(key, _value)
      Utterson.unsupported("changing #{key.inspect} of what templates see")
    end

    def respond_to_missing?(name, include_private = false) = key?(name) || super

    def method_missing(name, *args)
      args.empty? && key?(name) ? self[name.to_s] : super
    end

    private

    def ask_of(question, key)
      @document && !OF_OTHERS.include?(key) ? Held.send_changes_of(@document) : Held.send_changes
      Utterson.ask(question, @utterson_number, key)
    end
  end
end
