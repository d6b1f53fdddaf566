import { expect, test } from 'vitest';
import { memorySite } from '../build/memory-site.ts';

const tag = (body: string): string =>
  `class Probe < Liquid::Tag\n  def render(context)\n    ${body}\n  end\nend\nLiquid::Template.register_tag('probe', Probe)\n`;

/** What a tag with this body prints. */
async function printed(body: string, files: Record<string, string> = {}): Promise<string> {
  const site = await memorySite({ '_plugins/probe.rb': tag(body), 'index.html': '---\n---\n{% probe %}', ...files });
  await site.builder.build();
  return site.read('index.html');
}

test('an exception stops the build, and is shown at its line', async () => {
  const files = { '_plugins/probe.rb': tag('raise ArgumentError, "no luck"'), 'index.html': '---\n---\n{% probe %}' };
  const { builder } = await memorySite(files);
  await expect(builder.build()).rejects.toMatchObject({
    message: expect.stringContaining('ArgumentError: no luck'),
    location: { file: '/site/_plugins/probe.rb', line: 3, source: files['_plugins/probe.rb'] },
  });
});

test('what Ruby code cannot do here stops the build with a hint', async () => {
  const generator = 'class Maker < Jekyll::Generator\n  def generate(site)\n    Liquid::Template.tags\n  end\nend\n';
  const { builder } = await memorySite({ '_plugins/maker.rb': generator });
  await expect(builder.build()).rejects.toMatchObject({
    code: 'RubyUnsupported',
    message: 'Liquid::Template.tags is not available to Ruby files here',
    hint: expect.stringContaining('ruby_plugins: false'),
    location: expect.objectContaining({ file: '/site/_plugins/maker.rb', line: 3 }),
  });
});

test('a document that Ruby code makes lies in the site', async () => {
  const maker =
    'class Maker < Jekyll::Generator\n  def generate(site)\n    Jekyll::Document.new("/other/a.md", { :site => site, :collection => site.posts })\n  end\nend\n';
  const { builder } = await memorySite({ '_plugins/maker.rb': maker });
  await expect(builder.build()).rejects.toThrow('A document cannot have the path /other/a.md, outside of the site.');
});

const REFUSED: Readonly<Record<string, readonly [ruby: string, reason: string]>> = {
  gem: ["require 'mini_magick'\nmodule A; end", 'LoadError: cannot load such file -- mini_magick'],
  method: ['module Jekyll\n  class Site\n    def render; end\n  end\nend', 'a change of Jekyll::Site#render'],
  class: ['module Jekyll\n  class Renderer\n    def run; end\n  end\nend', 'a change of Jekyll::Renderer'],
  posts: [
    'class Jekyll::PostReader\n  def read_posts(dir)\n    []\n  end\nend',
    'a change of Jekyll::PostReader#read_posts that does more than name a pattern',
  ],
  kramdown: ['module Kramdown\n  module Parser; end\nend', 'a change of Kramdown::Parser'],
  converter: [
    'class Kramdown::Converter::Html\n  def convert_root(*) = "lost"\nend',
    'a change of Kramdown::Converter::Html#convert_root',
  ],
  elements: ["class Kramdown::Converter::Html\n  def convert_p(*) = 'lost'\nend\nrequire 'mini_magick'", 'LoadError'],
  before: [
    'module Before\n  def write? = false\nend\nJekyll::Document.prepend Before',
    'a change of Jekyll::Document#write?',
  ],
  rouge: ['class Mine < Rouge::Formatters::HTML; end', 'Rouge::Formatters is not available'],
  document: [
    'module Kramdown\n  class Document\n    def to_html; end\n  end\nend',
    'a change of Kramdown::Document#to_html',
  ],
  setup: [
    'class Jekyll::Converters::Markdown\n  def setup; end\n  def convert(_) = "lost"\nend',
    'a change of Jekyll::Converters::Markdown#setup',
  ],
  function: ['module Jekyll\n  def self.sanitized_path(_, path) = path\nend', 'a change of Jekyll.sanitized_path'],
  command: ['class Deploy < Jekyll::Command; end', 'Jekyll::Command is not available'],
  broken: ['def broken(', 'SyntaxError'],
};

