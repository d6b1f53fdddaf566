# What Jekyll remembers from page to page and Utterson does not, taken out of Jekyll by name: a site that differs because of
# it then comes out as Utterson builds it. docs/compatibility.md, "Made-up sites", says why each is left as it is.
CAUSES = {
  # A post without a date has one once a page or a generator has asked for it: here before either does.
  "undated" => -> { Jekyll::Hooks.register(:site, :post_read) { |site| site.posts.docs.each(&:date) } },

  # The title made of a file name without words is US-ASCII, as no other text of Jekyll's is.
  "wordless" => lambda do
    Jekyll::Utils.singleton_class.prepend(Module.new { def titleize_slug(slug) = super.encode("UTF-8") })
  end,

  # Equal texts are converted once, in the encoding of the first.
  "converted" => lambda do
    Jekyll::Converters::Markdown.define_method(:convert) do |text|
      setup
      @parser.convert(text)
    end
  end,
}.freeze
