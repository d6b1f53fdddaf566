# frozen_string_literal: true

module Utterson
  # Keeps what has been registered, with the file that did it.
  module Registered
    @things = []

    class << self
      attr_accessor :file

      def tag(name, type) = add("tag", :name => name, :block => type <= Liquid::Block, :type => type)
      # Classes of this program's own are no plugins.
      def plugin(type) = file && add("plugin", :type => type)
      def hook(owner, event, priority, block)
        add("hook", :owner => owner.to_s, :event => event.to_s, :priority => priority, :block => block)
      end

      def filters(type)
        own = type.public_instance_methods.reject { |name| Utterson.own_filter?(type.instance_method(name)) }
        add("filters", :type => type, :names => own)
        modules << type
      end

      # The program's filters that a file has defined anew. Other methods that it adds to their modules are no filters, and Jekyll's
      # come before those of Liquid.
      def changed_filters(before)
        changed = Guard.filters.reject { |name, place| place == before[name] }
        changed.group_by { |_, (type, _)| type }.each { |type, filters| add("filters", :type => type, :names => filters.map(&:first)) }
      end

      def modules = @modules ||= []
      def at(index) = @things.fetch(index)

      # Forgets what a file has registered that turned out not to run here.
      def forget(file)
        modules.reject! { |type| @things.any? { |thing| thing[:file] == file && thing[:type].equal?(type) } }
        @things.reject! { |thing| thing[:file] == file }
      end

      def describe = @things.each_with_index.flat_map { |thing, index| describe_thing(thing, index) } + describe_processors

      # What `markdown: NAME` may name: as in Jekyll, classes within that of the converter.
      def processors = Jekyll::Converters::Markdown.constants(false).map { |name| Jekyll::Converters::Markdown.const_get(name) }.select { |type| processor?(type) }

      def processor(name)
        @processors ||= {}
        @processors[name] ||= processors.find { |type| processor_name(type) == name }.new(Utterson.site.config)
      end

      # One converter or generator of each class, as in Jekyll.
      def instance(index)
        thing = at(index)
        thing[:instance] ||= thing[:type].new(Utterson.site.config)
      end

      def converters = @things.each_index.filter_map { |index| instance(index) if at(index)[:kind] == "plugin" && at(index)[:type] < Jekyll::Converter }

      private

      def add(kind, facts)
        @things << { :kind => kind, :file => file, **facts }
      end

      def processor?(type) = type.is_a?(::Class) && type.method_defined?(:convert) && type != Jekyll::Converters::Markdown::KramdownParser
      def processor_name(type) = type.name.split("::").last
      def describe_processors = processors.map { |type| { "kind" => "processor", "index" => 0, "name" => processor_name(type) } }

      def describe_thing(thing, index)
        known = { "index" => index, "kind" => thing[:kind] }
        case thing[:kind]
        when "tag" then [known.merge("name" => thing[:name], "block" => thing[:block])]
        when "filters" then describe_filters(thing, known)
        when "hook" then [known.merge(thing.slice(:owner, :event, :priority).transform_keys(&:to_s))]
        else describe_plugin(thing[:type], known)
        end
      end

      def describe_filters(thing, known)
        thing[:names].map do |name|
          parameters = thing[:type].instance_method(name).parameters
          required = parameters.count { |kind, _| kind == :req }
          optional = parameters.any? { |kind, _| kind == :rest } ? nil : parameters.count { |kind, _| %i(opt key keyrest).include?(kind) }
          known.merge("kind" => "filter", "name" => name.to_s, "required" => required, "optional" => optional)
        end
      end

      def describe_plugin(type, known)
        facts = known.merge("name" => type.name.to_s, "priority" => type.priority.to_s)
        return [facts.merge("kind" => "generator")] if type < Jekyll::Generator && type.method_defined?(:generate)
        return [] unless type < Jekyll::Converter && type.method_defined?(:convert)

        [facts.merge("kind" => "converter", "prefix" => type.highlighter_prefix, "suffix" => type.highlighter_suffix)]
      end
    end
  end
end

# What Ruby files add to Jekyll.
module Jekyll
  class Plugin
    PRIORITIES = { :low => -10, :highest => 100, :lowest => -100, :normal => 0, :high => 10 }.freeze

    class << self
      def inherited(type)
        super
        Utterson::Registered.plugin(type)
      end

      def priority(value = nil)
        @priority ||= nil
        @priority = value if value && PRIORITIES.key?(value)
        @priority || :normal
      end

      def safe(value = nil)
        @safe = value unless value.nil? || defined?(@safe) && @safe
        @safe || false
      end
    end

    def initialize(config = {}); end
  end

  Generator = Class.new(Plugin)

  class Converter < Plugin
    class << self
      def highlighter_prefix(value = nil)
        @highlighter_prefix = value if value
        @highlighter_prefix
      end

      def highlighter_suffix(value = nil)
        @highlighter_suffix = value if value
        @highlighter_suffix
      end
    end

    def initialize(config = {})
      @config = config
    end
  end

  module Converters
    # The program's converter. Ruby files may make classes of it that change its result, or change `convert` itself.
    class Markdown < Converter
      # kramdown with the options of a configuration, of which files make objects and processors of their own.
      class KramdownParser
        def initialize(config)
          @config = (config["kramdown"] || {}).dup
          @others = { "highlighter" => config["highlighter"], "encoding" => config["encoding"] }
        end

        def convert(text)
          Utterson::Conversions.run(Kramdown::Converter::Html, "convert_kramdown", text.to_s, { "kramdown" => @config, **@others })
        end
      end

      def convert(text)
        return KramdownParser.new(Utterson.site.config).convert(text) if Utterson::Replaceable.kramdown?

        Utterson.ask("convert_markdown", text.to_s)
      end

      def matches(ext) = Utterson.site.config["markdown_ext"].to_s.downcase.split(",").include?(ext.to_s.downcase.delete_prefix("."))
      def output_ext(_ext) = ".html"
    end
  end

  # A command of Ruby is not run here.
  class Command
    def self.inherited(type)
      super
      Utterson.unsupported("Jekyll::Command")
    end
  end

  module Hooks
    PRIORITY_MAP = { :low => 10, :normal => 20, :high => 30 }.freeze
    DEFAULT_PRIORITY = 20

    def self.register(owners, event, priority: DEFAULT_PRIORITY, &block)
      Array(owners).each { |owner| Utterson::Registered.hook(owner, event, priority_value(priority), block) }
    end

    # The program calls the hooks of a new page itself.
    def self.trigger(owner, event, *)
      Utterson.unsupported("Jekyll::Hooks.trigger") unless owner == :pages && event == :post_init
    end

    def self.priority_value(priority) = priority.is_a?(::Integer) ? priority : PRIORITY_MAP[priority] || DEFAULT_PRIORITY
  end
