# Files of classes with parts of their own in how they are written.
class Redirect < Jekyll::StaticFile
  def destination(dest) = File.join(dest, @dir, "index.html")
  def modified? = false
  def write(_dest) = true
end

class List < Jekyll::StaticFile
  def initialize(site, name, lines)
    super(site, site.source, "/lists", name)
    @lines = lines
  end

  def write(dest)
    FileUtils.mkdir_p(File.dirname(destination(dest)))
    File.open(destination(dest), "w") do |file|
      @lines.each { |line| file.puts(line) }
      file.print("#{@lines.size} lines of #{name}")
    end
    true
  end
end

class Copy < Jekyll::StaticFile
  def destination(dest) = File.join(dest, "copies", @name)
end

class Files < Jekyll::Generator
  def generate(site)
    folder = File.join(site.dest, "old", "place")
    FileUtils.mkdir_p(folder)
    File.open(File.join(folder, "index.html"), "w") { |file| file.write("moved to /#{site.pages.size}") }
    site.static_files << Redirect.new(site, site.dest, "old/place", "")
    site.static_files << List.new(site, "pages.txt", site.pages.map(&:name).sort)
    site.static_files << Copy.new(site, site.source, "notes", "b.txt")
    %w(unknown kept).each do |name|
      FileUtils.mkdir_p(File.join(site.dest, name))
      File.write(File.join(site.dest, name, "file.txt"), "written before the destination is cleaned")
    end
  end
end
