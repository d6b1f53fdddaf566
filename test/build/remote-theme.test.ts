import { expect, test } from 'vitest';
import { memorySite } from './memory-site.ts';

/** A theme's files below a folder; the tests expect what jekyll-remote-theme 0.5.2 makes of them. */
function themeIn(folder: string): Record<string, string> {
  return {
    [`${folder}/_layouts/plain.html`]:
      '<b>{% include mark.html %}{{ content }}{{ site.data.words.hello }}{{ site.motto }}</b>{% seo %}',
    [`${folder}/_includes/mark.html`]: '!',
    [`${folder}/_data/words.yml`]: 'hello: Hi',
    [`${folder}/_config.yml`]: 'motto: not read',
    [`${folder}/assets/theme.txt`]: 'asset',
    [`${folder}/jekyll-theme-plain.gemspec`]: 'spec.add_runtime_dependency "jekyll-seo-tag", "~> 2.0"\n',
  };
}

const PAGE = { 'index.html': '---\nlayout: plain\ntitle: A\n---\nText ' };
const config = (remote_theme: string): Record<string, unknown> => ({ plugins: ['jekyll-remote-theme'], remote_theme });

test.each([
  ['Owner/Plain@v1.0', '_themes/owner/plain'],
  ['https://github.com/owner/plain', '_themes/owner/plain'],
  ['owner/plain', 'node_modules/plain'],
  ['./_mine/plain', '_mine/plain'],
  ['/site/_mine/plain', '_mine/plain'],
])('%s is found in %s', async (name, folder) => {
  const site = await memorySite({ ...PAGE, ...themeIn(folder) }, { config: config(name), folder: '/site' });
  await site.builder.build();
  expect(site.read('index.html')).toMatch(/^<b>!Text Hi<\/b>/);
  expect(site.read('assets/theme.txt')).toBe('asset');
});

test('the plugins that the theme needs are enabled', async () => {
  const files = { ...PAGE, ...themeIn('_themes/owner/plain') };
  const { builder, read } = await memorySite(files, { config: config('owner/plain') });
  await builder.build();
  expect(read('index.html')).toContain('<title>A</title>');
});

test('nothing is searched for if the plugin is not enabled', async () => {
  const { builder, read } = await memorySite(PAGE, { config: { remote_theme: 'owner/plain' } });
  await builder.build();
  expect(read('index.html')).toBe('Text ');
});

test.each([
  ['owner/plain@v1', 'The remote theme owner/plain@v1 was not found', 'into _themes/owner/plain: utterson fetch-theme'],
  ['a b', '"a b" is not a valid remote theme', 'owner/name'],
  ['owner/..', '"owner/.." is not a valid remote theme', 'owner/name'],
  ['../plain', "The theme's folder ../plain does not exist", '/plain'],
])('%s is one clear error', async (name, message, hint) => {
  await expect(memorySite(PAGE, { config: config(name), folder: '/site' })).rejects.toMatchObject({
    message: expect.stringContaining(message),
    hint: expect.stringContaining(hint),
  });
});

test('a theme whose package.json cannot be parsed is one clear error', async () => {
  const files = { ...PAGE, '_themes/plain/_layouts/plain.html': '', '_themes/plain/package.json': '{' };
  await expect(memorySite(files, { config: { theme: 'plain' } })).rejects.toMatchObject({
    code: 'InvalidTheme',
    message: expect.stringContaining("The theme's package.json is not valid JSON"),
    location: { file: expect.stringMatching(/^(?:[A-Z]:)?\/site\/_themes\/plain\/package\.json$/) },
  });
});
