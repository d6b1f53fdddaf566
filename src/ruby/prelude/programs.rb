# frozen_string_literal: true

# Other programs do not run, except git where it only reads: the program around this one decides on that.
module Utterson
  # What `$?` is when a program has ended.
  Ended = Struct.new(:exitstatus) do
    def success? = exitstatus.zero?
    def exited? = true
    def signaled? = false
    def pid = 0
    def to_i = exitstatus << 8
    def ==(other) = to_i == other.to_i
  end

  class << self
    # Runs a program, and returns what it prints.
    def run(*command)
      status, output = ask("program", command.size == 1 ? command.first.to_str : command.map(&:to_str), Dir.pwd)
      unsupported("running another program") if output.nil?
      $utterson_ended = Ended.new(status || 127)
      raise ::Errno::ENOENT, "git" if status.nil?

      output
    end
  end
end

$utterson_ended = nil
alias $? $utterson_ended

module Kernel
  private

  def `(command) = Utterson.run(command)

  def system(*command, exception: false, **options)
    Utterson.unsupported("running another program with options") unless options.empty? && command.none?(Hash)
    print Utterson.run(*command)
    raise "Command failed with exit #{$?.exitstatus}: git" if exception && !$?.success?

    $?.success?
  rescue ::Errno::ENOENT
    exception ? raise : nil
  end

  %i(exec spawn fork).each { |name| define_method(name) { |*, **| Utterson.unsupported("running another program") } }

  alias_method :utterson_open, :open

  def open(path, *args, **options, &block)
    Utterson.unsupported("running another program") if path.to_s.start_with?("|")
    utterson_open(path, *args, **options, &block)
  end
end

[[IO, :popen], [Process, :spawn], [Process, :exec], [Process, :fork]].each do |type, name|
  type.define_singleton_method(name) { |*, **| Utterson.unsupported("running another program") }
end

# These have them as methods of the module too.
%i(system exec spawn fork `).each { |name| Kernel.module_eval { module_function name } }
