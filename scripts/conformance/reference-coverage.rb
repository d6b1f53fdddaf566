# Which lines and branches of the reference the inputs of a comparison reach: where they reach none, the generators lack something.
#   export COVERAGE=FOLDER RUBYOPT=-r$PWD/scripts/conformance/reference-coverage.rb; node scripts/conformance/kramdown-fuzz.mjs 20000 1
#   unset RUBYOPT; ruby scripts/conformance/reference-coverage.rb kramdown/lib   # the files whose paths contain a word, and what was not reached
# Rouge is left out: nobody is to read its source.
require "coverage"

module ReferenceCoverage
  NAMES = %w(jekyll liquid kramdown gfm safe_yaml).freeze

  # Those of the folders on RUBYLIB that are the reference's, as in /ref/kramdown/lib.
  def self.of_reference?(path)
    @roots ||= ENV.fetch("RUBYLIB", "").split(":").select { |root| NAMES.include?(File.basename(File.dirname(root))) }
    @roots.any? { |root| path.start_with?("#{root}/") }
  end

  # Each process, and each fork, writes a file of its own.
  def self.write
    return if @written == Process.pid

    @written = Process.pid
    found = Coverage.peek_result.select { |path, _| of_reference?(path) }
    File.binwrite(File.join(ENV.fetch("COVERAGE"), "#{Process.pid}-#{rand(10**9)}.counts"), Marshal.dump(found))
  end

  # The sum of all files: path => [{ line => count }, { [line, source of the branch] => count }]
  def self.sum
    Dir[File.join(ENV.fetch("COVERAGE"), "*.counts")].each_with_object({}) do |file, all|
      Marshal.load(File.binread(file)).each do |path, counts|
        lines, branches = (all[path] ||= [Hash.new(0), Hash.new(0)])
        counts[:lines].each_with_index { |count, index| lines[index + 1] += count if count }
        counts[:branches].each do |base, ways|
          ways.each { |way, count| branches[[base[2], "#{base[0]}, #{way[0]} at #{way[2]}:#{way[3]}"]] += count }
        end
      end
    end
  end

  def self.report(words)
    sum.sort.each do |path, (lines, branches)|
      next unless words.empty? || words.any? { |word| path.include?(word) }

      puts "#{path}: #{share(lines)} lines, #{share(branches)} branches"
      source = File.readlines(path)
      lines.each { |line, count| puts "  #{line}: #{source[line - 1].strip}" if count.zero? }
      branches.each do |(line, way), count|
        puts "  #{line} (#{way}): #{source[line - 1].strip}" if count.zero? && lines[line].positive?
      end
    end
  end

  def self.share(counts) = "#{counts.count { |_, count| count.positive? }} of #{counts.size}"
end

if $PROGRAM_NAME == __FILE__
  ReferenceCoverage.report(ARGV)
else
  Coverage.start(:lines => true, :branches => true)
  at_exit { ReferenceCoverage.write }
  # The forks of site-reference.rb end without at_exit.
  Kernel.prepend(Module.new do
    def exit!(*status)
      ReferenceCoverage.write
      super
    end
  end)
end
