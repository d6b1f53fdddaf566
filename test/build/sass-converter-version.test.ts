import { describe, expect, test } from 'vitest';
import { sassConverterVersion } from '../../src/build/sass-converter-version.ts';

const lockOf = (version: string) =>
  `GEM\n  specs:\n    jekyll-sass-converter (${version})\n      sass-embedded (~> 1.75)\n`;

describe('the version of jekyll-sass-converter', () => {
  test('is 2 without a Gemfile', () => {
    expect(sassConverterVersion(undefined)).toBe(2);
  });

  test.each([
    ['the lock file tells', "gem 'jekyll'", lockOf('3.1.0'), 3],
    ['the lock file of an older site', "gem 'jekyll'", lockOf('2.2.0'), 2],
    ['the lock file counts, not the Gemfile', "gem 'jekyll-sass-converter', '~> 3.0'", lockOf('1.5.2'), 2],
    ['the newest that is allowed', "gem 'jekyll'", '', 3],
    ['Jekyll 4.4', "gem 'jekyll', '~> 4.4.1'", '', 3],
    ['Jekyll 4.3', 'gem "jekyll", "~> 4.3.2"', '', 3],
    ['any Jekyll 4', "gem 'jekyll', '>= 4.0', '< 5'", '', 3],
    ['Jekyll 4.2', "gem 'jekyll', '~> 4.2.0'", '', 2],
    ['Jekyll 3', "gem 'jekyll', '~> 3.9'", '', 2],
    ['an older converter', "gem 'jekyll', '~> 4.3'\ngem 'jekyll-sass-converter', '~> 2.0'", '', 2],
    ['GitHub Pages', "gem 'github-pages', group: :jekyll_plugins", '', 2],
    ['a Gemfile that leaves the gems to a gemspec', 'gemspec', '', 3],
  ] as const)('%s', (_, gemfile, lock, version) => {
    expect(sassConverterVersion({ gemfile: `source 'https://rubygems.org'\n${gemfile}\n`, lock })).toBe(version);
  });
});
