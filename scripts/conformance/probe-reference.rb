# Runs Jekyll's command on probes: ruby -W0 scripts/conformance/probe-reference.rb JOBS.json ANSWERS.json
# JOBS.json: [{ "folder", "runs", "environment" }]; ANSWERS.json: [{ "status", "said" }], in the same order.
# One process loads Jekyll, and each run has a fork of it.
require "jekyll"
require "json"
require "tempfile"

EXECUTABLE = File.expand_path("../exe/jekyll", $LOADED_FEATURES.find { |path| path.end_with?("/lib/jekyll.rb") }.then { |path| File.dirname(path) })

def run(words, folder, environment, messages)
  pid = fork do
    $stdout.reopen(messages, "a")
    $stderr.reopen(messages, "a")
    ENV.delete("JEKYLL_ENV")
    environment.each { |key, value| ENV[key] = value }
    Jekyll.logger.log_level = ENV["JEKYLL_LOG_LEVEL"].to_sym if ENV["JEKYLL_LOG_LEVEL"]
    Dir.chdir(folder)
    Gem.paths = { "GEM_PATH" => [*environment["GEM_PATH"], *Gem.path].join(":") }
    (ENV["PROBE_REQUIRE"] || "").split(",").each { |name| require name }
    ARGV.replace(words)
    load EXECUTABLE
  end
  Process.wait2(pid).last.exitstatus
end

jobs = JSON.parse(File.read(ARGV.fetch(0)))
answers = jobs.map do |job|
  Tempfile.create("probe") do |messages|
    status = job["runs"].map { |words| run(words, job["folder"], job["environment"], messages.path) }.last
    said = File.binread(messages.path).force_encoding("UTF-8").scrub.gsub(/\e\[\d+m/, "")
    { "status" => status, "said" => said }
  end
end
File.write(ARGV.fetch(1), JSON.generate(answers))
