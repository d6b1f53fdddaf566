# frozen_string_literal: true

# Values that Ruby code may change in place, such as the front matter of a page. What is no longer as it was is given back to the program.
module Utterson
  module Held
    # What the program may change between two jobs; between two phases, such as two generators; and in no build.
    @kept = { :job => {}, :phase => {}, :build => {} }
    @depth = 0
    @since = 0
    @ticks = 0
    @began = 0
    # By number, when an object was last changed.
    @changed = {}
    @rendering = false
    @looking = false

    class << self
      # Grows whenever values have to be looked for again: until then, their owners keep them.
      attr_reader :since

      # Begins a job.
      def begin(fresh, rendering)
        @depth += 1
        return if @depth > 1

        @since += 1
        @began = @ticks += 1
        @kept[:job].clear
        @kept[:phase].clear unless rendering && @rendering && !fresh
        [@kept[:build], @changed].each(&:clear) if fresh
        roots.each(&:freeze_values) if rendering && !@rendering
        @rendering = rendering
      end

      def finish
        send_changes
        @depth -= 1
      end

      def abandon
        @depth -= 1
        @since += 1
        @kept.each_value(&:clear) if @depth.zero?
      end

      # While pages are rendered, there are very many jobs.
      def rendering? = @rendering

      # Runs a block that only looks at documents, as one does that compares each with all others: their data is fetched once in a phase.
      def looking
        @looking = true
        yield
      ensure
        @looking = false
      end

      # The value of a property, fetched when it is first asked for.
      def fetch(owner, name)
        kept = kept_for(owner, name)
        (kept[[owner.utterson_number, name]] ||= keep(owner, name, yield)).value
      end

      # What Jekyll too finds out once. Changes of it are nobody's business.
      def once(owner, name)
        (@kept[:phase][[owner.utterson_number, name]] ||= Fact.new(yield)).value
      end

      # An object has changed: forgets what was fetched for looking at.
      def outdate(number, name)
        @changed[number] = @ticks += 1
        @kept[:phase].delete([number, name]) if name == "data"
      end

      # Notes a value that the program has already.
      def put(owner, name, value)
        @since += 1
        outdate(owner.utterson_number, name)
        kept_for(owner, name)[[owner.utterson_number, name]] = value.is_a?(::Array) ? List.new(value) : Part.new(value)
        value
      end

      # Takes a text in the place of one that is held: the program gets it with the other changes. False if neither is a text.
      def replace(owner, name, value)
        kept = kept_for(owner, name)[[owner.utterson_number, name]]
        kept.is_a?(Part) && kept.replace(value)
      end

      # Fetches a value again that the program has changed.
      def forget(owner, name)
        @since += 1
        outdate(owner.utterson_number, name)
        kept_for(owner, name).delete([owner.utterson_number, name])
      end

      def send_changes
        @kept.each_value { |kept| kept.to_a.each { |(number, name), value| value.send_changes(number, name) } }
      end

      # The changes of one object only, for what depends on no other.
      def send_changes_of(number)
        %w(data content output).each { |name| @kept[:job][[number, name]]&.send_changes(number, name) }
      end

      # Differs as soon as the object has changed, or another job has begun.
      def version_of(number) = [@began, @changed.fetch(number, 0)].max

      # Something that differs as soon as a value has been changed in place.
      def text_of(value)
        case value
        when ::String then value.dup
        when ::Array, ::Hash then dump(value)
        else value
        end
      end

      private

      def dump(value)
        Marshal.dump(value)
      rescue ::TypeError
        JSON.generate(Utterson.pack(value))
      end

      def roots = @kept[:build].values.grep(Root)

      def kept_for(owner, name)
        return @kept[:phase] if @looking && owner.is_a?(Jekyll::Document) && name == "data"
        return @kept[:job] unless owner.is_a?(Jekyll::Site) || owner.is_a?(Jekyll::Collection)

        @kept[%w(config data collections layouts).include?(name) ? :build : :phase]
      end

      def keep(owner, name, value)
        return Fact.new(Root.freeze_deep(value)) if @looking && owner.is_a?(Jekyll::Document) && name == "data"
        return Root.new.fill(value) if owner.is_a?(Jekyll::Site) && %w(config data).include?(name)

        value.is_a?(::Array) || owner.is_a?(Jekyll::Site) ? List.new(value) : Part.new(value)
      end
    end

    # A text, or a hash of which each value is compared.
    class Part
      attr_reader :value

      def initialize(value)
        @value = value
        @before = texts
      end

      def replace(value)
        return false unless value.is_a?(::String) && @value.is_a?(::String)

        @value = value
        true
      end

      def send_changes(number, name)
        now = texts
        before = @before
        return if now.eql?(before)

        Held.outdate(number, name)
        @before = now
        return Utterson.ask("set", number, name, value) unless now.is_a?(::Hash) && before.is_a?(::Hash)

        changed = value.reject { |key, _| before.key?(key) && before[key].eql?(now[key]) }
        Utterson.ask("change", number, name, changed.to_a, before.keys - value.keys)
      end

      private

      def texts = value.is_a?(::Hash) ? value.transform_values { |one| Held.text_of(one) } : Held.text_of(value)
    end

    # A value that is not given back.
    Fact = Struct.new(:value) do
      def send_changes(*); end
    end

    # Objects with numbers, as a list or a hash.
    class List
      attr_reader :value

      def initialize(value)
        @value = value
        @before = value.dup
      end

      def send_changes(number, name)
        return if @before == value

        @before = value.dup
        Utterson.ask("set", number, name, value)
      end
    end

    # The data or the configuration of the site. They may be large, and tags read them very often: only values that Ruby code has got hold
    # of are looked at. Until pages are rendered, they are compared after each job. From then on, what the program has given is frozen; what
    # Ruby code has put there is compared, or frozen too if it is large.
    class Root < ::Hash
      LARGE = 4096
      KEYWISE = %i([] fetch dig key? has_key? include? member? keys length size empty? []= store delete default default_proc
                   inspect to_s hash == eql? compare_by_identity? initialize_copy).freeze

      def value = self

      def fill(values)
        @given = {}
        @compared = {}
        # By key, whose value it is that Ruby code has got hold of.
        @held = {}
        @stirred = false
        values.each_pair do |key, one|
          raw_store(key, one)
          @given[key] = one
        end
        self
      end

      alias raw []
      alias raw_store []=
      alias raw_key? key?

      def [](key)
        hold(key)
        super
      end

      def fetch(key, *default, &block)
        hold(key)
        super
      end

      def dig(key, *rest)
        hold(key)
        super
      end

      def []=(key, one)
        @stirred = true
        super
      end
      alias store []=

      def delete(key, &block)
        @stirred = true
        hold(key)
        super
      end

      (::Hash.public_instance_methods(false) + ::Enumerable.public_instance_methods - KEYWISE).uniq.each do |name|
        define_method(name) do |*args, &block|
          @given.each_key { |key| hold(key) }
          @stirred = true
          super(*args, &block)
        end
        ruby2_keywords(name)
      end

      def class = ::Hash
      def instance_of?(type) = type == ::Hash || super

      def send_changes(number, name)
        changed = @compared.empty? ? {} : @compared.reject { |key, text| !raw_key?(key) || text.eql?(Held.text_of(raw(key))) }.to_h { |key, _| [key, raw(key)] }
        removed = @stirred ? find_moved(changed) : []
        return if changed.empty? && removed.empty?

        changed.each { |key, one| take(key, one) }
        removed.each { |key| [@given, @compared, @held].each { |known| known.delete(key) } }
        Utterson.ask("change", number, name, changed.to_a, removed)
      end

      # Pages are rendered from here on.
      def freeze_values
        @compared.to_a.each do |key, text|
          next unless raw_key?(key) && (@held[key] != :own || text.size > LARGE)

          Root.freeze_deep(raw(key))
          @compared.delete(key)
        end
      end

      def self.freeze_deep(value)
        case value
        when ::Hash then value.each_value { |one| freeze_deep(one) }
        when ::Array then value.each { |one| freeze_deep(one) }
        when ::String then nil
        else return
        end
        value.freeze
      end

      private

      # Ruby code gets hold of a value that the program has given.
      def hold(key)
        return if @held.nil? || @held.key?(key) || !@given.key?(key)

        @held[key] = :given
        one = raw(key)
        return unless one.is_a?(::String) || one.is_a?(::Array) || one.is_a?(::Hash)

        Held.rendering? ? Root.freeze_deep(one) : @compared[key] = Held.text_of(one)
      end

      # Adds keys with other values than before to the changed ones, and returns those that are gone.
      def find_moved(changed)
        @stirred = false
        raw_keys = []
        ::Hash.instance_method(:each_key).bind_call(self) { |key| raw_keys << key }
        raw_keys.each { |key| changed[key] = raw(key) unless @given.key?(key) && @given[key].equal?(raw(key)) }
        @given.keys - raw_keys
      end

      # Ruby code has put a value there.
      def take(key, one)
        @held[key] = :own unless @given[key].equal?(one)
        @given[key] = one
        return @compared.delete(key) unless one.is_a?(::String) || one.is_a?(::Array) || one.is_a?(::Hash)

        text = Held.text_of(one)
        return @compared[key] = text unless Held.rendering? && text.size > LARGE

        Root.freeze_deep(one)
        @compared.delete(key)
      end
    end
  end
end
