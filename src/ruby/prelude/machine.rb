# frozen_string_literal: true

require "json"

# What this interpreter and the program around it say to each other. Both sides speak JSON: a hash with the key "^" stands for a
# value that JSON does not have.
#
# The program starts a job (`start`) and gets its result, or a question of it (`ask`). It answers a question with `resume`. In between
# the job waits in a fiber, so that the program may start other jobs meanwhile: Ruby cannot be called while it waits within a call of
# JavaScript, and nothing of JavaScript is ever called from here.
#
# The garbage collector of this interpreter does not see what a waiting fiber holds in local variables of C, such as the result so far of a
# `gsub` whose block asks something, and frees it. So it runs in jobs only, and not while another job waits.
module Utterson
  # Something of Jekyll that Ruby files cannot use here.
  class Unsupported < ::StandardError; end

  # An error of the program, which has reported to the job what it was doing.
  class HostError < ::StandardError; end

  # The one string in which messages are returned: the program holds on to what it is given until its own garbage is collected.
  @message = +""
  @idle = []
  @waiting = {}
  @last = 0

  # What is loaded with Jekyll.
  {
    :CGI => "cgi", :ERB => "erb", :URI => "uri", :YAML => "yaml", :Psych => "yaml", :FileUtils => "fileutils", :Pathname => "pathname",
    :CSV => "csv", :Forwardable => "forwardable", :OpenStruct => "ostruct", :Base64 => "base64", :StringIO => "stringio",
    :StringScanner => "strscan", :Logger => "logger", :SimpleDelegator => "delegate", :Delegator => "delegate", :Monitor => "monitor",
    :Find => "find", :BigDecimal => "bigdecimal",
  }.each { |name, file| Object.autoload(name, file) }

  class << self
    def start(text)
      step(@idle.pop || new_fiber, JSON.parse(text))
    end

    def resume(text)
      message = JSON.parse(text)
      step(@waiting.delete(message["job"]), message)
    end

    # Questions whose answers depend on nothing that Ruby code may have changed in place, or that tell of such a change.
    PLAIN_QUESTIONS = %w(env html log zone utc_of_clock read has get set change new slugify transliterate url parse_date kramdown convert_kramdown kramdown_element end_conversion defaults front_matter push pop assign program).to_set.freeze

    # Asks the program something. To find the answer, it may call Ruby again.
    def ask(what, *args)
      Held.send_changes unless PLAIN_QUESTIONS.include?(what)
      unsupported("an Enumerator that asks the site in its own fiber") unless Fiber.current.equal?(@current)
      answer = leave({ "ask" => what, "args" => pack(args) })
      raise HostError, answer["error"] if answer.key?("error")

      unpack(answer["value"])
    end

    def unsupported(what)
      raise Unsupported, "#{what} is not available to Ruby files here"
    end

    private

    # A fiber costs more than a millisecond, so it takes one job after the other.
    def new_fiber
      Fiber.new do |job|
        enter
        loop { job = leave(perform(job)) }
      end
    end

    # Lets the program go on, and returns its next message to this fiber.
    def leave(message)
      GC.disable
      Fiber.yield(message).tap { enter }
    end

    def enter
      @current = Fiber.current
      GC.enable if @waiting.empty?
    end

    def step(fiber, message)
      found = fiber.resume(message)
      if found.key?("ask")
        @last += 1
        @waiting[@last] = fiber
        found["job"] = @last
      else
        @idle.push(fiber)
      end
      @message.replace(JSON.generate(found))
    end

    def perform(job)
      forget_objects if job["fresh"]
      Held.begin(job["fresh"], Jobs.rendering?(job["do"], *job["args"]))
      value = Jobs.public_send(job["do"], *unpack(job["args"]))
      packed = pack(value)
      Held.finish
      { "value" => packed }
    rescue ::Exception => e
      Held.abandon
      { "error" => describe(e) }
    end

    def describe(error)
      reason = reason_of_this_program(error)
      {
        "class" => error.class.name,
        "message" => reason ? "#{error.message}. #{reason}" : error.message,
        "unsupported" => error.is_a?(Unsupported) || !reason.nil?,
        "host" => error.is_a?(HostError),
        "trace" => (error.backtrace || []).first(40),
      }
    end

    # Why an error of Ruby's own does not happen in Jekyll.
    def reason_of_this_program(error)
      case error
      when ::Errno::EROFS, ::Errno::EPERM then "Ruby files can change files within the site and its destination only"
      when ::FrozenError
        "What the site's data and configuration hold cannot be changed in place while pages are rendered" if Held.rendering?
      end
    end
  end
end

module Utterson
  # Gems that files may load although they are not here, because what they do is.
  def self.provided_gems = @provided_gems ||= %w(jekyll liquid kramdown rouge nokogiri addressable colorator i18n)

  # There are no threads that could end something after a time.
  def self.adapt(library)
    Timeout.define_singleton_method(:timeout) { |seconds, *, &block| block.call(seconds) } if library == "timeout"
  end
end

module Kernel
  private

  alias_method :utterson_require, :require

  def require(name)
    name = name.to_s
    # Old files ask for RubyGems. It has no gems to find here, and would warn of those of Ruby's own that are not built.
    return false if name == "rubygems"
    return false if [name.tr("/", "-"), name.split("/").first].intersect?(Utterson.provided_gems)
    return Utterson::Network.provide && true if Utterson::Network::LIBRARIES.include?(name)

    utterson_require(name).tap { Utterson.adapt(name) }
  end
end

# It runs when it may, from here on.
%i(start compact).each { |name| GC.define_singleton_method(name) { |*, **| nil } }
GC.disable

# Methods that come with parts of the standard library which Jekyll loads: the first call loads them, which defines the method anew.
[[Kernel, :BigDecimal, "bigdecimal"], [Kernel, :URI, "uri"], [Kernel, :Pathname, "pathname"], [Object, :to_yaml, "yaml"]].each do |type, name, file|
  type.define_method(name) do |*args|
    require file
    __send__(name, *args)
  end
end

# Versions of gems can be compared without gems.
module Gem
  { :Version => "version", :Requirement => "requirement" }.each { |name, file| autoload name, "rubygems/#{file}" }
end

# Ruby 3.1 still had these, which old files call.
[File, Dir].each { |type| type.define_singleton_method(:exists?) { |path| exist?(path) } }
Object.define_method(:=~) { |_pattern| nil }
