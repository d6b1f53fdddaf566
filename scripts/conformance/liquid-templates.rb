# Parses templates as Jekyll's Liquid does: a JSON text a line in, the warnings or the error a line out.
require "json"
require "jekyll"

Liquid::Template.error_mode = :warn
# Tags of plugins that are not here: with these on both sides, what stands around them is still compared.
ARGV.each { |name| Liquid::Template.register_tag(name, Liquid::Tag) }

$stdout.sync = true
$stdin.each_line do |line|
  answer =
    begin
      { "warnings" => Liquid::Template.parse(JSON.parse(line), :line_numbers => true).warnings.map(&:message) }
    rescue Liquid::Error, ArgumentError => e
      { "error" => e.message }
    end
  puts JSON.generate(answer)
end