test('files that cannot run are named with the reasons, and the others run', async () => {
  const refused = Object.entries(REFUSED).map(([name, [ruby]]) => [`_plugins/${name}.rb`, ruby]);
  const files = {
    ...Object.fromEntries(refused),
    '_plugins/z.rb': tag('"runs"'),
    'index.html': '---\n---\n{% probe %}',
    'text.md': '---\n---\n*text*',
  };
  const site = await memorySite(files);
  await site.builder.build();
  expect(site.read('index.html')).toBe('runs');
  // What such a file has replaced of Jekyll is undone.
  expect(site.read('text.html')).toBe('<p><em>text</em></p>\n');
  const said = site.log.messages.map(({ text }) => text.trim());
  for (const [name, [, reason]] of Object.entries(REFUSED)) {
    expect(said).toContainEqual(
      expect.stringMatching(
        new RegExp(
          `^Plugin: _plugins/${name}\\.rb is written in Ruby and does not run here( \\(\\w.*\\))?: .*${reason}`,
          's',
        ),
      ),
    );
  }
  // Where the reason says it all, nothing is said of what the file defines.
  expect(said.join()).not.toContain('nothing that Jekyll');
});

test('RubyGems, which old files ask for, is not loaded: what it says of gems of its own concerns nobody', async () => {
  const ruby = `require 'rubygems'\nrequire 'mini_magick'\n${tag('1')}`;
  const { builder, log } = await memorySite({ '_plugins/probe.rb': ruby, 'index.html': '---\n---\n' });
  await builder.build();
  const said = log.messages.map(({ text }) => text).join('\n');
  expect(said).toContain('_plugins/probe.rb is written in Ruby and does not run here');
  expect(said).not.toContain('extensions are not built');
  expect(await printed("require 'rubygems'; Gem::Version.new('10') > Gem::Version.new('9')")).toBe('true');
});

test('methods that change nothing of Jekyll may be added to its classes', async () => {
  const ruby = `module Jekyll\n  class Page\n    def shout = data['title'].upcase\n  end\nend\n${tag("context.registers[:site].pages.map(&:shout).join(' ')")}`;
  const files = { '_plugins/a.rb': ruby, 'index.html': '---\ntitle: home\n---\n{% probe %}' };
  const site = await memorySite(files);
  await site.builder.build();
  expect(site.read('index.html')).toBe('HOME');
});

test('Ruby code reads the files of the site, and nothing else', async () => {
  const files = { 'notes/a.txt': 'seen', 'notes/b.txt': '' };
  expect(await printed(`File.read('notes/a.txt') + Dir['notes/*'].inspect`, files)).toBe(
    'seen["notes/a.txt", "notes/b.txt"]',
  );
  expect(await printed(`File.read(File.join(context.registers[:site].source, 'notes/a.txt'))`, files)).toBe('seen');
  expect(await printed(`[File.exist?('/etc/passwd'), File.exist?('../etc/passwd'), Dir['/*']].inspect`)).toBe(
    '[false, false, ["/site"]]',
  );
});

const FORBIDDEN = [
  `File.write('../a.txt', 'x')`,
  `File.write('/a.txt', 'x')`,
  `File.write('/tmp/a.txt', 'x')`,
  `Dir.mkdir('/site/../new')`,
  `File.delete('/site')`,
  `File.rename('index.html', '/b.html')`,
  `File.symlink('/etc/passwd', 'passwd')`,
  `File.link('index.html', 'linked.html')`,
  'system("ls")',
  'IO.popen("ls")',
  'open("|ls")',
  'require "open3"; Open3.capture2("ls")',
  '`ls`',
  `require 'socket'; TCPSocket.open('localhost', 80)`,
  `require 'net/http'; Net::HTTP.get(URI('https://localhost/'))`,
  `Utterson.ask('front_matter', '/etc/hostname')`,
  `Jekyll::StaticFile.new(context.registers[:site], '/etc', '', 'hostname').url`,
];

