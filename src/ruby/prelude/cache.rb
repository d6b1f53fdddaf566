# frozen_string_literal: true

module Jekyll
  # A cache lasts for one build: what it was made from may have changed before the next.
  class Cache
    class << self
      def base_cache = @base_cache ||= {}
      def clear = base_cache.each_value(&:clear)
      def disk_cache_enabled = false
      def disable_disk_cache! = nil
    end

    def initialize(name)
      @cache = Cache.base_cache[name] ||= {}
    end

    def [](key) = @cache.fetch(key) { raise }

    def []=(key, value)
      @cache[key] = value
    end

    def getset(key)
      return @cache[key] if key?(key)

      self[key] = yield
    end

    def key?(key) = @cache.key?(key)
    def delete(key) = @cache.delete(key)
    def clear = @cache.clear
    def disk_cache_enabled? = false
  end
end
