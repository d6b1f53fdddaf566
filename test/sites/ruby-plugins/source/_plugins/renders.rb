class Renders < Liquid::Tag
  def initialize(name, markup, tokens)
    super
    @template = Liquid::Template.parse("{{ word | shout }} {{ list | join: '-' }} {{ site.title }}")
  end

  def render(context)
    kept = context.registers[:kept] ||= []
    kept << @markup.strip
    context.stack do
      context["inner"] = "in a scope"
      @inner = context["inner"]
    end
    context["outer"] = kept.length
    site = context.registers[:site]
    [
      @template.render("word" => "made", "list" => [1, "two"]),
      Liquid::Template.parse("{{ page.title }} {{ outer }} {% year inside %}").render(context),
      Liquid::Template.parse("{{ page.name }}").render(site.site_payload.merge("page" => { "name" => "given" })),
      @inner, context["inner"].inspect, kept.inspect,
      context.environments.first["page"]["title"],
      site.pages.map(&:url).sort.join(","),
      site.collections["posts"].docs.map { |post| post.data["title"] }.inspect,
      site.static_files.map(&:relative_path).inspect,
    ].join("\n")
  end
end
Liquid::Template.register_tag("renders", Renders)