test('Ruby code changes no file, runs no program and calls nobody', async () => {
  const attempts = FORBIDDEN.map((code) => `-> { ${code} }`).join(', ');
  const body = `[${attempts}].map { |attempt| begin; attempt.call; 'done'; rescue Exception; 'refused'; end }.join(' ')`;
  expect(await printed(body)).toBe(FORBIDDEN.map(() => 'refused').join(' '));
});

test('nothing of JavaScript is left for Ruby code to call', async () => {
  const body = `objects = ObjectSpace.each_object.select { |one| Kernel.instance_method(:class).bind_call(one).to_s.start_with?('JS') }
    load '/bundle/gems/js-2.10.1/lib/js.rb' rescue nil
    tried = objects.flat_map { |one| [(one[:constructor] rescue nil), (one.call(:toString) rescue nil), (one.apply('1') rescue nil), (one.constructor rescue nil)] }
    raise 'no objects to try' if objects.empty?
    [defined?(JS.eval), defined?(JS.global), (JS.eval('1') rescue nil), (String.new.to_js[:length] rescue nil), *tried].compact.inspect`;
  expect(await printed(body)).toBe('[]');
});

test('its files are left alone in safe mode, and if the configuration says so', async () => {
  const files = { '_plugins/a.rb': 'raise "it ran"', 'index.html': '---\n---\nText' };
  for (const config of [{ safe: true }, { ruby_plugins: false }]) {
    const site = await memorySite(files, { config });
    await site.builder.build();
    expect(site.read('index.html')).toBe('Text');
  }
});

test('a plugin in JavaScript takes the place of the tag in Ruby that it was ported from', async () => {
  const ported = { name: 'ported', tags: { probe: { parse: () => ({ render: () => 'JavaScript' }) } } };
  const files = { '_plugins/probe.rb': tag('"Ruby"'), 'index.html': '---\n---\n{% probe %}' };
  const site = await memorySite(files, { plugins: [ported] });
  await site.builder.build();
  expect(site.read('index.html')).toBe('JavaScript');
});

test('later builds of a process see what has changed', async () => {
  const files = {
    '_plugins/probe.rb': tag(`context.registers[:site].pages.map { |page| page.data['title'] }.join(',')`),
    'index.html': '---\ntitle: one\n---\n{% probe %}',
  };
  const site = await memorySite(files);
  await site.builder.build();
  site.tree.write('/site/index.html', '---\ntitle: two\n---\n{% probe %}');
  await site.builder.build([{ kind: 'changed', path: '/site/index.html' }]);
  expect(site.read('index.html')).toBe('two');
});

test('two sites run their Ruby files side by side', async () => {
  const make = (word: string) =>
    memorySite({ '_plugins/probe.rb': tag(`$said = "#{$said}${word}"`), 'index.html': '---\n---\n{% probe %}' });
  const [one, two] = [await make('a'), await make('b')];
  for (const { builder } of [one, two, one]) await builder.build();
  expect([one.read('index.html'), two.read('index.html')]).toEqual(['aa', 'b']);
});

test('sorting keeps the order of equals, as on Linux', async () => {
  const body = `words = (0...40).map { |i| [i % 3, i] }
    [words.sort_by(&:first), words.sort { |a, b| a[0] <=> b[0] }].map { |list| list.map(&:last).join(',') }.uniq.join('|')`;
  const expected = [0, 1, 2].flatMap((rest) => [...Array(40).keys()].filter((index) => index % 3 === rest)).join(',');
  expect(await printed(body)).toBe(expected);
});

