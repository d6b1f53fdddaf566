module Standalone
  def convert_p(el, indent)
    return super unless el.children.size == 1 && el.children.first.type == :img

    convert(el.children.first, indent)
  end

  def convert_img(el, indent)
    %(<figure>#{super}<figcaption>#{el.attr["alt"]}</figcaption></figure>\n)
  end

  def convert_blockquote(el, indent)
    note = el.children.first
    note.children.unshift(Kramdown::Element.new(:strong, nil, { "class" => "note" }).tap { |strong| strong.children << Kramdown::Element.new(:text, "Note <1>: ") })
    el.type == :blockquote && note.block? ? format_as_indented_block_html("aside", el.attr, inner(el, indent), indent) : super
  end

  def convert_li(el, indent)
    el.children.reject! { |child| child.options[:raw_text] == "gone" }
    @items = @items.to_i + 1
    el.attr["data-item"] = @items
    super
  end

  def convert_footnote(el, indent) = super.sub("<sup", "<sup data-name='#{el.options[:name]}'")
  def convert_text(el, indent) = super.gsub("teh", "the")
  def convert_html_element(el, indent) = el.value == "center" ? "<div>#{inner(el, indent)}</div>" : super
end
Kramdown::Converter::Html.prepend Standalone
