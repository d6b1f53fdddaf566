# frozen_string_literal: true

# The site, and what is in it besides pages and documents.
module Jekyll
  class StaticFile
    include Utterson::Numbered

    # Methods with which a class takes the writing of its files upon itself.
    WRITING = %i(write copy_file modified? path destination destination_rel_dir url).freeze

    class << self
      def mtimes = @mtimes ||= {}
      def reset_cache = @mtimes = nil
    end

    def initialize(site, base, dir, name, collection = nil)
      @site = site
      @base = base
      @dir = dir
      @name = name
      @collection = collection
    end

    def site = Utterson.site
    def name = @name || fixed("name")
    def path = fixed("path")
    def relative_path = fixed("relative_path")
    def extname = @name ? File.extname(@name) : fixed("extname")
    def basename = fixed("basename")
    def cleaned_relative_path = fixed("cleaned_relative_path")
    def type = fixed("type")&.to_sym
    def url = own("url")
    def destination(_base = nil) = own("destination")
    def destination_rel_dir = fixed("destination_rel_dir")
    def modified_time = fixed("modified_time")
    def mtime = modified_time.to_i
    def modified? = self.class.mtimes[path] != mtime
    def data = held("data")
    def defaults = data
    def write? = property("write?")
    def to_liquid = Utterson.ask("view", utterson_number)
    def inspect = "#<#{self.class} @relative_path=#{relative_path.inspect}>"

    # The program copies files itself. Only those whose class has a part in it are written by Ruby code.
    def write(base)
      to = destination(base)
      return false if File.exist?(to) && !modified?

      self.class.mtimes[path] = mtime
      FileUtils.mkdir_p(File.dirname(to))
      copy_file(to)
      true
    end

    private

    def copy_file(to) = FileUtils.cp(path, to)

    def utterson_parts
      writes = WRITING.any? { |name| overrides?(name) }
      facts = { "base" => @base.to_s, "dir" => @dir.to_s, "name" => @name.to_s, "collection" => @collection, "writes" => writes }
      ["file", facts.merge("destination" => overrides?(:destination) ? destination(Utterson.site.dest) : nil)]
    end

    def overrides?(name) = method(name).owner != StaticFile
  end

  class Layout
    include Utterson::Numbered

    def name = fixed("name")
    def path = fixed("path")
    def relative_path = fixed("relative_path")
    def data = held("data")
    def content = fixed("content")
    def site = Utterson.site
    def ext = File.extname(path)
  end

  class Collection
    include Utterson::Numbered

    def site = Utterson.site
    def label = fixed("label")
    def docs = held("docs")
    def files = held("files")
    def metadata = held("metadata")
    def relative_directory = fixed("relative_directory")
    def directory = fixed("directory")
    def collection_dir(*files) = File.join(directory, *files)
    def exists? = File.directory?(directory)
    def entries = exists? ? Dir.glob("**/*", File::FNM_DOTMATCH, :base => directory) : []
    def write? = property("write?")
    def to_liquid = Utterson.ask("view", utterson_number)
    def inspect = "#<#{self.class} @label=#{label} docs=#{docs}>"

    def docs=(value)
      change("docs", value)
    end

    # Lists that Jekyll passes on to the documents.
    def method_missing(name, *args, &block)
      docs.respond_to?(name) ? docs.public_send(name, *args, &block) : super
    end

    def respond_to_missing?(name, include_private = false) = docs.respond_to?(name) || super
  end

  class Site
    include Utterson::Numbered

    LISTS = %w(pages static_files).freeze
    SETTINGS = %w(safe lsi highlighter baseurl exclude include future unpublished show_drafts limit_posts keep_files).freeze

    LISTS.each do |name|
      define_method(name) { held(name) }
      define_method("#{name}=") { |value| change(name, value) }
    end
    SETTINGS.each { |name| define_method(name) { config[name] } }

    def config = held("config")
    def data = held("data")
    def posts = collections["posts"]
    def collections = held("collections")
    def layouts = held("layouts")
    def collection_names = collections.keys
    def documents = collections.values.flat_map(&:docs)
    def docs_to_write = documents.select(&:write?)
    %w(tags categories).each do |name|
      define_method(name) { Utterson::Held.once(self, name) { property(name) } }
    end
    def source = fixed("source")
    def dest = fixed("dest")
    def time = own("time")
    def permalink_style = config["permalink"].to_sym
    def to_liquid = Utterson.ask("view", utterson_number)
    def site_payload = { "site" => to_liquid, "jekyll" => { "version" => VERSION, "environment" => Jekyll.env } }
    def in_source_dir(*paths) = paths.reduce(source) { |base, path| Jekyll.sanitized_path(base, path) }
    # Those that Ruby code can see: a theme is somewhere else.
    def includes_load_paths = [in_source_dir(config["includes_dir"])]
    def in_dest_dir(*paths) = paths.reduce(dest) { |base, path| Jekyll.sanitized_path(base, path) }
    def post_attr_hash(name)
      groups = Hash.new { |hash, key| hash[key] = [] }
      posts.docs.each { |post| post.data[name]&.each { |value| groups[value] << post } }
      groups.each_value { |posts| posts.sort!.reverse! }
      groups
    end
    def converters = [Converters::Markdown.new(config), *Utterson::Registered.converters]
    def inspect = "#<#{self.class} @source=#{source}>"

    def data=(value)
      change("data", value)
    end

    def find_converter_instance(type)
      converters.find { |one| one.instance_of?(type) } || Utterson.unsupported("the converter #{type}")
    end
    alias getConverterImpl find_converter_instance

    def each_site_file(&block)
      [*pages, *static_files, *docs_to_write].each(&block)
    end
  end
end

module Utterson
  KINDS = {
    "site" => Jekyll::Site,
    "page" => Jekyll::Page,
    "document" => Jekyll::Document,
    "file" => Jekyll::StaticFile,
    "layout" => Jekyll::Layout,
    "collection" => Jekyll::Collection,
  }.freeze

  def self.site = object("site", 0)
end
