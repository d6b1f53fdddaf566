# Pages without the empty lines. A post stays as it is.
module Jekyll
  module Convertible
    alias_method :write_as_ever, :write

    def write(dest)
      path = destination(dest)
      return write_as_ever(dest) unless File.extname(path) == ".html"

      FileUtils.mkdir_p(File.dirname(path))
      output.strip!
      self.output = output.gsub(%r!^\s*\n!, "")
      File.open(path, "w") { |file| file.write("#{output}\n<!-- #{relative_path} -->\n") }
    end
  end
end
