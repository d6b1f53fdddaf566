# frozen_string_literal: true

require "time"
require "date"

# How values go to the program and come back.
module Utterson
  FLOATS = { "NaN" => Float::NAN, "Infinity" => Float::INFINITY, "-Infinity" => -Float::INFINITY }.freeze

  class << self
    # A value in a form that JSON has.
    def pack(value)
      case value
      when nil, true, false then value
      when ::String then value.encoding == Encoding::UTF_8 ? value.scrub : value.encode("UTF-8", :invalid => :replace, :undef => :replace)
      when ::Integer then value.abs < 2**53 ? value : { "^" => "integer", "v" => value.to_s }
      when ::Float then { "^" => "float", "v" => value.to_s }
      when ::Symbol then { "^" => "symbol", "v" => value.to_s }
      when ::Hash then pack_hash(value)
      when ::Array then value.map { |one| pack(one) }
      when ::Time then { "^" => "time", "v" => [value.to_i, value.nsec, value.utc_offset, value.utc?] }
      when ::DateTime then pack(value.to_time)
      when ::Date then { "^" => "date", "v" => [value.year, value.month, value.day] }
      else pack_object(value)
      end
    end

    # The value that the program has packed.
    def unpack(value)
      case value
      when ::Array then value.map { |one| unpack(one) }
      when ::Hash then value.key?("^") ? unpack_special(value["^"], value["v"]) : value.transform_values { |one| unpack(one) }
      else value
      end
    end

    # The object with this number: the same one each time.
    def object(kind, number)
      @objects ||= {}
      @objects[number] ||= KINDS.fetch(kind).for_number(number)
    end

    # Another build has other objects.
    def forget_objects
      @objects = {}
      Drops.forget
      Jekyll::Cache.clear
    end

    def remember(number, object)
      @objects ||= {}
      @objects[number] = object
    end

    private

    def pack_hash(hash)
      return hash.transform_values { |one| pack(one) } if hash.each_key.all? { |key| key.is_a?(::String) && key != "^" }

      { "^" => "hash", "v" => hash.map { |key, one| [pack(key), pack(one)] } }
    end

    def pack_object(value)
      return { "^" => "object", "v" => value.utterson_number } if value.respond_to?(:utterson_number)
      return { "^" => "drop", "v" => Drops.number(value), "class" => value.class.name } if value.is_a?(Liquid::Drop)

      if value.respond_to?(:to_liquid)
        view = value.to_liquid
        return pack(view) unless view.equal?(value)
      end
      return pack(value.to_a) if value.is_a?(::Enumerable)

      pack(value.to_s)
    end

    def unpack_special(kind, value)
      case kind
      when "float" then FLOATS.fetch(value) { Float(value) }
      when "integer" then Integer(value)
      when "symbol" then value.to_sym
      when "groups" then Hash.new { |groups, key| groups[key] = [] }.update(unpack(value))
      when "hash" then value.to_h { |key, one| [unpack(key), unpack(one)] }
      when "time" then unpack_time(*value)
      when "date" then Date.new(*value)
      when "range" then Range.new(*value)
      when "object" then object(*value)
      when "drop" then Drops.at(value)
      when "view" then View.new(*value)
      end
    end

    def unpack_time(seconds, nanoseconds, offset, is_utc)
      time = Time.utterson_at(seconds, nanoseconds, :nsec)
      return time.utc if is_utc
      return LocalTime.of(time) if LocalTime.zone && LocalTime.zone.offset_at(time) == offset

      offset.zero? ? time : time.localtime(offset)
    end
  end

  # Drops of Ruby files that the program has been given.
  module Drops
    @drops = {}
    @numbers = {}.compare_by_identity
    @last = 0

    class << self
      def number(drop)
        @numbers[drop] ||= (@last += 1).tap { |number| @drops[number] = drop }
      end

      def at(number) = @drops.fetch(number)

      def forget
        @drops.clear
        @numbers.clear
      end
    end
  end
end
