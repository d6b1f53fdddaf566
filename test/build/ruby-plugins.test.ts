import { describe, expect, test } from 'vitest';
import { readGemfile } from '../../src/build/plugins/read-gemfile.ts';
import { describeRubyPieces, readRubyPlugin } from '../../src/build/plugins/read-ruby-plugin.ts';
import { expectLinearTime } from '../linear-time.ts';
import { memorySite } from './memory-site.ts';

const ALL_KINDS = `# Liquid::Template.register_tag('in_a_comment', Nothing)
module Jekyll
  class Roman < Liquid::Tag # :nodoc:
    def render(context) = "MDCCCLXXXVI"
  end

  module Casing
    def shout(input)
      input.upcase
    end

    def whisper(input) = input.downcase

    def self.included(base); end

    class << self
      def count; end
    end

    private

    def helper; end
  end

  class YearPages < Generator
    safe true
    def generate(site); end
  end

  class Upcase < Jekyll::Converters::Markdown
  end

  class Post2 < Page
  end

  class Site
    def authors; end
  end
end
=begin
Jekyll::Hooks.register :site, :in_a_comment
=end
class Draw < Jekyll::Command; end
class Who < Liquid::Drop; end
module Kramdown
  module Converter
    class Html
      def convert_header(el, indent); end
    end
  end
end
Liquid::Template.register_tag("roman", Jekyll::Roman)
Liquid::Template.register_tag :numeral, Jekyll::Roman
Liquid::Template.register_filter(Jekyll::Casing)
Jekyll::Hooks.register [:pages, :documents], :post_render do |item|
end
Jekyll::Hooks.register(:site, :post_write) { |site| }
Jekyll::Page.prepend(Casing)
__END__
Liquid::Template.register_tag('after_the_end', Nothing)
`;

describe('what a Ruby plugin adds, found by reading it', () => {
  test('is named for each kind of addition', () => {
    expect(describeRubyPieces(readRubyPlugin(ALL_KINDS)).split('; ')).toEqual([
      'generator YearPages',
      'converter Upcase',
      'patch of Jekyll::Site, Kramdown::Converter::Html, Jekyll::Page',
      'command Draw',
      'drop Who',
      'tags roman, numeral',
      'filters shout, whisper',
      'hooks pages post_render, documents post_render, site post_write',
    ]);
  });

  test.each([
    ['puts 1', 'nothing that Jekyll asks for by name'],
    ['Liquid::Template.register_filter(Other::Words)', 'filter of Other::Words'],
    ['tags.each { |name| Liquid::Template.register_tag(name, Tag) }', 'tag (named by name)'],
    [
      'Jekyll::Hooks.register %i[posts drafts], :pre_render, priority: :high do |post|',
      'hooks posts pre_render, drafts pre_render',
    ],
    ['module Jekyll\n  module Filters\n    def shout(a); end\n  end\nend', 'patch of Jekyll::Filters'],
    [
      `post.data['reading'] = 1\nsite.config["hash"] ||= 2\nfoo.data[:deep] = 3\nx.data['title'] = 4\ny.data['asked'] == 5\nz.data['a']['b'] = 6`,
      'values reading, hash, deep',
    ],
    ['module Mine\n  class Site\n  end\nend', 'nothing that Jekyll asks for by name'],
  ])('%j', (ruby, says) => {
    expect(describeRubyPieces(readRubyPlugin(ruby))).toBe(says);
  });

  test('hostile text is read in a time that grows with its length', async () => {
    await expectLinearTime(20_000, (size) => {
      const text = `${'register_tag('.repeat(size)}\n${' '.repeat(5 * size)}#\n${'class A < '.repeat(size)}`;
      const gemfile = `gem "a", ${':group => '.repeat(size)}`;
      return () => [readRubyPlugin(text), readGemfile(gemfile)];
    });
  });
});

const ROMAN =
  "module Roman\n  def roman(input); end\nend\nLiquid::Template.register_filter(Roman)\nLiquid::Template.register_tag('year', Year)\n";

/** Without an interpreter, or if it is not wanted. */
const config = { ruby_plugins: false };

