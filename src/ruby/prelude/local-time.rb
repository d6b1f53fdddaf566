# frozen_string_literal: true

# The local time of this interpreter is UTC. If that of the site is another, times are put into its zone, which the program knows.
module Utterson
  # A zone of the form that Ruby's Time takes.
  class Zone
    # Since 1970, zones change at the beginning of a quarter of an hour.
    STEP = 900
    private_constant :STEP

    attr_reader :name

    def initialize(name)
      @name = name
      @known = {}
    end

    def utc_to_local(time) = time + offset_at(time)
    def offset_at(time) = facts_at(time)[0]

    # @param time in UTC, with the clock of this zone
    def local_to_utc(time)
      Time.utterson_at(Utterson.ask("utc_of_clock", time.year, time.month, time.day, time.hour, time.min, time.sec), time.nsec, :nsec, :in => "UTC")
    end

    def abbr(time) = facts_at(time)[1]

    private

    # The offset from UTC in seconds, and the zone's name at that time.
    def facts_at(time)
      seconds = time.to_i
      return Utterson.ask("zone", seconds) if seconds.negative?

      @known[seconds / STEP] ||= Utterson.ask("zone", seconds)
    end
  end

  module LocalTime
    class << self
      attr_reader :zone

      # Uses a zone as that of local times.
      def use(name)
        @zone = Zone.new(name)
        Time.singleton_class.prepend(Makers)
        Time.prepend(Turners)
        [File, File::Stat].each { |type| type.prepend(FileTimes) }
        File.singleton_class.prepend(FileTimes)
        [Date, DateTime].each { |type| type.singleton_class.prepend(Days) }
      end

      # The same moment, in the zone.
      def of(time) = Time.utterson_at(time, :in => zone)

      # The moment at which the clock of the zone shows this.
      def at_clock(time) = of(zone.local_to_utc(time))
    end

    # What makes times of the class itself.
    module Makers
      def at(*args, **options)
        options.key?(:in) || args.first.is_a?(::Time) ? super : LocalTime.of(super)
      end

      def now(**options) = options.key?(:in) ? super : LocalTime.of(super)

      def new(*args, **options)
        return now if args.empty? && options.empty?

        options.key?(:in) || args.size > 6 || !args.first.is_a?(::Integer) ? super : LocalTime.at_clock(super)
      end

      def local(...) = LocalTime.at_clock(super)
      def mktime(...) = LocalTime.at_clock(super)
    end

    module Turners
      def localtime(zone = LocalTime.zone) = super
      def getlocal(zone = LocalTime.zone) = super

      def zone
        found = super
        found.is_a?(Zone) ? found.abbr(self) : found
      end
    end

    module FileTimes
      %i(atime birthtime ctime mtime).each { |name| define_method(name) { |*args| LocalTime.of(super(*args)) } }
    end

    # The present day is that of the zone.
    module Days
      def today(*args) = self == ::DateTime ? super : ::Time.now.to_date
      def now(*args) = ::Time.now.to_datetime
    end
  end
end

Time.singleton_class.alias_method :utterson_at, :at
