module Jekyll
  module Converters
    # Links that every text may use are in a file.
    class Markdown < Converter
      alias_method :convert_alone, :convert
      @@links = nil

      def convert(content)
        @@links ||= File.read(File.join(@config["source"], "_links.txt"))
        emphasise(convert_alone("#{content}\n#{@@links}"))
      end

      def emphasise(html) = html.gsub("<em>", '<em class="soft">')
    end
  end
end
