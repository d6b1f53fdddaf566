import { describe, expect, test } from 'vitest';
import { readGemfile } from '../../src/build/plugins/read-gemfile.ts';
import { readRubyRequires } from '../../src/build/plugins/read-ruby-requires.ts';
import { memorySite } from './memory-site.ts';

describe('what a Ruby file loads', () => {
  test.each([
    ['', [], [], true],
    ['\uFEFF# Nothing yet.\r\n\r\n=begin\nclass A; end\n=end\n__END__\nclass B; end\n', [], [], true],
    [
      `require 'jekyll-feed' # The feed.\nrequire("rubygems")\nrequire "jekyll/tagging";\r\n`,
      ['jekyll-feed', 'rubygems', 'jekyll/tagging'],
      [],
      true,
    ],
    ['require "bundler/setup"\nBundler.require(:default, "extra")', ['bundler/setup'], ['default', 'extra'], true],
    ['Bundler.setup(:default)\nBundler.require', [], ['default'], true],
    [`require 'jekyll-feed'\nclass A\n  require 'jekyll-sitemap'\nend`, ['jekyll-feed'], [], false],
    [`require 'a' if ENV['A']`, [], [], false],
    [`require_relative 'a'`, [], [], false],
    ['require name', [], [], false],
  ])('%j', (ruby, features, groups, isAll) => {
    expect(readRubyRequires(ruby)).toEqual({ features, groups, isAll });
  });
});

const FEED = 'feed.xml';
const PAGE = { 'index.html': '---\n---\n' };

describe('a Ruby file that loads gems', () => {
  test.each([
    ['in a file that does nothing else', `require 'jekyll-feed'\nrequire 'json'\n`],
    ['by the name of its file', `require 'jekyll/feed'`],
    ['with the rest of the Gemfile', 'require "bundler"\nBundler.require(:default)'],
  ])('puts them to use: %s', async (_how, ruby) => {
    const gemfile = "gem 'rack'\ngem 'jekyll-feed'\ngem 'minima'\n";
    const files = { ...PAGE, '_plugins/ext.rb': ruby, Gemfile: gemfile };
    const site = await memorySite(files, { folder: '/site', config: { strict_plugins: true } });
    await site.builder.build();
    expect(site.read(FEED)).toContain('<feed');
    expect(site.log.messages.filter(({ level }) => level === 'warn')).toEqual([]);
  });

  test('does so too if it does more, which is reported', async () => {
    const site = await memorySite({ ...PAGE, '_plugins/a.rb': `require 'jekyll-feed'\nrequire 'curses'\nputs 1\n` });
    await site.builder.build();
    expect(site.read(FEED)).toContain('<feed');
    const said = site.log.messages.map(({ text }) => text.trim());
    expect(said[0]).toContain('_plugins/a.rb');
    expect(said.join()).not.toContain('curses is');
  });

  test('is not asked in safe mode', async () => {
    const site = await memorySite({ ...PAGE, '_plugins/ext.rb': `require 'jekyll-feed'` }, { config: { safe: true } });
    await site.builder.build();
    expect(site.tree.status(`/out/${FEED}`)).toBeUndefined();
  });

  test('is named by the gems that have no counterpart', async () => {
    const ruby = `require 'jekyll-assets'\nrequire 'jekyll-assets/compass'\nrequire 'dotenv/load'\n`;
    const { log } = await memorySite({ ...PAGE, '_plugins/ext.rb': ruby });
    expect(log.messages.map(({ text }) => text.trim())).toEqual([
      expect.stringMatching(/^Plugin: jekyll-assets is a Ruby gem .* with a bundler/),
      expect.stringMatching(/^Plugin: dotenv is a Ruby gem /),
    ]);
  });

  test.each(['', '# Nothing yet.\n', '=begin\nclass A; end\n=end\n'])(
    'is not missed where a file is empty or has only comments: %j',
    async (ruby) => {
      const files = { ...PAGE, '_plugins/a.rb': ruby };
      const { log } = await memorySite(files, { config: { strict_plugins: true } });
      expect(log.messages).toEqual([]);
    },
  );
});

test('the gems of other groups of a Gemfile', () => {
  const gemfile = `gem 'a'\ngroup :x, :y do\n  gem 'b'\n  if true\n    gem 'c', group: 'z'\n  end\nend\ngem 'd', :groups => %i[x z]\ngem 'e'\n`;
  expect(readGemfile(gemfile, ['default'])).toEqual(['a', 'e']);
  expect(readGemfile(gemfile, ['x'])).toEqual(['b', 'c', 'd']);
  expect(readGemfile(gemfile, ['z', 'default'])).toEqual(['a', 'c', 'd', 'e']);
});
