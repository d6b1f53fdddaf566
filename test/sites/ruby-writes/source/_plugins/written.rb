# What is done with pages that have been written.
Jekyll::Hooks.register :pages, :post_write do |page|
  path = page.destination(page.site.dest)
  File.write(path, File.read(path).sub("Desk", "Table")) if path.end_with?(".html")
end

Jekyll::Hooks.register :site, :post_write do |site|
  names = Dir.glob(File.join(site.dest, "**", "*")).select { |path| File.file?(path) }.map { |path| path.delete_prefix(site.dest) }
  File.write(File.join(site.dest, "all.txt"), names.sort.join("\n"))
  File.write(File.join(site.dest, "sizes.txt"), names.sort.map { |name| File.size(File.join(site.dest, name)) }.join(" "))
  FileUtils.mkdir_p(File.join(site.dest, "deep", "er"))
  FileUtils.copy_entry(File.join(site.source, "notes"), File.join(site.dest, "deep", "er", "notes"))
  FileUtils.rm(File.join(site.dest, "moved.svg"))
  File.rename(File.join(site.dest, "notes", "b.txt"), File.join(site.dest, "b-renamed.txt"))
  File.write(File.join(site.source, "too-late.md"), "---\n---\nnever read in this build")
end
