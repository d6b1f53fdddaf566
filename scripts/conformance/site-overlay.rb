# Prints the settings that let both sides build a site alike: ruby -W0 scripts/conformance/site-overlay.rb _config.yml
# Time stands still, Ruby files do not run, plugins and themes that are not installed are left out, processors of Jekyll 2 are today's.
require "date"
require "yaml"

config = YAML.unsafe_load_file(ARGV.fetch(0)) || {}
installed = Gem::Specification.map(&:name)
named = (Array(config["plugins"]) + Array(config["gems"])).map(&:to_s)
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
overlay["gist"] = { "noscript" => false }
puts overlay.to_yaml
warn "left out: #{(named - plugins).join(", ")}" unless (named - plugins).empty?
