class Weather < Liquid::Drop
  def initialize(words)
    @words = words
  end

  def sky = @words.first
  def wind = { "from" => "north", "force" => 2.50 }
end

module Jekyll
  module Filters
    # Jekyll's own filter, changed.
    def xml_escape(input) = "<<#{input}>>"

    # Not a filter: Liquid has looked at this module already.
    def unheard(input) = "heard"
  end

  module Reports
    def weather_of(text) = Weather.new(text.split)
  end
  Liquid::Template.register_filter(Reports)

  class Lists < Generator
    priority :highest

    def generate(site)
      site.config["made"] = { "numbers" => [1, 2.0, 3 ** 40], :symbol => :value, "none" => nil }
      site.static_files.reject! { |file| file.name == "hidden.txt" }
      site.posts.docs.sort_by! { |post| post.data["title"] }
      site.collections["posts"].docs.first.data["first"] = site.time.strftime("%Y") + site.posts.docs.first.date.strftime(" %F")
    end
  end
end
