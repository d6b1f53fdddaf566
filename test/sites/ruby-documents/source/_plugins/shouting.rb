class Jekyll::Converters::Markdown::Shouting
  def initialize(config)
    @baseurl = config["markdown"]
  end

  def convert(content)
    "#{Kramdown::Document.new(content).to_html.upcase}<!-- #{@baseurl} -->"
  end
end

module GuideFiles
  def guide_files(_input)
    guides = @context.registers[:site].collections["guides"]
    [guides.entries.reject { |path| path.start_with?(".") }.sort, guides.exists?, guides.collection_dir("x").split("/").last(2)].inspect
  end
end
Liquid::Template.register_filter(GuideFiles)
