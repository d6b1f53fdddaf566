# frozen_string_literal: true

# Jekyll's nouns. Each object stands for one of the program's, and has its number; a page that Ruby code has made gets one when the
# program needs to know it.
module Utterson
  module Numbered
    def utterson_number
      @utterson_number ||= Utterson.ask("new", *utterson_parts).tap { |number| Utterson.remember(number, self) }
    end

    # In a value that is compared with what it was, an object stands for itself: what it holds of the program is not looked at.
    def marshal_dump = @utterson_number || object_id

    def self.included(base)
      base.extend(ForNumber)
    end

    # Makes objects for numbers that the program has given out.
    module ForNumber
      def for_number(number)
        allocate.tap { |object| object.instance_variable_set(:@utterson_number, number) }
      end
    end

    private

    # A property that depends on other objects too.
    def property(name)
      Held.send_changes
      Utterson.ask("get", utterson_number, name)
    end

    # A property that depends on nothing but the object itself. It is kept until that changes, or the job ends.
    def own(name)
      number = utterson_number
      Held.send_changes_of(number)
      version = Held.version_of(number)
      @own, @own_version = {}, version unless @own_version == version
      @own.fetch(name) { @own[name] = Utterson.ask("get", number, name) }
    end

    # A property that nothing changes.
    def fixed(name)
      known = @utterson_fixed ||= {}
      known.fetch(name) { known[name] = Utterson.ask("get", utterson_number, name) }
    end

    def held(name)
      @held, @held_since = {}, Held.since unless @held_since == Held.since
      @held.fetch(name) { @held[name] = Held.fetch(self, name) { Utterson.ask("get", utterson_number, name) } }
    end

    def change(name, value)
      @held_since = nil
      return if Held.replace(self, name, value)

      Utterson.ask("set", utterson_number, name, value)
      Held.put(self, name, value)
    end
  end
end

module Jekyll
  VERSION = "4.4.1"

  class << self
    def sites = [Utterson.site]
    def env = Utterson.ask("env")
    def logger = Logger
    def configuration(override = {})
      config = Utterson.site.config
      override.empty? ? config : Utils.deep_merge_hashes(config, Utils.stringify_hash_keys(override))
    end

    def sanitized_path(base, path)
      clean = File.expand_path(path.to_s.sub(%r!\A~!, "/~"), "/")
      clean == base || clean.start_with?("#{base}/") ? clean : File.join(base, clean)
    end
  end

  class PathManager
    class << self
      def join(base, item) = File.join(base.to_s, item.to_s)
      def sanitized_path(base, path) = path.nil? ? base : Jekyll.sanitized_path(base, path)
    end
  end

  module Logger
    class << self
      %w(debug info warn error).each do |level|
        define_method(level) do |topic = nil, message = nil, &block|
          message = block.call if block
          topic, message = "", topic if message.nil?
          Utterson.ask("log", level, topic.to_s, message.to_s)
          nil
        end
      end

      def abort_with(topic, message = nil)
        raise [topic, message].compact.join(" ")
      end
    end
  end

  class URL
    def initialize(options)
      @template = options[:template]
      @placeholders = options[:placeholders] || {}
      @permalink = options[:permalink]
    end

    def to_s
      Utterson.ask("url", @permalink || @template, @placeholders.transform_keys(&:to_s))
    end
  end

  module Utils
    extend self

    def slugify(text, mode: nil, cased: false)
      return if text.nil?

      slug = Utterson.ask("slugify", text.to_s, mode.nil? || mode.to_s.empty? ? "default" : mode.to_s, cased)
      Jekyll.logger.warn("Warning:", "Empty `slug` generated for '#{text}'.") if slug.empty?
      slug
    end

    def titleize_slug(slug) = slug.split("-").map!(&:capitalize).join(" ")

    def deep_merge_hashes(first, second) = deep_merge_hashes!(first.dup, second)

    def deep_merge_hashes!(target, other)
      other.each do |key, value|
        target[key] = target[key].is_a?(::Hash) && value.is_a?(::Hash) ? deep_merge_hashes(target[key], value) : value
      end
      target
    end

    # In the time zone of the site, which is not the local one here.
    def parse_date(text, message = "Input could not be parsed.")
      Utterson.ask("parse_date", text.to_s) || raise(Errors::InvalidDateError, "Invalid date '#{text}': #{message}")
    end

    def has_yaml_header?(file) = File.open(file, "rb", &:gets) == "---\n"
    def has_liquid_construct?(text) = !text.nil? && (text.include?("{%") || text.include?("{{"))
    def stringify_hash_keys(hash) = hash.transform_keys { |key| key.to_s }
    def symbolize_hash_keys(hash) = hash.transform_keys { |key| key.respond_to?(:to_sym) ? key.to_sym : key }
    def merged_file_read_opts(_site, options) = { :encoding => "UTF-8" }.merge(options)
  end

  # Namespaces that files put their classes into.
  module Tags; end
  module Drops; end
  module Commands; end
  module LiquidExtensions; end

  module Errors
    FatalException = Class.new(::RuntimeError)
    InvalidDateError = Class.new(FatalException)
    InvalidURLError = Class.new(FatalException)
    InvalidPermalinkError = Class.new(FatalException)
    MissingDependencyException = Class.new(FatalException)
  end
end
