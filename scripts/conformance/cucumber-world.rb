# Loaded after Jekyll's own helpers.rb: the step that starts `jekyll` starts the command under test instead.
require "json"
require "rspec/expectations"

World(RSpec::Matchers)

# This process has loaded its gems; what it starts from here on looks for themes among Jekyll's fixtures first.
ENV["GEM_PATH"] = [ENV.fetch("THEME_GEMS"), *Gem.path].join(":")

def run_jekyll(arguments)
  run_in_shell(*JSON.parse(ENV.fetch("COMMAND_UNDER_TEST")), *arguments.split, "--trace").success?
end
