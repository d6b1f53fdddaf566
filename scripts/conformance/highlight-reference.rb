# Answers, line by line: {"language", "code"} in, {"tag", "tokens", "html"} out, where tokens are [class, text] as Rouge lexes them.
# `tag` is null where Rouge does not know the language.
require "json"
require "rouge"

abort "This compares with Rouge 4.7.0, not #{Rouge.version}: set RUBYLIB" unless Rouge.version == "4.7.0"

$stdin.set_encoding("UTF-8")
$stdout.sync = true
$stdin.each_line do |line|
  request = JSON.parse(line)
  begin
    lexer = Rouge::Lexer.find_fancy(request["language"], request["code"])
    tokens = lexer ? lexer.lex(request["code"]).to_a : []
    html = Rouge::Formatters::HTML.new.format(tokens)
    puts JSON.generate("tag" => lexer&.tag, "tokens" => tokens.map { |token, text| [token.shortname, text] }, "html" => html)
  rescue StandardError => e
    puts JSON.generate("tag" => nil, "tokens" => [], "error" => e.message)
  end
end