describe('a site with Ruby plugins that do not run', () => {
  test('is built without them, with a warning for each', async () => {
    const files = { '_plugins/deep/roman.rb': ROMAN, 'index.html': '---\n---\n{{ "a" | roman }}' };
    const site = await memorySite(files, { config });
    await site.builder.build();
    expect(site.read('index.html')).toBe('a');
    expect(site.log.messages.map(({ text }) => text.trim())).toContain(
      'Plugin: _plugins/deep/roman.rb is written in Ruby and does not run here (filter roman; tag year)',
    );
  });

  test('names the file that defines an unknown tag', async () => {
    const files = { '_plugins/roman.rb': ROMAN, 'index.html': '---\n---\nText\n{% year %}' };
    const site = await memorySite(files, { config });
    await expect(site.builder.build()).rejects.toMatchObject({
      message: expect.stringContaining("Liquid syntax error (line 2): Unknown tag 'year'"),
      hint: expect.stringMatching(
        /^_plugins\/roman\.rb:5 defines it in Ruby, which does not run here\. `npm install @ruby\/3\.3-wasm-wasi` lets Ruby files run/,
      ),
    });
  });

  test('names the built-in plugin with a tag of that name', async () => {
    const files = {
      '_plugins/languages.rb': "Liquid::Template.register_tag('t', T)\n",
      'index.html': '---\n---\n{% t a %}',
    };
    const site = await memorySite(files, { config });
    await expect(site.builder.build()).rejects.toMatchObject({
      hint: expect.stringContaining(
        'A tag of that name is built in: to use it, add jekyll-multiple-languages-plugin under plugins:',
      ),
    });
  });

  test('says what another plugin provides already, and keeps that', async () => {
    const year = { name: 'year', tags: { year: { parse: () => ({ render: () => '1886' }) } } };
    const files = { '_plugins/roman.rb': ROMAN, 'index.html': '---\n---\n{% year %}' };
    const site = await memorySite(files, { config, plugins: [year] });
    await site.builder.build();
    expect(site.read('index.html')).toBe('1886');
    expect(site.log.messages.map(({ text }) => text).join()).toContain('(filter roman); here already: tag year');
  });

  test('says in which layouts and includes what is missing is used, and what may take its place', async () => {
    const files = {
      '_plugins/a.rb': `${ROMAN}class TagPageGenerator < Jekyll::Generator; end\n`,
      '_plugins/b.rb': "class Count < Jekyll::Generator\n  page.data['words'] = 1\nend\n",
      '_plugins/c.rb': "Liquid::Template.register_tag('romance', R)\n",
      '_layouts/post.html': '{{ 1 | romance }}\n{{ page.title | upcase|roman }} {{ page.words }}',
      '_includes/deep/a.html': '\n{%- year %}{% year a %}{{ "{% yearly %}" }}\n\n{{1|roman}}{{ words }}',
    };
    const { log } = await memorySite(files, { config });
    expect(log.messages.map(({ text }) => text.trim()).slice(0, 3)).toEqual([
      'Plugin: _plugins/a.rb is written in Ruby and does not run here (filter roman; tag year; generator TagPageGenerator); used in _layouts/post.html:2, _includes/deep/a.html:4 and 1 more place; built in, and perhaps what you need: jekyll-archives',
      'Plugin: _plugins/b.rb is written in Ruby and does not run here (generator Count; value words); used in _layouts/post.html:2',
      'Plugin: _plugins/c.rb is written in Ruby and does not run here (tag romance)',
    ]);
  });

  test('names a file once that is in the folders of layouts and of includes', async () => {
    const files = { '_plugins/a.rb': ROMAN, '_layouts/post.html': '{{ 1 | roman }}', 'a.html': '{% year %}' };
    const { log } = await memorySite(files, { config: { includes_dir: '' } });
    expect(log.messages[0]?.text).toContain('; used in _layouts/post.html:1, a.html:1');
  });

  test('stops if plugins are strict, but not in safe mode', async () => {
    const files = { '_plugins/a.rb': ROMAN, '_plugins/b.rb': 'puts 1', 'index.html': '' };
    await expect(memorySite(files, { config: { ...config, strict_plugins: true } })).rejects.toMatchObject({
      code: 'RubyPlugin',
      message: expect.stringMatching(/_plugins\/a\.rb .*\n_plugins\/b\.rb /),
      hint: expect.stringMatching(/ \(.+\/docs\/plugins\.md explains how\), /),
    });
    await expect(memorySite(files, { config: { strict_plugins: true, safe: true } })).resolves.toBeDefined();
  });
});

