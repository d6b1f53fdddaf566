Gem::Specification.new do |s|
  s.name = "tiny-languages"
  s.version = "0.1.0"
  s.authors = ["Ann Onym"]
  s.summary = "Assets only"
  s.files = []
end
