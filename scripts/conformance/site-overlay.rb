# Prints the settings that let both sides build a site alike: ruby -W0 scripts/conformance/site-overlay.rb FOLDER
# Time stands still, Ruby files do not run, plugins and themes that are not installed are left out, processors of Jekyll 2 are today's.
# Tags of the site's own Ruby code are named under stand_ins: `tag` prints nothing, `block` what stands in it.
require "date"
require "yaml"

folder = ARGV.fetch(0)
config_file = %w[_config.yml _config.yaml].map { |name| File.join(folder, name) }.find { |path| File.exist?(path) }
config = (config_file && YAML.unsafe_load_file(config_file)) || {}

# The gems of the Gemfile's group :jekyll_plugins, which Bundler would load.
def gems_of_plugin_group(gemfile)
  return [] unless File.exist?(gemfile)

  group = File.read(gemfile)[/^group :jekyll_plugins do\n.*?^end/m]
  group.to_s.scan(/^\s*gem ["']([\w-]+)["']/).flatten
end

# The plugins that a theme brings along, of a site that is the theme's own.
def gems_of_theme(folder)
  Dir[File.join(folder, "*.gemspec")].flat_map { |path| File.read(path).scan(/dependency ["'](jekyll-[\w-]+)/).flatten }
end

def stand_ins(folder)
  code = Dir[File.join(folder, "_plugins", "**", "*.rb")].map { |path| File.binread(path) }.join("\n")
  names = code.scan(/register_tag[ (]\s*["':](\w+)/).flatten.uniq
  texts = Dir[File.join(folder, "**", "*.{md,markdown,html,liquid,xml,txt}")].select { |path| File.file?(path) }.map { |path| File.binread(path) }.join("\n")
  names.to_h { |name| [name, texts.match?(/\{%-?\s*end#{name}\b/n) ? "block" : "tag"] }
end

installed = Gem::Specification.map(&:name)
named = Array(config["plugins"]) + Array(config["gems"]) + gems_of_plugin_group(File.join(folder, "Gemfile"))
named += gems_of_theme(folder) if config["theme"]
named = named.map(&:to_s).uniq
plugins = named & installed
plugins |= ["jekyll-paginate"] if config["paginate"] && (plugins & %w[jekyll-paginate jekyll-paginate-v2]).empty?
# Jekyll 2 brought these along.
plugins |= %w[jekyll-gist jekyll-paginate] if config["relative_permalinks"] || config["highlighter"] == "pygments"

overlay = { "time" => "2026-01-02 03:04:05 +0000", "incremental" => false, "plugins" => plugins }
overlay["gems"] = nil if config["gems"]
# Not nil: a later file does not take a key away with it.
overlay["theme"] = false if config["theme"] && !installed.include?(config["theme"])
overlay["markdown"] = "kramdown" if %w[maruku rdiscount redcarpet].include?(config["markdown"])
overlay["highlighter"] = "rouge" if config["highlighter"] == "pygments"
overlay["relative_permalinks"] = false if config["relative_permalinks"]
# In safe mode the plugin that leaves style sheets out would not be loaded.
overlay["safe"] = false if config["safe"]
overlay["watch"] = false if config["watch"]
# The reference writes elsewhere, so it reads what lies in the folder that the site writes to; so shall the other side.
overlay["destination"] = "_site" if config["destination"]
overlay["gist"] = { "noscript" => false }
overlay["stand_ins"] = stand_ins(folder)
puts overlay.to_yaml
warn "left out: #{(named - plugins).join(", ")}" unless (named - plugins).empty?
