# Writes the expected HTML of the cases of the highlighter's options, those that are missing:
#   RUBYLIB=… ruby scripts/highlight-format-expect.rb
# test/cases/highlight-format/CASE.json holds language, options and code; CASE.html is what kramdown's highlighter gives, empty where it declines.
require "json"
require "kramdown"

Dir[File.join(__dir__, "../test/cases/highlight-format/*.json")].each do |path|
  expected = path.sub(/json\z/, "html")
  next if File.exist?(expected)

  request = JSON.parse(File.read(path))
  options = request["options"].to_h { |key, value| [key.to_sym, value] }
  document = Kramdown::Document.new("", syntax_highlighter: "rouge", syntax_highlighter_opts: options)
  converter = Kramdown::Converter::Html.send(:new, document.root, document.options)
  html = converter.highlight_code(request["code"], request["language"], :block, {})
  File.write(expected, html.to_s)
end
