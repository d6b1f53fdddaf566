# Builds made-up sites: ruby -W0 scripts/conformance/site-reference.rb FOLDER
# FOLDER/sites holds a source each; FOLDER/expected/NAME becomes what Jekyll makes of it, or FOLDER/expected/NAME.error says why it fails.
# One process loads Jekyll, and each site has a fork of it: no site sees what another has left behind.
require "jekyll"
require "fileutils"

def build(source, destination)
  Jekyll.logger.log_level = :error
  $stderr.reopen(File::NULL)
  $stdout.reopen(File::NULL)
  config = Jekyll.configuration("source" => source, "destination" => destination, "disable_disk_cache" => true)
  Jekyll::Site.new(config).process
rescue SystemExit, StandardError, SystemStackError => e
  FileUtils.rm_rf(destination)
  File.write("#{destination}.error", "#{e.class}: #{e.message}")
end

# A fork lives too short to need it.
GC.start
GC.disable

folder = ARGV.fetch(0)
FileUtils.mkdir_p(File.join(folder, "expected"))
Dir.children(File.join(folder, "sites")).each do |name|
  pid = fork do
    build(File.join(folder, "sites", name), File.join(folder, "expected", name))
    exit!(0)
  end
  Process.wait(pid)
end
