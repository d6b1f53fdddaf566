# Renders templates as Jekyll's Liquid does: a JSON object a line in, one a line out.
#   {"template": …, "data": {…}, "mode": "warn"} → {"output": …, "warnings": […]} or {"error": …, "own": true}
# Other words than --jekyll are names of tags that print nothing, or, before `:block`, what stands in them.
require "json"
require "time"
require "bigdecimal"
require "tmpdir"
require "liquid"
require "jekyll" if ARGV.include?("--jekyll")

(ARGV - ["--jekyll"]).each do |word|
  name, kind = word.split(":")
  Liquid::Template.register_tag(name, kind == "block" ? Liquid::Block : Liquid::Tag)
end

NOW = Time.utc(2024, 1, 1, 0, 1, 58).localtime
class << Time
  alias_method :real_now, :now
  def now
    NOW
  end
end

# `empty` and `blank` show where they are in memory: at 0 here, to be the same each time.
class Liquid::Expression::MethodLiteral
  def inspect
    "#<Liquid::Expression::MethodLiteral:0x0000000000000000 @method_name=#{@method_name.inspect}, @to_s=\"\">"
  end
end

def read_value(value)
  case value
  when Array then value.map { |item| read_value(item) }
  when Hash
    key, content = value.first
    return value.to_h { |name, item| [name, read_value(item)] } unless value.size == 1 && key.match?(/\A__[a-z]\z/)

    read_tagged(key, content)
  else value
  end
end

def read_tagged(key, content)
  case key
  when "__f" then content == "NaN" ? Float::NAN : content == "Infinity" ? Float::INFINITY : content.to_f
  when "__i" then content.to_i
  when "__t" then Time.parse(content)
  when "__d" then Date.parse(content)
  when "__r" then content[0]..content[1]
  end
end

# Jekyll's filters ask the site they find among the registers for its URL and its converters.
def registers
  return {} unless ARGV.include?("--jekyll")

  @registers ||= begin
    Jekyll.logger.log_level = :error
    options = { "source" => Dir.mktmpdir, "url" => "https://example.com", "baseurl" => "/base", "quiet" => true }
    { :site => Jekyll::Site.new(Jekyll.configuration(options)) }
  end
end

def render(request)
  Liquid::Template.error_mode = (request["mode"] || "warn").to_sym
  template = Liquid::Template.parse(request["template"], :line_numbers => true)
  warnings = template.warnings.map(&:message)
  data = read_value(request["data"] || {})
  options = { :registers => registers, :strict_variables => request["strict"], :strict_filters => request["strict"] }
  output = request["print"] ? template.render(data, options) : template.render!(data, options)
  output.encode("UTF-8")
  raise EncodingError, "invalid output" unless output.valid_encoding?

  { "output" => output, "warnings" => warnings }
rescue StandardError, SystemStackError, NoMemoryError => e
  { "error" => "#{e.class}: #{e.message}".scrub, "own" => !e.is_a?(Liquid::Error) }
end

$stdout.sync = true
$stdin.each_line { |line| puts JSON.generate(render(JSON.parse(line))) }