const GEMFILE = `source "https://rubygems.org"
gem "jekyll", "~> 4.4" # :jekyll_plugins
group :test, :development do
  gem "rake"
end
group :jekyll_plugins do
  gem "jekyll-feed", "~> 0.12"
  # gem "jekyll-archives"
  if ENV["TOC"]
    gem 'jekyll-toc'
  end
end
platforms :mingw, :x64_mingw do
  gem "tzinfo"
end
gem 'jekyll-sitemap', group: :jekyll_plugins
gem("jekyll-seo-tag", :group => [:test, :jekyll_plugins])
gem "jekyll-avatar",
    groups: [:jekyll_plugins]
gem "minima"
`;

test("the gems of the Gemfile's group", () => {
  expect(readGemfile(GEMFILE)).toEqual([
    'jekyll-feed',
    'jekyll-toc',
    'jekyll-sitemap',
    'jekyll-seo-tag',
    'jekyll-avatar',
  ]);
});

describe('the plugins of the Gemfile', () => {
  const site = { 'index.md': '---\ntitle: A\n---\n{% avatar jekyll %}\n' };

  test('run as if the configuration named them', async () => {
    const { builder, read } = await memorySite({ ...site, Gemfile: GEMFILE }, { folder: '/site' });
    await builder.build();
    expect(read('index.html')).toContain('class="avatar avatar-small"');
    expect(read('sitemap.xml')).toContain('<urlset');
  });

  test('do not run if the environment forbids it, and are those of another folder if that is named', async () => {
    const environment = { JEKYLL_NO_BUNDLER_REQUIRE: '1' };
    const off = await memorySite({ ...site, Gemfile: GEMFILE }, { folder: '/site', environment });
    await expect(off.builder.build()).rejects.toThrow("Unknown tag 'avatar'");
    const files = { ...site, 'ci/Gemfile': GEMFILE };
    const on = await memorySite(files, { folder: '/site', environment: { BUNDLE_GEMFILE: 'ci/Gemfile' } });
    await on.builder.build();
    expect(on.read('index.html')).toContain('avatar-small');
  });

  test('that are unknown are named with what to do, and stop a strict build', async () => {
    const files = {
      Gemfile: "group :jekyll_plugins do\n  gem 'jekyll-assets'\n  gem 'webrick'\n  gem 'sheep'\nend\n",
    };
    const { log } = await memorySite(files, { folder: '/site' });
    const said = log.messages.map(({ text }) => text.trim());
    expect(said).toEqual([
      expect.stringMatching(/^Plugin: jekyll-assets .* with a bundler/),
      expect.stringMatching(/^Plugin: sheep is a Ruby gem that has no counterpart here/),
    ]);
    const strict = memorySite(files, { folder: '/site', config: { strict_plugins: true } });
    await expect(strict).rejects.toMatchObject({ code: 'MissingDependency' });
  });

  test('that only serve, or add a command, are passed over', async () => {
    const names = ['jekyll-admin', 'jekyll-algolia', 'jekyll-import', 'jekyll-livereload', 'terser'];
    const { log } = await memorySite({ 'index.html': '' }, { config: { plugins: names, strict_plugins: true } });
    expect(log.messages).toEqual([]);
  });

  test('are not asked for the theme, which `plugins` may name too', async () => {
    const files = {
      'index.html': '',
      'node_modules/jekyll-theme-oak/package.json': '{ "name": "jekyll-theme-oak", "version": "1.0.0" }',
      'node_modules/jekyll-theme-oak/_layouts/page.html': '{{ content }}',
    };
    const config = { theme: 'jekyll-theme-oak', plugins: ['jekyll-theme-oak'], strict_plugins: true };
    const { log } = await memorySite(files, { config });
    expect(log.messages).toEqual([]);
  });

  test('that `plugins` also names are reported once, even if by the name of their file', async () => {
    const files = { Gemfile: "group :jekyll_plugins do\n  gem 'jekyll-plantuml'\n  gem 'jekyll-postcss'\nend\n" };
    const config = { plugins: ['jekyll/plantuml', 'jekyll-postcss'] };
    const { log } = await memorySite(files, { folder: '/site', config });
    const said = log.messages.map(({ text }) => text.trim());
    expect(said).toEqual([
      expect.stringMatching(/^Plugin: jekyll-plantuml .* as pictures/),
      expect.stringMatching(/^Plugin: jekyll-postcss /),
    ]);
  });

  test('of GitHub Pages are enabled by its gem', async () => {
    const files = { Gemfile: "gem 'github-pages', group: :jekyll_plugins\n", 'README.md': '# Read me\n\nText.\n' };
    const { builder, read } = await memorySite(files, { folder: '/site', config: { repository: 'a/b' } });
    await builder.build();
    expect(read('index.html')).toContain('<h1 id="read-me">Read me</h1>');
  });
});
