class Marks < Jekyll::Converters::Markdown
  priority :low

  def convert(content)
    super.gsub(%r!<h(\d) id="(.*?)">!, '<h\1 id="\2"><a href="#\2"></a>')
  end
end

class Early < Jekyll::Converters::Markdown
  priority :high

  def convert(content)
    content.gsub("==", "**")
  end
end

class Aside < Liquid::Block
  def render(context)
    site = context.registers[:site]
    plain = site.find_converter_instance(Jekyll::Converters::Markdown)
    "<aside>#{plain.convert(super)}</aside>#{plain.matches(".text")} #{plain.matches(".html")} #{site.find_converter_instance(Early).convert("==x==")}"
  end
end
Liquid::Template.register_tag("aside", Aside)
