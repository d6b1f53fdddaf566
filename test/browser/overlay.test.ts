import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { describeInBrowser } from './browser.ts';
import { POST, SASS_SITE, type Serving, serving, shows } from './serving.ts';

/** A file broken in every possible way, where the overlay says the error is, and which part of the code frame is marked. */
const BREAKS: readonly (readonly [
  kind: string,
  file: keyof typeof SASS_SITE,
  text: string,
  place: string,
  line: string,
])[] = [
  ['Liquid', '_includes/nav.html', 'one\n{% if page.title %}\n', '_includes/nav.html:2:1', '{% if page.title %}'],
  ['an unknown tag', '_layouts/default.html', '<p>\n{% nonsense %}', '_layouts/default.html:2', '{% nonsense %}'],
  ['a missing include', 'index.html', '---\n---\n{% include no.html %}', 'index.html:3', '{% include no.html %}'],
  [
    'front matter',
    '_posts/2024-01-01-hello.md',
    '---\nlayout: default\ntitle: "a\n---\ntext',
    '_posts/2024-01-01-hello.md:3:8',
    'title: "a',
  ],
  ['Sass', 'main.scss', '---\n---\nmain { color: $nope; }', 'main.scss:3:15', 'main { color: $nope; }'],
  ['data', '_data/nav.yml', 'a: b: c\n', '_data/nav.yml:1:5', 'a: b: c'],
  ['the configuration', '_config.yml', 'title: T\nfoo: [a\nbar: c\n', '_config.yml:2:6', 'foo: [a'],
  ['a setting', '_config.yml', 'title: T\nexclude: 4\n', '_config.yml:2:1', 'exclude: 4'],
];

describeInBrowser('the overlay', (browser) => {
  test('shows every kind of error with its place, frame and a link to the editor, and disappears when it is fixed', async () => {
    const run = async ({ page, edit, serve }: Serving): Promise<void> => {
      const card = page.locator('utterson-overlay .card');
      for (const [kind, file, text, place, line] of BREAKS) {
        edit(file, text);
        await shows(page, 'utterson-overlay .place', place);
        expect(await card.locator('.place').getAttribute('href'), kind).toMatch(/^vscode:\/\/file\/.*:\d+:\d+$/);
        expect((await card.locator('.here').innerText()).trim(), kind).toContain(line);
        if (kind !== 'front matter') expect(await (await fetch(page.url())).text(), kind).toContain('first');
        expect(
          (await (await fetch(`${serve.address}__utterson/`)).text()).includes(place.split(':')[0] ?? ''),
          kind,
        ).toBe(true);
        edit(file, SASS_SITE[file]);
        await page.locator('utterson-overlay').waitFor({ state: 'detached' });
        await shows(page, 'main em', 'first');
      }
    };
    await serving(browser(), POST, run, { site: SASS_SITE });
  });

  test('shows the contents of files as text, never as markup', async () => {
    await serving(browser(), POST, async ({ page, edit, folder }) => {
      const evil = '<img src=x onerror="globalThis.isHacked = true">';
      edit('index.html', `---\n---\n{% ${evil} %}\n{% include ${evil} %}`);
      await shows(page, 'utterson-overlay .here', evil);
      expect(
        await page.evaluate(() => document.querySelector('utterson-overlay')?.shadowRoot?.querySelector('img')),
      ).toBe(null);
      edit('_data/<img src=x onerror=isHacked=1>.yml', 'a: b: c');
      rmSync(join(folder, 'index.html'));
      await shows(page, 'utterson-overlay .place', '<img');
      await page.goto(new URL('/__utterson/', page.url()).href);
      await shows(page, '.notes a', '<img');
      // This page lists the problems itself.
      expect(await page.locator('utterson-overlay').count()).toBe(0);
      expect(await page.evaluate(() => [document.querySelector('img'), 'isHacked' in globalThis])).toEqual([
        null,
        false,
      ]);
    });
  });
});
