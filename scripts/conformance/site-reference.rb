# Builds made-up sites: ruby -W0 scripts/conformance/site-reference.rb FOLDER EXPECTED [CAUSE]
# FOLDER/sites holds a source each; FOLDER/EXPECTED/NAME becomes what Jekyll makes of it, or FOLDER/EXPECTED/NAME.error says why
# it fails. With the name of one of site-causes.rb's causes, only those named on the standard input are built, without it.
# One process loads Jekyll, and each site has a fork of it: no site sees what another has left behind.
require "jekyll"
require "fileutils"
require_relative "site-causes"

# A theme is a folder of the site, where Utterson finds it.
module ThemeInSource
  def self.prepended(theme) = theme.singleton_class.attr_accessor(:source)

  def gemspec
    @gemspec ||= find_in_source || super
  end

  def find_in_source
    folder = File.join(self.class.source, "_themes", name)
    return unless File.exist?("#{folder}/#{name}.gemspec")

    Gem::Specification.load("#{folder}/#{name}.gemspec").tap { |found| found.define_singleton_method(:full_gem_path) { folder } }
  end
end
Jekyll::Theme.prepend(ThemeInSource)

def build(source, destination)
  Jekyll::Theme.source = source
  Jekyll.logger.log_level = :error
  $stderr.reopen(File::NULL)
  $stdout.reopen(File::NULL)
  config = Jekyll.configuration("source" => source, "destination" => destination, "disable_disk_cache" => true)
  Jekyll::Site.new(config).process
rescue SystemExit, ScriptError, StandardError, SystemStackError => e
  FileUtils.rm_rf(destination)
  File.write("#{destination}.error", "#{e.class}: #{e.message}")
end

# A fork lives too short to need it.
GC.start
GC.disable

folder, expected, cause = ARGV
CAUSES.fetch(cause).call if cause
FileUtils.mkdir_p(File.join(folder, expected))
names = cause ? $stdin.read.split : Dir.children(File.join(folder, "sites"))
names.each do |name|
  pid = fork do
    build(File.join(folder, "sites", name), File.join(folder, expected, name))
    exit!(0)
  end
  Process.wait(pid)
end