test('the keys of hashes cannot reach the prototypes of objects', async () => {
  const generator = `class Maker < Jekyll::Generator\n  def generate(site)\n    site.data['x'] = { '__proto__' => { 'a' => 1 }, '^' => 'object', 'constructor' => 2 }\n  end\nend\n`;
  const index =
    '---\n---\n{{ site.data.x.__proto__.a }} {{ site.data.x.constructor }} {{ site.data.x["^"] }} {{ site.data.y.a }}';
  const site = await memorySite({ '_plugins/maker.rb': generator, 'index.html': index });
  await site.builder.build();
  expect(site.read('index.html')).toBe('1 2 object ');
});

test('a method that calls itself without end stops the build, not the process', async () => {
  const files = { '_plugins/probe.rb': tag('render(context)'), 'index.html': '---\n---\n{% probe %}' };
  const { builder } = await memorySite(files);
  await expect(builder.build()).rejects.toMatchObject({
    message: expect.stringMatching(/SystemStackError|The Ruby interpreter has ended/),
  });
});

test('numbers keep their values and their kinds on the way', async () => {
  const generator = `class Maker < Jekyll::Generator\n  def generate(site)\n    n = site.data['n']\n    site.data['m'] = [n, n.map(&:class), 0.0 / 0, -1.0 / 0, 10**30, 2.0, 7]\n    site.data['again'] = site.data['m'].first.sum\n  end\nend\n`;
  const files = {
    '_plugins/maker.rb': generator,
    '_data/n.yml': '[1, 2.5, 12345678901234567890, .inf, -3.0]',
    'index.html': '---\n---\n{{ site.data.m | inspect }} {{ site.data.again }}',
  };
  const site = await memorySite(files);
  await site.builder.build();
  expect(site.read('index.html')).toBe(
    '[[1, 2.5, 12345678901234567890, Infinity, -3.0], ["Integer", "Float", "Integer", "Float", "Float"], NaN, -Infinity, 1000000000000000000000000000000, 2.0, 7] Infinity'.replaceAll(
      '"',
      '&quot;',
    ),
  );
});

test('values of a method in C that waits for an answer are not collected as garbage', async () => {
  const body = `page = context.registers[:site].pages.first
    text = '[a] ' * 40
    wrong = (0...60).reject do
      made = text.gsub(/\\[a\\]/) { (0...300).map { |i| "#{i}" * 9 }.size.to_s + page.url }
      made == "300/ " * 40
    end
    wrong.size.to_s`;
  expect(await printed(body)).toBe('0');
});

test('what waits for an answer in a fiber of its own is refused', async () => {
  const body = `names = Enumerator.new { |list| list << context.registers[:site].pages.first.url }\n    names.next`;
  await expect(printed(body)).rejects.toThrow('an Enumerator that asks the site in its own fiber is not available');
});

test('what Jekyll loads of the standard library is there', async () => {
  const body = `[File.exists?('index.html'), CGI.escape('a b'), ERB::Util.url_encode('a b'), URI('http://a/b').path, { 1 => 2 }.to_yaml, Pathname('a/b').basename,
    Class.new { include Jekyll::Utils }.new.slugify('A b'), FileUtils.name, StringIO.new('x').read, CSV.parse_line('a,b').size, Forwardable.name, OpenStruct.new(:a => 1).a,
    Base64.strict_encode64('a'), StringScanner.new('a').scan(/a/), SimpleDelegator.name, Logger.name].join(' ')`;
  expect(await printed(body)).toBe(
    'true a+b a%20b /b ---\n1: 2\n b a-b FileUtils x 2 Forwardable 1 YQ== a SimpleDelegator Logger',
  );
});

test('what Ruby code writes into the source is there for this build only', async () => {
  const generator = `class Maker < Jekyll::Generator\n  def generate(site)\n    File.write('_includes/a.html', File.read('_includes/a.html') + 'er')\n    File.delete('b.txt')\n  end\nend\n`;
  const site = await memorySite({
    '_plugins/maker.rb': generator,
    '_includes/a.html': 'old',
    'index.html': '---\n---\n{% include a.html %}',
    'b.txt': 'kept',
  });
  for (let build = 0; build < 2; build++) {
    await site.builder.build();
    expect(site.read('index.html')).toBe('older');
    expect(new TextDecoder().decode(site.tree.read('/site/_includes/a.html'))).toBe('old');
    expect(site.tree.status('/site/b.txt')).toBeDefined();
  }
  const said = site.log.messages.map(({ text }) => text).filter((text) => text.includes('Ruby files:'));
  expect(said).toEqual([expect.stringMatching(/ in this build only: _includes\/a\.html, b\.txt$/)]);
});

