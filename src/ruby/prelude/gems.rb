# frozen_string_literal: true

# Gems that belong to Ruby but are not in its path as long as there is no RubyGems.
$LOAD_PATH.concat(Dir.glob("/usr/local/lib/ruby/gems/*/gems/{matrix,prime,racc,rexml,rss}-*/lib"))

# What Jekyll loads with it: strings in the colours of a terminal.
module Colorator
  ANSI_COLORS = { :black => 30, :red => 31, :green => 32, :yellow => 33, :blue => 34, :magenta => 35, :cyan => 36, :white => 37, :bold => 1 }.freeze
  ESCAPE = /\e.*?[jkmsuABGKH]/

  class << self
    ANSI_COLORS.each { |name, code| define_method(name) { |text| "\e[#{code}m#{text}\e[0m" } }

    def ansi_jump(text, lines) = "\e[#{lines}A#{clear_line(text)}\e[#{lines}B"
    def clear_line(text = "") = "\e[2K\r#{text}"
    def clear_screen(text = "") = "\e[H\e[2J#{text}"
    def reset_ansi(text = "") = "\e[0m#{text}"
    def strip_ansi(text) = text.to_s.gsub(ESCAPE, "")
    def has_ansi?(text) = ESCAPE.match?(text.to_s)

    alias_method :reset_color, :reset_ansi
    alias_method :strip_color, :strip_ansi
    alias_method :has_color?, :has_ansi?
  end

  singleton_methods(false).each { |name| String.define_method(name) { |*args| Colorator.public_send(name, self, *args) } }
end

# Files load it without need, since Jekyll does. What it has is the program's.
module Rouge
  def self.const_missing(name) = Utterson.unsupported("Rouge::#{name}")
end

# Of I18n, which Jekyll loads too, what needs no translations. Languages can be set, and make no difference to that.
module I18n
  class << self
    attr_accessor :locale, :default_locale, :available_locales, :enforce_available_locales

    def config = self

    def transliterate(text, replacement: "?", **)
      Utterson.unsupported("I18n.transliterate with a replacement") unless replacement == "?"
      Utterson.ask("transliterate", text)
    end

    def method_missing(name, ...) = Utterson.unsupported("I18n.#{name}")
    def respond_to_missing?(*) = false
  end
end
