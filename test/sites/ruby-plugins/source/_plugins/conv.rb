class Upper < Jekyll::Converter
  safe true
  priority :low
  def matches(ext)
    ext =~ /^\.upper$/i
  end
  def output_ext(ext)
    ".html"
  end
  def convert(content)
    content.upcase
  end
end
