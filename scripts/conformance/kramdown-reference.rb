# Converts texts with Ruby's kramdown: a JSON object a line in, one a line out.
#   {"id": …, "text": …, "options": {…}} → {"id": …, "html": …, "warnings": […], "seconds": …} or {"id": …, "error": …}
require "json"
require "timeout"
require "kramdown"
require "kramdown-parser-gfm"

$stdout.sync = true
STDIN.each_line do |line|
  request = JSON.parse(line)
  begin
    started = Process.clock_gettime(Process::CLOCK_MONOTONIC)
    answer = Timeout.timeout(request["timeout"] || 20) do
      document = Kramdown::Document.new(request["text"], request["options"].transform_keys(&:to_sym))
      { html: document.to_html, warnings: document.warnings }
    end
    answer[:seconds] = Process.clock_gettime(Process::CLOCK_MONOTONIC) - started
    line = JSON.generate(answer.merge(id: request["id"]), ascii_only: true)
  rescue SystemStackError, StandardError => e
    line = JSON.generate({ id: request["id"], error: "#{e.class}: #{e.message.lines.first}".scrub }, ascii_only: true)
  end
  puts line
end
