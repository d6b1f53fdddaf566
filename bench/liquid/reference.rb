# Times Ruby's Liquid for bench/liquid.mjs: {jobs, data, includes} in, the outputs out; then the number of a job in and its
# time out, as often as asked.
require "json"
require "time"
require "liquid"

class IncludeTag < Liquid::Tag
  def initialize(tag_name, markup, parse_context)
    super
    @file, params = markup.strip.split(/\s+/, 2)
    @params = params.to_s.scan(/(\w+)=([\w.]+)/)
  end

  def render(context)
    partial = PARTIALS[@file]
    context.stack do
      context["include"] = @params.to_h { |key, value| [key, context[value]] } unless @params.empty?
      partial.render!(context)
    end
  end
end

Liquid::Template.register_tag("include", IncludeTag)
Liquid::Template.error_mode = :warn

def read_value(value)
  case value
  when Array then value.map { |item| read_value(item) }
  when Hash then value.key?("__t") ? Time.parse(value["__t"]) : value.transform_values { |item| read_value(item) }
  else value
  end
end

def run(job, templates, data)
  return job["parse"].each { |source| Liquid::Template.parse(source, :line_numbers => true) }.size.to_s if job["parse"]

  templates.reduce(data["content"]) { |content, template| template.render!(data.merge("content" => content)) }
end

def processor_time
  Process.clock_gettime(Process::CLOCK_PROCESS_CPUTIME_ID) * 1000
end

# The time of one run, from as many as fill the span.
def time_runs(span)
  started = processor_time
  runs = 0
  spent = 0
  while spent < span
    yield
    runs += 1
    spent = processor_time - started
  end
  spent / runs
end

$stdout.sync = true
request = JSON.parse($stdin.gets)
PARTIALS = request["includes"].transform_values { |source| Liquid::Template.parse(source, :line_numbers => true) }
data = read_value(request["data"])
jobs = request["jobs"]
templates = jobs.map do |job|
  (job["templates"] || []).map { |source| Liquid::Template.parse(source, :line_numbers => true) }
end
puts JSON.generate(jobs.each_index.map { |index| run(jobs[index], templates[index], data) })
$stdin.each_line do |line|
  index = JSON.parse(line)
  puts JSON.generate(time_runs(ARGV[0].to_f) { run(jobs[index], templates[index], data) })
end
