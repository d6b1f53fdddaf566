require "kramdown/converter/html"

module Kramdown
  module Converter
    class Html
      alias plain_convert_a convert_a
      def convert_a(el, indent)
        if el.attr["href"] =~ /^[a-z]+:/
          el.attr["target"] = "_blank"
          el.attr["rel"] = nil
          el.attr["title"] ||= el.children.map(&:type).join(" ")
        end
        plain_convert_a(el, indent)
      end

      alias plain_convert_table convert_table
      def convert_table(el, indent) = "<div class='wide #{el.options[:alignment].inspect}'>#{plain_convert_table(el, indent)}</div>\n"

      alias plain_convert_td convert_td
      def convert_td(el, indent)
        el.attr["class"] = "c"
        plain_convert_td(el, indent)
      end

      # As in kramdown, with a link behind the text.
      def convert_header(el, indent)
        attr = el.attr.dup
        attr["id"] ||= generate_id(el.options[:raw_text])
        @toc << [el.options[:level], attr["id"], el.children] if attr["id"] && in_toc?(el)
        link = %(<a href="##{attr["id"]}" title="#{escape_html(el.options[:raw_text], :attribute)}">#</a>)
        format_as_block_html("h#{output_header_level(el.options[:level] + 1)}", attr, inner(el, indent) + link, indent)
      end

      def convert_codeblock(el, indent)
        attr = el.attr.dup
        lang = extract_code_language!(attr)
        options = {}
        code = highlight_code(el.value, el.options[:lang] || lang, :block, options)
        add_syntax_highlighter_to_class_attr(attr, lang || options[:default_lang]) if code
        %(<div class="code" data-lang="#{lang}">#{code || escape_html(el.value)}<p#{html_attributes(attr)}></p></div>\n)
      end

      def convert_entity(el, _indent) = "[#{el.value.char} #{el.value.name} #{el.value.code_point}]"
      def convert_smart_quote(el, _indent) = { :lsquo => "‹", :rsquo => "›", :ldquo => "«", :rdquo => "»" }[el.value]
      def convert_typographic_sym(el, _indent) = "(#{el.value.inspect})"
    end
  end
end
