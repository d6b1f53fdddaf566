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
  const generator =
    'class Maker < Jekyll::Generator\n  def generate(site)\n    Jekyll::Document.new("a", {})\n  end\nend\n';
  const { builder } = await memorySite({ '_plugins/maker.rb': generator });
  await expect(builder.build()).rejects.toMatchObject({
    code: 'RubyUnsupported',
    message: 'Jekyll::Document.new is not available to Ruby files here',
    hint: expect.stringContaining('ruby_plugins: false'),
    location: expect.objectContaining({ file: '/site/_plugins/maker.rb', line: 3 }),
  });
});

test.each([
  ["require 'nokogiri'\nmodule A; end", 'LoadError: cannot load such file -- nokogiri'],
  ['module Jekyll\n  class Site\n    def render; end\n  end\nend', 'a change of Jekyll::Site#render'],
  ['module Jekyll\n  class Renderer\n    def run; end\n  end\nend', 'a change of Jekyll::Renderer'],
  ['module Kramdown\n  class Element; end\nend', 'a change of Kramdown'],
  ['class Deploy < Jekyll::Command; end', 'Jekyll::Command is not available'],
  ['def broken(', 'SyntaxError'],
])('a file that cannot run is named with the reason, and the others run: %j', async (ruby, reason) => {
  const files = { '_plugins/a.rb': ruby, '_plugins/b.rb': tag('"runs"'), 'index.html': '---\n---\n{% probe %}' };
  const site = await memorySite(files);
  await site.builder.build();
  expect(site.read('index.html')).toBe('runs');
  const said = site.log.messages.map(({ text }) => text).join('\n');
  expect(said).toContain('_plugins/a.rb is written in Ruby and does not run here');
  expect(said).toContain(reason);
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

test.each([
  `File.write('a.txt', 'x')`,
  `File.write('index.html', 'x')`,
  `Dir.mkdir('new')`,
  `File.delete('index.html')`,
  `File.rename('index.html', 'b.html')`,
  'system("ls")',
  'IO.popen("ls")',
  'open("|ls")',
  'require "open3"; Open3.capture2("ls")',
  '`ls`',
  `require 'socket'`,
  `Utterson.ask('front_matter', '/etc/hostname')`,
  `context.registers[:site].static_files << Jekyll::StaticFile.new(context.registers[:site], '/etc', '', 'hostname')`,
])('Ruby code changes nothing, runs nothing and calls nobody: %s', async (body) => {
  await expect(printed(body)).rejects.toThrow();
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
