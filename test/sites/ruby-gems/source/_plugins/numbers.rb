require "matrix"
require "prime"
require "i18n"
require "rss"

I18n.config.available_locales = :en

module Numbers
  def determinant(rows) = Matrix.rows(rows).determinant
  def factors(number) = Prime.prime_division(number.to_i).map { |prime, power| "#{prime}^#{power}" }
  def without_accents(text) = I18n.transliterate(text)
  def coloured(text) = [text.red, text.bold.blue.strip_ansi, text.yellow.has_color?, Colorator.cyan(:it), Colorator.reset_ansi("r")].inspect

  def newest(titles)
    RSS::Maker.make("2.0") do |maker|
      maker.channel.title = "Titles & more"
      maker.channel.link = "https://example.org/"
      maker.channel.description = "A feed"
      titles.each do |title|
        maker.items.new_item do |item|
          item.title = title
          item.link = "https://example.org/#{title.length}"
          item.date = Time.utc(2025, 1, title.length)
        end
      end
    end.to_s
  end
end
Liquid::Template.register_filter(Numbers)