test('nothing is said of a file that Ruby code writes as it is', async () => {
  const generator = `class Maker < Jekyll::Generator\n  def generate(site) = File.write('a.txt', 'same')\nend\n`;
  const site = await memorySite({ '_plugins/maker.rb': generator, 'a.txt': 'same' });
  await site.builder.build();
  expect(site.log.messages.filter(({ text }) => text.includes('Ruby files:'))).toEqual([]);
});

test('a cache of Jekyll lasts for one build', async () => {
  const code = `CACHE = Jekyll::Cache.new('a')
    class Probe < Liquid::Tag
      def render(context)
        [CACHE.key?('k'), CACHE.getset('k') { 1 }, Jekyll::Cache.new('a')['k'], (Jekyll::Cache.new('b')['k'] rescue $!.class), CACHE.delete('k'), CACHE.getset('k') { 2 }].inspect
      end
    end
    Liquid::Template.register_tag('probe', Probe)`;
  const site = await memorySite({ '_plugins/probe.rb': code, 'index.html': '---\n---\n{% probe %}' });
  for (let build = 0; build < 2; build++) {
    await site.builder.build();
    expect(site.read('index.html')).toBe('[false, 1, 1, RuntimeError, 1, 2]');
  }
});

const WRITER = (path: string): string =>
  `Jekyll::Hooks.register(:site, :post_write) { |site| File.write(File.join(site.dest, ${path}), site.data['text']) if site.data['text'] }\n`;

test('a file that Ruby code no longer puts into the destination is removed, and nothing else', async () => {
  const site = await memorySite({
    '_plugins/writer.rb': WRITER("'made.txt'"),
    '_data/text.yml': 'one',
    'index.html': 'page',
  });
  const { written } = await site.builder.build();
  expect([site.read('made.txt'), written]).toEqual(['one', expect.arrayContaining(['made.txt'])]);
  site.tree.write('/site/_data/text.yml', 'two');
  const { written: again } = await site.builder.build([{ kind: 'changed', path: '/site/_data/text.yml' }]);
  expect([site.read('made.txt'), again]).toEqual(['two', ['made.txt']]);
  site.tree.remove('/site/_data/text.yml');
  await site.builder.build([{ kind: 'removed', path: '/site/_data/text.yml' }]);
  expect(site.tree.status('/out/made.txt')).toBeUndefined();
  expect(site.read('index.html')).toBe('page');
});

test('nodes of HTML are there until the call is over that parsed them', async () => {
  const ruby = `Jekyll::Hooks.register(:pages, :post_render) do |page|
    $html ||= Nokogiri::HTML.fragment(page.output)
    page.output = $html.at_css('b').text
  end\n`;
  const files = { '_plugins/a.rb': ruby, 'a.html': '---\n---\n<b>one</b>' };
  const site = await memorySite(files);
  await site.builder.build();
  expect(site.read('a.html')).toBe('one');
  const { builder } = await memorySite({ ...files, 'b.html': '---\n---\n<b>two</b>' });
  await expect(builder.build()).rejects.toThrow('kept a node of HTML');
});

test('files have their times', async () => {
  const files = {
    '_plugins/probe.rb': tag("File.mtime('index.html').to_i.to_s"),
    'index.html': '---\n---\n{% probe %}',
  };
  const site = await memorySite(files);
  await site.builder.build();
  expect(site.read('index.html')).toBe(String((site.tree.status('/site/index.html')?.modified ?? 0n) / 1_000_000_000n));
});
