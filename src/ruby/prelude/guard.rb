# frozen_string_literal: true

module Utterson
  # Notices that a file changes what Jekyll itself does: such a change would have no effect here.
  module Guard
    # The attributes of Jekyll's classes.
    ACCESSORS = {
      "Jekyll::Page" => %i(basename basename= content content= data data= dir= ext ext= name name= output output= pager pager= site),
      "Jekyll::Document" => %i(collection content content= extname output output= path site type),
    }.freeze

    class << self
      def watch
        before = patches
        accessors = own_accessors
        methods = Jekyll::Page.instance_methods(false)
        yield
        PostNames.check
        Jekyll::Page.reopened ||= Jekyll::Page.instance_methods(false) != methods
        restore(accessors)
        found = patches - before
        Utterson.unsupported(found.first) unless found.empty?
        nil
      end

      # The program's filters, each with the module that has it and the place that defines it.
      def filters
        Utterson.filters.to_h do |name|
          method = Liquid::Filters.instance_method(name)
          [name, [method.owner, method.source_location]]
        end
      end

      private

      def own_accessors
        ACCESSORS.flat_map do |name, methods|
          type = Object.const_get(name)
          methods.map { |method| [type, type.instance_method(method)] }
        end
      end

      # A file may declare an attribute that Jekyll has anyway: that changes nothing.
      def restore(accessors)
        accessors.each do |type, own|
          found = type.instance_method(own.name)
          next if found.source_location == own.source_location || !RubyVM::InstructionSequence.of(found).nil?

          type.remove_method(own.name)
          type.define_method(own.name, own) if type == own.owner
        end
      end

      # The names of Jekyll's and Liquid's own methods and classes that have been defined, beyond those of this interpreter.
      def patches
        OWN_METHODS.flat_map { |name, own| changes("#{name}#", Object.const_get(name), own) } +
          OWN_FUNCTIONS.flat_map { |name, own| changes("#{name}.", Object.const_get(name).singleton_class, own) } +
          OWN_CLASSES.select { |name| Object.const_defined?(name) }.map { |name| "a change of #{name}" }
      end

      # Those of a type, and of modules that have been put before it.
      def changes(prefix, type, own)
        places = [*type.ancestors.take_while { |place| place != type }, type]
        defined = places.flat_map { |place| place.instance_methods(false) + place.private_instance_methods(false) }.uniq
        defined.select { |method| own.include?(method.to_s) }.map do |method|
          place = type.instance_method(method).source_location
          "a change of #{prefix}#{method} (#{place&.first})"
        end
      end
    end
  end
end