end

module Utterson
  # What the program asks of this interpreter.
  module Jobs
    MOST_CONTEXTS = 100

    @tags = {}
    @contexts = {}

    class << self
      # Runs a file, and returns what it has registered.
      def load_file(path)
        Registered.file = path
        methods = Replaceable.current
        filters = Guard.filters
        Guard.watch { require path }
        Registered.changed_filters(filters)
      rescue ::Exception
        Registered.forget(path)
        Replaceable.restore(methods)
        raise
      ensure
        Registered.file = nil
      end

      # @param provided the gems that the program has built in
      # @param environment what JEKYLL_ENV is; a file that does not find it takes it for `development`
      # @param zone the name of the site's time zone; nil if that is UTC
      def enter(folder, filters, provided, environment, zone)
        Dir.chdir(folder)
        LocalTime.use(zone) if zone
        ENV["JEKYLL_ENV"] = environment unless environment == "development"
        Utterson.define_filters(filters)
        Utterson.provided_gems.concat(provided)
        nil
      end

      # Whether a job is one of the very many while pages are rendered.
      def rendering?(job, index = nil, *)
        return Held.rendering? if job == "free_tags"
        return %w(filter make_tag render_tag read_drop convert convert_markdown write_element related_posts).include?(job) unless job == "hook"

        hook = Registered.at(index)
        hook[:owner] != "site" && hook[:event] != "post_init"
      end

      def registered = Registered.describe

      # What files have replaced of Jekyll's own ways.
      def replaced = [*("post_names" if PostNames.changed?), *Replaceable.changed]

      def post?(kind, path) = PostNames.include?(kind, path)
      def post_parts(path) = PostNames.parts(path)
      def related_posts(document) = Held.looking { document.related_posts }

      # Of the Markdown converter, if files have changed it.
      def is_markdown(extension) = markdown.matches(extension)
      def convert_markdown(text) = markdown.convert(text)
      def markdown = @markdown ||= Jekyll::Converters::Markdown.new(Utterson.site.config)

      def generate(index) = Registered.instance(index).generate(Utterson.site) && nil

      def hook(index, subjects)
        subject, payload = subjects
        block = Registered.at(index)[:block]
        return block.call(subject) && nil unless payload

        payload = Payload.new(subject)
        block.call(subject, payload)
        payload.store
        nil
      end

      def page_url(page) = page.utterson_url
      def page_destination(page) = page.destination(Utterson.site.dest)
      def write_page(page) = Writing.write(page) && nil
      def write_file(file) = file.write(Utterson.site.dest) && nil

      def clean(index, files)
        Registered.at(index)[:block].call(files)
        files
      end

      def convert(index, text) = Registered.instance(index).convert(text).to_s
      def process(name, text) = Registered.processor(name).convert(text).to_s
      def write_element(number, element, indent) = Conversions.write(number, element, indent).to_s
      def matches(index, extension) = Registered.instance(index).matches(extension) ? true : false
      def output_ext(index, extension) = Registered.instance(index).output_ext(extension)

      def filter(name, context, args)
        Liquid::Filters.for(context && context_of(context)).public_send(name, *args)
      end

      # @param number the tag's, and that of the body that the program parses for it
      def make_tag(index, name, markup, line, number)
        tag = Registered.at(index)[:type].parse(name, markup, Liquid::ParseContext.new(line), Liquid::ParseContext.new(line))
        tag.utterson_parse(number) if tag.is_a?(Liquid::Block)
        @tags[number] = tag
        nil
      end

      # Forgets tags of templates that are gone.
      def free_tags(numbers)
        numbers.each { |number| @tags.delete(number) }
        nil
      end

      def render_tag(number, context)
        output = @tags.fetch(number).render(context_of(context))
        output.is_a?(::Array) ? output.join : output.to_s
      end

      def read_drop(number, key)
        drop = Drops.at(number)
        drop.invoke_drop(key)
      end

      private

      # Contexts are kept for a while, because tags remember things in their registers.
      def context_of(number)
        context = @contexts.delete(number) || Liquid::Context.new(number)
        @contexts.shift if @contexts.length == MOST_CONTEXTS
        @contexts[number] = context
      end
    end
  end
end
