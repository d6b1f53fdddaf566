module Jekyll
  module Converters
    class Markdown
      class KramdownParser
        alias :plain_convert :convert
        def convert(content)
          plain_convert(content.gsub(/^video (\w+)$/, '<div class="video">\1</div>'))
        end
      end
    end
  end
end
