# frozen_string_literal: true

Gem::Specification.new do |spec|
  spec.name          = "[name]"
  spec.version       = "0.1.0"
  spec.authors       = ["[author]"]
  spec.email         = ["[email]"]

  spec.summary       = "A theme for Jekyll sites."
  spec.homepage      = "https://example.com/[name]"
  spec.license       = "MIT"

  spec.files         = `git ls-files -z`.split("\x0").grep(%r!^(assets|_data|_layouts|_includes|_sass|LICENSE|README|_config\.yml)!i)

  spec.add_runtime_dependency "jekyll", "~> 4.4"
end
