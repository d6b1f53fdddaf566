# frozen_string_literal: true

require "time"
require "date"

# How values go to the program and come back.
module Utterson
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
      when "float" then Float(value)
      when "integer" then Integer(value)
      when "symbol" then value.to_sym
      when "hash" then value.to_h { |key, one| [unpack(key), unpack(one)] }
      when "time" then unpack_time(*value)
      when "date" then Date.new(*value)
      when "range" then Range.new(*value)
      when "object" then object(*value)
      when "drop" then Drops.at(value)
      when "view" then View.new(value)
      end
    end

    def unpack_time(seconds, nanoseconds, offset, is_utc)
      time = Time.at(seconds, nanoseconds, :nsec)
      return time.utc if is_utc

      offset.zero? ? time : time.localtime(offset)
    end
  end

  # Drops of Ruby files that the program has been given.
  module Drops
    @drops = []
    @numbers = {}.compare_by_identity

    class << self
      def number(drop)
        @numbers[drop] ||= (@drops << drop).length - 1
      end

      def at(number) = @drops.fetch(number)
    end
  end

  # Values that a job may change in place, such as the front matter of a page. What is no longer as it was is given back to the program.
  module Held
    # A value, and the hash code that it had: of a hash, one for each key.
    Kept = Struct.new(:value, :before, :stays)

    # By the number of the owner and the name of the property.
    @values = Hash.new { |values, number| values[number] = {} }
    @depth = 0

    class << self
      # Begins a job. What the program may have changed since the one before is fetched again; all of it, if another build began.
      def begin(fresh)
        @depth += 1
        forget(fresh) if @depth == 1
      end

      def finish
        @values.keys.each { |number| send_changes(number) }
        @depth -= 1
      end

      def abandon
        @depth -= 1
        @values.clear if @depth.zero?
      end

      # The value of a property, fetched once in each job.
      def fetch(owner, name, stays: false)
        held = @values[owner.utterson_number]
        (held[name] ||= keep(yield, stays)).value
      end

      # Notes a value that the program has already.
      def put(owner, name, value, stays: false)
        @values[owner.utterson_number][name] = keep(value, stays)
        value
      end

      # Gives changed values of an object back.
      def send_changes(number)
        @values[number].to_a.each do |name, kept|
          now = codes_of(kept.value)
          next if now == kept.before

          before = kept.before
          kept.before = now
          now.is_a?(::Hash) && before.is_a?(::Hash) ? send_keys(number, name, kept.value, before) : Utterson.ask("set", number, name, kept.value)
        end
      end

      private

      def forget(fresh)
        return @values.clear if fresh

        @values.each_value { |held| held.delete_if { |_, kept| !kept.stays } }
        @values.delete_if { |_, held| held.empty? }
      end

      def keep(value, stays) = Kept.new(value, codes_of(value), stays)
      def codes_of(value) = value.is_a?(::Hash) ? value.transform_values(&:hash) : value.hash

      def send_keys(number, name, hash, before)
        changed = hash.reject { |key, one| before.key?(key) && before[key] == one.hash }
        Utterson.ask("change", number, name, changed.to_a, before.keys - hash.keys)
      end
    end
  end
end
