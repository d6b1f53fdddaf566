# frozen_string_literal: true

# What Jekyll loads of addresses: their parts, and how their characters are written. Changing, joining and normalizing them is not here.
module Addressable
  class URI
    class InvalidURIError < ::StandardError; end

    module CharacterClasses
      ALPHA = "a-zA-Z"
      DIGIT = "0-9"
      GEN_DELIMS = '\\:\\/\\?\\#\\[\\]\\@'
      SUB_DELIMS = '\\!\\$\\&\\\'\\(\\)\\*\\+\\,\\;\\='
      RESERVED = GEN_DELIMS + SUB_DELIMS
      UNRESERVED = ALPHA + DIGIT + '\\-\\.\\_\\~'
      PCHAR = UNRESERVED + SUB_DELIMS + '\\:\\@'
      SCHEME = ALPHA + DIGIT + '\\-\\+\\.'
      HOST = UNRESERVED + SUB_DELIMS + '\\[\\:\\]'
      AUTHORITY = PCHAR + '\\[\\:\\]'
      PATH = PCHAR + '\\/'
      QUERY = PCHAR + '\\/\\?'
      FRAGMENT = QUERY
    end

    PARTS = %r!\A(?:([^:/?#]+):)?(?://([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?\z!m
    SCHEME = /\A[a-z][a-z0-9.+-]*\z/i
    WITH_HOST = %w(http https ftp ssh git sftp svn svn+ssh ws wss).freeze
    private_constant :PARTS, :SCHEME, :WITH_HOST

    class << self
      def parse(address) = address.nil? || address.is_a?(URI) ? address&.dup : new(*PARTS.match(address.to_str).captures)

      # The bytes of an address that it must not contain, written with their numbers.
      def encode(address)
        uri = parse(address)
        classes = CharacterClasses
        { :scheme => classes::SCHEME, :authority => classes::AUTHORITY, :path => classes::PATH, :query => classes::QUERY, :fragment => classes::FRAGMENT }
          .then { |allowed| new(*allowed.map { |part, letters| encode_component(uri.public_send(part), letters) }).to_s }
      end
      alias escape encode

      # @param letters those that stay, as in a pattern's brackets, or a pattern of those that do not
      def encode_component(text, letters = CharacterClasses::RESERVED + CharacterClasses::UNRESERVED)
        return if text.nil?

        others = letters.is_a?(::String) ? /[^#{letters}]/ : letters
        text.to_s.b.gsub(others) { |byte| format("%%%02X", byte.ord) }.force_encoding(Encoding::UTF_8)
      end
      alias escape_component encode_component

      def unencode(text) = text&.to_s&.b&.gsub(/%\h\h/) { |code| code[1, 2].hex.chr }&.force_encoding(Encoding::UTF_8)
      alias unencode_component unencode
      alias unescape unencode
      alias unescape_component unencode

      %i(convert_path form_encode form_unencode heuristic_parse join normalize_component normalized_encode).each do |name|
        define_method(name) { |*, **| Utterson.unsupported("Addressable::URI.#{name}") }
      end
    end

    attr_reader :scheme, :authority, :path, :query, :fragment

    def initialize(scheme, authority, path, query, fragment)
      @scheme, @authority, @path, @query, @fragment = scheme, authority, path, query, fragment
      check
    end

    def userinfo = authority&.slice(/\A([^\[\]]*)@/, 1)
    def user = userinfo&.slice(/\A[^:]*/)
    def password = userinfo&.slice(/:(.*)\z/m, 1)
    def host = authority&.sub(/\A[^\[\]]*@/, "")&.sub(/:[^:@\[\]]*\z/, "")
    def hostname = host&.delete_prefix("[")&.delete_suffix("]")
    def port = written_port.to_s.empty? ? nil : Integer(written_port, 10)
    def site = [("#{scheme}:" if scheme), ("//#{authority}" if authority)].compact.then { |parts| parts.join unless parts.empty? }
    def basename = File.basename(path)
    def extname = File.extname(path)
    def absolute? = !relative?
    def relative? = scheme.nil?
    def query_values = query&.split("&")&.reject(&:empty?)&.to_h { |pair| value_of(pair) }
    def to_s = "#{site}#{path}#{"?#{query}" if query}#{"##{fragment}" if fragment}"
    alias to_str to_s
    def ==(other) = other.is_a?(URI) && to_s == other.to_s
    def inspect = "#<Addressable::URI URI:#{self}>"
    def method_missing(name, ...) = Utterson.unsupported("Addressable::URI##{name}")
    def respond_to_missing?(*) = false

    private

    def written_port = authority&.slice(/:([^:@\[\]]*)\z/, 1)
    def value_of(pair) = pair.split("=", 2).values_at(0, 1).map { |part| part && URI.unencode(part.tr("+", " ")) }

    def check
      raise InvalidURIError, "Invalid scheme format: '#{scheme}'" unless scheme.nil? || SCHEME.match?(scheme)
      raise InvalidURIError, "Invalid port number: #{written_port.inspect}" unless written_port.to_s.match?(/\A\d*\z/)
      return unless WITH_HOST.include?(scheme.to_s.downcase) && host.to_s.empty? && path.empty?

      raise InvalidURIError, "Absolute URI missing hierarchical segment: '#{scheme}://'"
    end
  end
end
