module Jekyll
  class YearTag < Liquid::Tag
    def initialize(tag_name, text, tokens)
      super
      @text = text.strip
    end

    def render(context)
      site = context.registers[:site]
      "#{@text} #{site.config['greeting']} #{context['page.title']} #{context.registers[:page]['url']} #{site.time.year}"
    end
  end

  class BoxBlock < Liquid::Block
    def initialize(tag_name, markup, tokens)
      @kind = markup.strip
      super
    end

    def render(context)
      content = super
      site = context.registers[:site]
      converter = site.find_converter_instance(::Jekyll::Converters::Markdown)
      "<div class=\"box #{@kind}\">#{converter.convert(content)}</div>"
    end
  end
end
Liquid::Template.register_tag('year', Jekyll::YearTag)
Liquid::Template.register_tag('box', Jekyll::BoxBlock)
