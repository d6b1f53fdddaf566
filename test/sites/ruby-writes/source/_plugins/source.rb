# What is written into the source, before it is read and while pages are made.
FileUtils.mkdir_p("_cache")
File.write("_cache/count", "1")

Jekyll::Hooks.register :site, :after_init do |site|
  File.write(File.join(site.source, "from-init.md"), "---\ntitle: Init\n---\n*made* at the start")
end

Jekyll::Hooks.register :site, :after_reset do |_site|
  Dir.mkdir("_data") unless Dir.exist?("_data")
  File.write("_data/tools.yml", "- pen\n- ink\n")
  File.open("notes/c.md", "w") { |file| file << "---\n" << "title: C\n" << "---\n" << "text of c" }
  File.write("notes/a.md", File.read("notes/a.md").sub("first", "second"))
end

class Source < Jekyll::Generator
  def generate(site)
    File.write("_includes/made.html", "an include of #{site.data["tools"].join(" and ")}")
    File.write("art.svg", "<svg/>")
    FileUtils.cp("art.svg", "art-copy.svg")
    FileUtils.mv("art-copy.svg", "moved.svg")
    File.open("art.svg", "a") { |file| file.write("<!-- more -->") }
    %w(art.svg moved.svg).each { |name| site.static_files << Jekyll::StaticFile.new(site, site.source, "", name) }
    File.write("_cache/count", (File.read("_cache/count").to_i + 1).to_s)
    site.data["count"] = File.read("_cache/count")
    FileUtils.rm_rf("_cache")
    site.data["cache"] = Dir.exist?("_cache")
    begin
      File.write("nowhere/a.txt", "")
    rescue SystemCallError => e
      site.data["error"] = e.class.name
    end
  end
end
