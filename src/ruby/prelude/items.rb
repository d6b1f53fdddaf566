# frozen_string_literal: true

# Pages and documents.
module Jekyll
  # What pages and documents have in common.
  module Rendered
    include Utterson::Numbered

    def self.included(base)
      base.extend(Utterson::Numbered::ForNumber)
    end

    %w(data content output).each do |name|
      define_method(name) { held(name) }
      define_method("#{name}=") { |value| change(name, value) }
    end

    def site = Utterson.site
    def [](key) = data[key.to_s]
    def url = own("url")
    def path = fixed("path")
    def relative_path = fixed("relative_path")
    def extname = own("extname")
    def output_ext = own("output_ext")
    def type = fixed("type").to_sym
    def to_liquid = Utterson.ask("view", utterson_number)
    def write? = own("write?")
    def published? = own("published?")
    def permalink = own("permalink")
    def destination(_base = nil) = own("destination")
    def asset_file? = own("asset_file?")
    def yaml_file? = %w(.yaml .yml).include?(extname)
    def sass_file? = %w(.sass .scss).include?(extname)
    def coffeescript_file? = extname == ".coffee"
  end

  class Document
    include Rendered
    include Comparable

    DATE_FILENAME_MATCHER = %r!^(?>.+/)*?(\d{2,4}-\d{1,2}-\d{1,2})-([^/]*)(\.[^.]+)$!
    YAML_FRONT_MATTER_REGEXP = %r!\A(---\s*\n.*?\n?)^((---|\.\.\.)\s*$\n?)!m
    DATELESS_FILENAME_MATCHER = %r!^(?:.+/)*(.*)(\.[^.]+)$!

    # A document of a file that the site may not have. Its data is the program's from the beginning.
    def initialize(path, relations = {})
      @path = path.to_s
      @collection = relations[:collection] || Utterson.unsupported("a Jekyll::Document without a collection")
      utterson_number
    end

    # What its file holds.
    def read(_options = {})
      Utterson.ask("read_document", utterson_number)
      %w(data content output).each { |name| Utterson::Held.forget(self, name) }
    end

    def date = data["date"] || own("date")
    def id = own("id")
    def collection = fixed("collection")
    def basename = File.basename(path)
    def basename_without_ext = File.basename(path, ".*")
    def cleaned_relative_path = fixed("cleaned_relative_path")
    def next_doc = property("next_doc")
    def previous_doc = property("previous_doc")
    alias next next_doc
    alias previous previous_doc
    def draft? = own("draft?")
    def to_s = output || content || "NO CONTENT"
    def inspect = "#<#{self.class} #{relative_path} collection=#{collection.label}>"

    def excerpt
      Utterson.unsupported("Document#excerpt") if data["excerpt"].nil?
      data["excerpt"]
    end

    def <=>(other)
      return unless other.respond_to?(:data)

      order = data["date"] <=> other.data["date"]
      order.nil? || order.zero? ? path <=> other.path : order
    end

    def merge_data!(other, source: "YAML front matter")
      Utils.deep_merge_hashes!(data, other)
      data
    end

    def respond_to_missing?(name, include_private = false) = data.key?(name.to_s) || super

    def method_missing(name, *args)
      return super unless data.key?(name.to_s)

      Jekyll.logger.warn("Deprecation:", "Document##{name} is now a key in the #data hash.")
      Jekyll.logger.warn("", "Called by #{caller(1..1)[0]}.")
      data[name.to_s]
    end

    private

    def utterson_parts = ["document", { "path" => @path, "collection" => @collection }]
  end

  # What writes pages. Files may replace it, for all pages or in classes of their own.
  module Convertible
    class << self
      # Whether the program writes pages now: it asks for what replaces this only.
      attr_accessor :writing
    end

    # What the site does not know is removed from the destination, and what it knows is written by the program. So this does nothing,
    # but for what takes its place.
    def write(base)
      return unless Convertible.writing

      path = destination(base)
      FileUtils.mkdir_p(File.dirname(path))
      File.binwrite(path, output.to_s)
    end
  end

  class Page
    include Rendered
    include Convertible

    HTML_EXTENSIONS = %w(.html .xhtml .htm).freeze
    # What Jekyll itself wants to know of the data of a page.
    ASKED = %w(layout permalink render_with_liquid).freeze
    private_constant :ASKED

    class << self
      # Whether files have methods for pages, which may use the variables of one.
      attr_accessor :reopened

      def for_number(number)
        super.tap { |page| page.utterson_find(reopened) }
      end
    end

    def utterson_find(knows_itself)
      @utterson_found = true
      return unless knows_itself

      @site = site
      @base = site.source
      @dir, @name = %w(source_directory name).map { |fact| fixed(fact) }
    end

    attr_writer :dir
    attr_accessor :pager

    def initialize(site, base, dir, name)
      @site = site
      @base = base
      @dir = dir
      @name = name
      process(name)
      read_yaml(File.join(base, dir), name)
      data.default_proc = proc { |_, key| site.frontmatter_defaults.find(relative_path, type, key) }
    end

    def name
      @name || own("name")
    end
    attr_writer :name

    def ext
      @ext || own("extname")
    end
    attr_writer :ext
    alias extname ext

    def basename
      @basename || own("basename")
    end
    attr_writer :basename

    def process(name)
      return unless name

      @ext = File.extname(name)
      @basename = name[0..-@ext.length - 1].gsub(%r!\.*\z!, "")
    end

    # Jekyll too goes on without a file that it cannot read.
    def read_yaml(base, name, _options = {})
      path = Jekyll.sanitized_path(Utterson.site.source, File.join(base.to_s, name.to_s))
      raise ::Errno::EISDIR, path if File.directory?(path)

      File.open(path) { @data, @content = Utterson.ask("front_matter", path) }
      @data ||= {}
    rescue ::SystemCallError => e
      Jekyll.logger.warn("Error reading file #{path}: #{e.message}")
      raise if Utterson.site.config["strict_front_matter"]

      @data ||= {}
    end

    # Until the program knows it, a page keeps its own data and content.
    def data
      numbered? ? with_defaults(super) : (@data ||= {})
    end

    def data=(value)
      numbered? ? super : (@data = value)
    end

    def content = numbered? ? super : @content
    def content=(value)
      numbered? ? super : (@content = value)
    end

    def output = numbered? ? super : @output
    def output=(value)
      numbered? ? super : (@output = value)
    end

    def dir
      return @dir unless numbered?

      own("dir")
    end

    # A page that Ruby code has made knows this without the program.
    def type = :pages
    def relative_path = found? ? super : File.join(*[@dir, @name].compact.map(&:to_s)).squeeze("/").delete_prefix("/")
    def path = found? ? super : data.fetch("path") { relative_path }
    def html? = HTML_EXTENSIONS.include?(output_ext)
    def index? = basename == "index"
    def template = own("template")
    def url_placeholders = { :path => @dir, :basename => basename, :output_ext => output_ext }
    def inspect = "#<#{self.class} @relative_path=#{relative_path.inspect}>"

    # Old files render their pages themselves, and add them to the site too, which then renders them again: from the text that was
    # converted first.
    def render(_layouts, _payload)
      Utterson.ask("rendered", utterson_number)
      %w(data content output).each { |name| Utterson::Held.forget(self, name) }
    end

    private

    def numbered? = !@utterson_number.nil?

    # Whether the page is the program's, which has read it.
    def found? = !@utterson_found.nil?

    # The page of a file has the defaults; for one that Ruby code has made, that code says which.
    def with_defaults(data)
      return data unless found?

      data.default_proc ||= begin
        defaults = Utterson.ask("get", utterson_number, "defaults")
        proc { |_, key| defaults[key] }
      end
      data
    end

    # What the program makes a page from.
    def utterson_parts
      facts = { "dir" => @dir.to_s, "name" => @name.to_s, "ext" => @ext.to_s, "data" => @data || {}, "content" => @content }
      facts["url"] = %i(url url_placeholders template).any? { |name| overrides?(name) }
      facts["destination"] = overrides?(:destination)
      facts["basename"] = @basename
      facts["writes"] = Utterson::Writing.replaced?(self)
      ["page", facts.merge("defaults" => defaults_of_its_own, "implied" => implied)]
    end

    # The path and the type whose defaults its data has.
    def defaults_of_its_own
      Utterson::FrontMatterDefaults.watch { @data["no key has this name"] }.last if @data&.default_proc
    end

    # What its data answers of its own to Jekyll, by the keys that it does not have.
    def implied
      return {} unless @data&.default_proc

      (ASKED - @data.keys).to_h { |key| [key, own_answer(key)] }.compact
    end

    def own_answer(key)
      answer, asked = Utterson::FrontMatterDefaults.watch { @data[key] }
      answer.nil? || asked.nil? ? answer : @data[key]
    end

    def overrides?(name) = method(name).owner != Page && method(name).owner != Rendered

    public

    # What the program asks of a page whose class has a part in it.
    def utterson_url
      return url if overrides?(:url)

      URL.new(:template => template, :placeholders => url_placeholders, :permalink => permalink).to_s
    end

    def utterson_number
      return @utterson_number if @utterson_number

      number = super
      Utterson::Held.put(self, "data", @data || {})
      Utterson::Held.put(self, "content", @content)
      number
    end
  end

  class PageWithoutAFile < Page
    def read_yaml(*)
      @data ||= {}
    end
  end
end
