# frozen_string_literal: true

# No build asks the network. A library that does is loaded, and finds no connection.
module Utterson
  module Network
    LIBRARIES = %w(socket openssl io/wait).freeze

    def self.provide
      return if Object.const_defined?(:Socket)

      sockets = %w(BasicSocket IPSocket TCPSocket TCPServer UDPSocket UNIXSocket Socket)
      Object.const_set(:SocketError, Class.new(::StandardError)) unless Object.const_defined?(:SocketError)
      sockets.each { |name| Object.const_set(name, Class.new(::IO) { extend Unconnected }) }
      Object.const_set(:OpenSSL, Module.new)
      OpenSSL.const_set(:SSL, Module.new)
      OpenSSL::SSL.const_set(:SSLContext, Class.new { extend Unconnected })
      { :VERIFY_NONE => 0, :VERIFY_PEER => 1, :SSLError => Class.new(::StandardError) }.each { |name, value| OpenSSL::SSL.const_set(name, value) }
      OpenSSL.define_singleton_method(:const_missing) { |name| Utterson.unsupported("OpenSSL::#{name}") }
    end

    module Unconnected
      %i(new open tcp getaddrinfo gethostbyname udp unix).each do |name|
        define_method(name) { |*, **| raise ::SocketError, "getaddrinfo: Temporary failure in name resolution" }
      end
    end
  end
end
