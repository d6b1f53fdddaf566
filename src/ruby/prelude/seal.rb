# frozen_string_literal: true

# Takes from Ruby code everything that leads to the objects of JavaScript. It is loaded first, so that it cannot be loaded later; what is
# undefined then cannot be defined again from Ruby, because only the interpreter itself has it.
require "js"

[JS::Object, JS::Object.singleton_class, JS.singleton_class].each do |type|
  (type.instance_methods(false) + type.private_instance_methods(false)).each { |name| type.undef_method(name) }
end
ObjectSpace.each_object(Module).select { |type| type.method_defined?(:to_js, false) }.each { |type| type.undef_method(:to_js) }
Object.__send__(:remove_const, :JS)
