# Old files declare what Jekyll has anyway.
module Jekyll
  class Page
    attr_accessor :name, :data

    def place = File.join(*[@dir, name].compact)
  end

  class Document
    attr_reader :site
    attr_accessor :title_of_mine
  end
end

class Places < Jekyll::Generator
  priority :lowest

  def generate(site)
    site.data["places"] = site.pages.map { |page| "#{page.name} #{page.place.size}" }
  end
end
