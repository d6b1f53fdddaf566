import { describe, expect, test } from 'vitest';
import { MemoryTree } from '../../src/util/files/memory-tree.ts';
import { withSlashes } from '../../src/util/files/paths.ts';
import { packageFile } from '../../src/util/program/package-file.ts';
import { memorySite } from './memory-site.ts';

/** A theme's gem in a folder of gems. */
const gem = (folder: string, name: string, version: string): Record<string, string> => ({
  [`${folder}/gems/${name}-${version}/_layouts/home.html`]: `${version} {{ content }}`,
  [`${folder}/specifications/${name}-${version}.gemspec`]: `s.name = "${name}"\ns.version = "${version}"\n`,
});

const SITE = { 'index.html': '---\nlayout: home\n---\ntext' };
const BUNDLED = { ...SITE, Gemfile: 'source "https://rubygems.org"\ngem "ink"\n' };

/** A site with other files of the machine around it; nothing else is called ink, the name of its theme. */
async function siteAmong(machine: Record<string, string>, files: Record<string, string>, theme = 'ink') {
  const site = await memorySite(files, {
    tree: (own) => new MemoryTree({ ...own, ...machine }),
    config: { theme },
    environment: { HOME: '/home/me' },
    folder: '/site',
  });
  await site.builder.build();
  return site;
}

describe('a site with a Gemfile finds its theme where gems usually are', () => {
  test.each([
    '/home/me/.gem/ruby/3.3.0',
    '/home/me/.rbenv/versions/3.3.1/lib/ruby/gems/3.3.0',
    '/var/lib/gems/3.1.0',
    '/usr/share/rubygems-integration/all',
    '/usr/local/bundle',
  ])('%s', async (folder) => {
    expect((await siteAmong(gem(folder, 'ink', '1.0'), BUNDLED)).read('index.html')).toBe('1.0 text');
  });

  test('of several versions the one in Gemfile.lock, or else the newest', async () => {
    const versions = ['1.9', '1.10', '1.10.rc1'];
    const gems = Object.assign({}, ...versions.map((version) => gem('/var/lib/gems/3.1.0', 'ink', version)));
    expect((await siteAmong(gems, BUNDLED)).read('index.html')).toBe('1.10 text');
    const locked = { ...BUNDLED, 'Gemfile.lock': 'GEM\n  specs:\n    ink (1.9)\n      jekyll (~> 4.0)\n' };
    expect((await siteAmong(gems, locked)).read('index.html')).toBe('1.9 text');
  });

  test('a gem that is nearer comes first', async () => {
    const gems = {
      ...gem('/site/vendor/bundle/ruby/3.3.0', 'ink', '1.0'),
      ...gem('/var/lib/gems/3.1.0', 'ink', '2.0'),
    };
    expect((await siteAmong(gems, BUNDLED)).read('index.html')).toBe('1.0 text');
  });
});

test('without a Gemfile, a gem that happens to be installed is not used', async () => {
  await expect(siteAmong(gem('/var/lib/gems/3.1.0', 'ink', '1.0'), SITE)).rejects.toThrow(
    'The ink theme could not be found.',
  );
});

describe('the starter theme, if the gem of its name is not installed', () => {
  const starter = { [`${withSlashes(packageFile('dist', 'themes', 'minima'))}/_layouts/home.html`]: '{{ content }}' };
  const warnings = async (files: Record<string, string>) =>
    (await siteAmong(starter, files, 'minima')).log.messages.filter(({ text }) => text.includes('starter theme'));

  test('replaces it, with a warning, for a site with a Gemfile', async () => {
    expect(await warnings(BUNDLED)).toMatchObject([
      { level: 'warn', text: expect.stringMatching(/the gem minima is not installed.+`utterson fetch-theme`/) },
    ]);
  });

  test('is used for a site without one', async () => {
    expect(await warnings(SITE)).toEqual([]);
  });
});
