# frozen_string_literal: true

# What files use of Nokogiri for HTML. The nodes are the program's, and live until the call is over in which they were parsed.
module Nokogiri
  class << self
    def HTML(source, *) = HTML::Document.parse(source)
    alias HTML4 HTML
    def parse(source, *) = HTML(source)
    def XML(*) = Utterson.unsupported("Nokogiri::XML")
    def HTML5(*) = Utterson.unsupported("Nokogiri::HTML5")
  end

  # Finds elements by CSS, or by such XPath as says the same.
  module Searchable
    STEP = %r!\A(//?)?([\w-]+|\*)((?:\[(?:\d+|@[\w-]+(?:=(?:"[^"]*"|'[^']*'))?)\])*)!

    def css(*rules) = XML::NodeSet.new(rules.flat_map { |rule| nodes("select", rule) })
    def at_css(*rules) = css(*rules).first

    # A path from the top of a piece finds nothing: the piece is in no document.
    def xpath(path)
      return css(selector_of(path)) unless path.start_with?("/") && is_a?(XML::Node)

      document.is_a?(XML::DocumentFragment) ? XML::NodeSet.new([]) : document.css(selector_of(path))
    end

    def at_xpath(path) = xpath(path).first
    def search(*paths) = XML::NodeSet.new(paths.flat_map { |path| (path.match?(%r!\A\.?/!) ? xpath(path) : css(path)).to_a })
    def at(path) = search(path).first
    alias % at
    alias / search

    private

    def selector_of(path)
      rest = path.delete_prefix(".")
      steps = []
      while (step = STEP.match(rest))
        rest = step.post_match
        steps << (step[1] == "/" && !steps.empty? ? " > " : " ") << step[2] << step[3].gsub(/\[@/, "[").gsub(/\[(\d+)\]/, ':nth-of-type(\1)')
      end
      Utterson.unsupported("the XPath #{path}") unless rest.empty?
      steps.join.strip
    end
  end

  module XML
    class Node
      include Searchable
      include ::Enumerable

      attr_reader :number

      def self.new(name, _document = nil, **) = at(*Utterson.ask("html", "create", name.to_s))

      # The node with this number, as an object of its class; nil if there is none.
      def self.at(number = nil, kind = nil)
        KINDS.fetch(kind).allocate.tap { |node| node.instance_variable_set(:@number, number) } if number
      end

      def ask(question, *args) = Utterson.ask("html", question, number, *args)

      # The answer to a question about other nodes.
      def nodes(question, *args) = ask(question, *args).map { |found| Node.at(*found) }

      def [](name) = ask("attribute", name.to_s)
      alias attr []
      alias get_attribute []
      alias attribute_value []

      def []=(name, value)
        ask("setAttribute", name.to_s, value.to_s)
      end
      alias set_attribute []=

      def remove_attribute(name) = ask("setAttribute", name.to_s, nil)
      alias delete remove_attribute
      def key?(name) = !self[name].nil?
      alias has_attribute? key?
      def attributes = ask("attributes").to_h
      def keys = attributes.keys
      def values = attributes.values
      def each(&block) = attributes.each(&block)
      def classes = self["class"].to_s.split

      def add_class(names)
        self["class"] = (classes | names.split).join(" ")
        self
      end

      def append_class(names)
        self["class"] = (classes + names.split).join(" ")
        self
      end

      def remove_class(names = nil)
        rest = names.nil? ? [] : classes - names.split
        rest.empty? ? remove_attribute("class") : self["class"] = rest.join(" ")
        self
      end

      def name = ask("name")
      alias node_name name

      def name=(value)
        ask("rename", value.to_s)
      end

      def text = ask("text")
      alias content text
      alias inner_text text

      def content=(value)
        ask("setText", value.to_s)
      end
      alias native_content= content=

      def inner_html(*) = ask("innerHtml")
      def to_html(*, **) = ask("outerHtml")
      alias to_s to_html
      alias outer_html to_html

      def inner_html=(added)
        ask("setChildren", added_of(added))
      end
      alias children= inner_html=

      def children = NodeSet.new(nodes("children"))
      def elements = NodeSet.new(children.select(&:element?))
      alias element_children elements
      def first_element_child = elements.first
      def parent = Node.at(*ask("parent"))
      def next_sibling = Node.at(*ask("sibling", 1))
      def previous_sibling = Node.at(*ask("sibling", -1))
      alias next next_sibling
      alias previous previous_sibling
      def next_element = element_from(next_sibling, &:next_sibling)
      def previous_element = element_from(previous_sibling, &:previous_sibling)
      def ancestors = NodeSet.new(parent.nil? ? [] : [parent, *parent.ancestors])

      def add_child(added) = added_to(self, -1, added)
      def prepend_child(added) = added_to(self, 0, added)
      def add_next_sibling(added) = added_to(parent, index + 1, added)
      def add_previous_sibling(added) = added_to(parent, index, added)
      alias after add_next_sibling
      alias before add_previous_sibling

      def <<(added)
        add_child(added)
        self
      end

      def remove
        ask("remove")
        self
      end
      alias unlink remove

      def replace(added)
        result = add_previous_sibling(added)
        remove
        result
      end
      alias swap replace

      def wrap(html)
        box = add_previous_sibling(html)
        box = box.first if box.is_a?(NodeSet)
        box.add_child(self)
        self
      end

      def traverse(&block)
        children.each { |child| child.traverse(&block) }
        yield self
      end

      def create_element(name, *content)
        Node.new(name).tap do |node|
          content.each { |one| one.is_a?(::Hash) ? one.each { |key, value| node[key] = value } : node.content = one }
        end
      end

      def document = ancestors.last || self
      def element? = false
      def text? = false
      def comment? = false
      def matches?(rule) = document.css(rule).include?(self)
      def ==(other) = other.is_a?(Node) && number == other.number
      alias eql? ==
      def hash = number.hash
      def inspect = "#<#{self.class} #{name}>"

      private

      def index = ask("index")

      # The first element from a node on, by a step from one to the next.
      def element_from(node)
        node = yield node until node.nil? || node.element?
        node
      end

      def added_of(added) = added.is_a?(::String) ? added : Array(added.is_a?(Node) ? [added] : added.to_a).map(&:number)

      def added_to(place, at, added)
        found = place.nodes("insert", at, added_of(added))
        added.is_a?(Node) ? added : NodeSet.new(found)
      end
    end

    class Element < Node
      def element? = true
    end

    class Text < Node
      def text? = true
    end

    class Comment < Node
      def comment? = true
    end

    class Document < Node
      def root = elements.first
      def title = at_css("title")&.text
      def body = at_css("body")
      def head = at_css("head")
    end

    DocumentFragment = Class.new(Node)

    KINDS = { "element" => Element, "text" => Text, "verbatim" => Comment, "document" => Document, "fragment" => DocumentFragment }.freeze

    class NodeSet
      include Searchable
      include ::Enumerable

      def initialize(nodes)
        @nodes = nodes.uniq
      end

      def each(&block)
        @nodes.each(&block)
        self
      end

      def css(*rules) = NodeSet.new(@nodes.flat_map { |node| node.css(*rules).to_a })
      def [](*at) = @nodes[*at]
      alias slice []
      def first(*count) = @nodes.first(*count)
      def last(*count) = @nodes.last(*count)
      def length = @nodes.length
      alias size length
      def empty? = @nodes.empty?
      def index(*args, &block) = @nodes.index(*args, &block)
      def text = @nodes.map(&:text).join
      alias content text
      alias inner_text text
      def to_html(*) = @nodes.map(&:to_html).join
      alias to_s to_html
      def inner_html(*) = @nodes.map(&:inner_html).join
      def attr(name) = first&.[](name)
      def +(other) = NodeSet.new(@nodes + other.to_a)
      alias | +
      def reverse = NodeSet.new(@nodes.reverse)

      %i(remove add_class remove_class wrap remove_attribute).each do |name|
        define_method(name) { |*args| each { |node| node.public_send(name, *args) } }
      end
      alias unlink remove

      def set(name, value) = each { |node| node[name] = value }
    end
  end

  module HTML
    Document = Class.new(XML::Document)
    DocumentFragment = Class.new(XML::DocumentFragment)

    class << self
      def parse(source, *) = Document.parse(source)
      def fragment(source, *) = DocumentFragment.parse(source)
    end

    def Document.parse(source, *) = XML::Node.at(*Utterson.ask("html", "parse", "document", source.to_s))
    def DocumentFragment.parse(source, *) = XML::Node.at(*Utterson.ask("html", "parse", "fragment", source.to_s))
  end

  HTML4 = HTML

  module HTML5
    def self.method_missing(*) = Utterson.unsupported("Nokogiri::HTML5")
    def self.respond_to_missing?(*) = true
  end
end
