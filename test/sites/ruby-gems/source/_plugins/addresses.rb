require "addressable/uri"

# Addresses in their parts, and written with the bytes that they must not contain.
module Addresses
  PARTS = %i(scheme userinfo user password host hostname port path query fragment authority site to_s absolute? relative? query_values basename extname).freeze
  UNRESERVED = Addressable::URI::CharacterClasses::UNRESERVED

  def parts(address)
    uri = Addressable::URI.parse(address)
    PARTS.to_h { |part| [part.to_s, uri.public_send(part)] }.inspect
  rescue Addressable::URI::InvalidURIError => e
    e.message
  end

  def encodings(address)
    type = Addressable::URI
    [type.encode(address), type.escape(address), type.encode_component(address), type.encode_component(address, UNRESERVED), type.encode_component(address, /[^a-z]/), type.unencode(address), type.unencode_component(address)].inspect
  rescue Addressable::URI::InvalidURIError => e
    e.message
  end
end
Liquid::Template.register_filter(Addresses)
