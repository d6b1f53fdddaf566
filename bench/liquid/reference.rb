# Times Ruby's Liquid on the jobs that bench/liquid.mjs hands over as JSON: {jobs, data, includes} in, one JSON object out.
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

def fastest(seconds)
  best = Float::INFINITY
  deadline = Process.clock_gettime(Process::CLOCK_MONOTONIC) + seconds
  while Process.clock_gettime(Process::CLOCK_MONOTONIC) < deadline
    started = Process.clock_gettime(Process::CLOCK_MONOTONIC)
    yield
    best = [best, Process.clock_gettime(Process::CLOCK_MONOTONIC) - started].min
  end
  best * 1000
end

request = JSON.parse($stdin.read)
PARTIALS = request["includes"].transform_values { |source| Liquid::Template.parse(source, :line_numbers => true) }
data = read_value(request["data"])
results = request["jobs"].map do |job|
  templates = (job["templates"] || []).map { |source| Liquid::Template.parse(source, :line_numbers => true) }
  output = run(job, templates, data)
  { "ms" => fastest(request["seconds"]) { run(job, templates, data) }, "output" => output }
end
puts JSON.generate(results)
