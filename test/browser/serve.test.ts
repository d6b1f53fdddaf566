import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { type RunningServe, startServe } from '../commands/running-server.ts';
import { folderOf, writeInto } from '../server/folder.ts';
import { describeInBrowser } from './browser.ts';

const SITE = {
  '_config.yml': 'title: My blog\n',
  '_layouts/default.html': `<!DOCTYPE html>
<html><head><title>{{ page.title }}</title><link rel="stylesheet" href="/main.css"></head>
<body><p id="site">{{ site.title }}</p><p id="layout">layout one</p>{% include nav.html %}<main>{{ content }}</main></body></html>
`,
  '_includes/nav.html':
    '<nav>{% for item in site.data.nav %}<a href="{{ item.url }}">{{ item.name }}</a>{% endfor %}<i>include one</i></nav>',
  '_data/nav.yml': '- { name: Front, url: / }\n',
  '_posts/2024-01-01-hello.md': '---\nlayout: default\ntitle: Hello\n---\n\nThe *first* text.\n',
  'main.scss': '---\n---\n@import "colours";\nmain { color: $ink; }\n',
  '_sass/_colours.scss': '$ink: rgb(255, 0, 0);\n',
  'index.html':
    '---\nlayout: default\ntitle: Front\n---\n{% for post in site.posts %}<h2>{{ post.title }}</h2>{% endfor %}\n',
};

describeInBrowser('utterson serve', (browser) => {
  async function serving(
    path: string,
    run: (parts: {
      page: Page;
      folder: string;
      serve: RunningServe;
      edit: (name: string, text: string) => void;
    }) => Promise<void>,
    words: readonly string[] = [],
  ): Promise<void> {
    const folder = folderOf(SITE);
    const serve = await startServe(folder, words);
    const page = await browser().newPage();
    try {
      await page.goto(new URL(path, serve.address).href);
      await serve.said(/Browser connected/);
      const edit = (name: string, text: string): void => writeInto(folder, name, text);
      await run({ page, folder, serve, edit });
    } catch (error) {
      throw new Error(`${error instanceof Error ? error.message : error}\n${serve.text()}`, { cause: error });
    } finally {
      await page.close();
      await serve.stop();
    }
  }

  const shows = (page: Page, selector: string, text: string): Promise<void> =>
    page.locator(selector, { hasText: text }).first().waitFor({ timeout: 10_000 });

  test('a post, a layout, an include, data, a style sheet, the configuration: each edit shows by itself', async () => {
    await serving('/2024/01/01/hello.html', async ({ page, edit }) => {
      await page.evaluate(() => Object.assign(globalThis, { isTheSame: true }));
      edit('_posts/2024-01-01-hello.md', '---\nlayout: default\ntitle: Hello\n---\n\nThe *second* text.\n');
      await shows(page, 'main em', 'second');
      edit('_layouts/default.html', SITE['_layouts/default.html'].replace('layout one', 'layout two'));
      await shows(page, '#layout', 'layout two');
      edit('_includes/nav.html', SITE['_includes/nav.html'].replace('include one', 'include two'));
      await shows(page, 'nav i', 'include two');
      edit('_data/nav.yml', '- { name: Front, url: / }\n- { name: About, url: /about/ }\n');
      await shows(page, 'nav a', 'About');
      edit('_sass/_colours.scss', '$ink: rgb(0, 0, 255);\n');
      await page.waitForFunction(
        () => getComputedStyle(document.querySelector('main') ?? document.body).color === 'rgb(0, 0, 255)',
      );
      edit('_config.yml', 'title: Our blog\n');
      await shows(page, '#site', 'Our blog');
      expect(await page.evaluate(() => 'isTheSame' in globalThis)).toBe(true);
    });
  });

  test('a new post shows on the front page, a removed one goes', async () => {
    await serving('/', async ({ page, edit, folder }) => {
      edit('_posts/2024-02-02-again.md', '---\ntitle: Again\n---\ntext');
      await shows(page, 'h2', 'Again');
      rmSync(join(folder, '_posts/2024-02-02-again.md'));
      await page.waitForFunction(() => document.querySelectorAll('h2').length === 1);
    });
  });

  test('an error lies over the page until it is mended, and the last good site stays', async () => {
    await serving('/2024/01/01/hello.html', async ({ page, edit, serve }) => {
      edit('_includes/nav.html', 'one\n{% if page.title %}\n');
      const card = page.locator('utterson-overlay .card');
      await card.waitFor();
      expect(await card.innerText()).toContain('nav.html');
      await serve.said(/✖ Liquid/);
      const kept = await (await fetch(page.url())).text();
      expect(kept).toContain('include one');
      const other = await browser().newPage();
      await other.goto(serve.address);
      await other.locator('utterson-overlay .card').waitFor();
      edit('_includes/nav.html', '<nav><i>mended</i></nav>');
      for (const tab of [page, other]) {
        await tab.locator('utterson-overlay').waitFor({ state: 'detached' });
        await shows(tab, 'nav i', 'mended');
      }
      await other.close();
    });
  });

  test('--follow: the page goes to what is being edited', async () => {
    await serving(
      '/',
      async ({ page, edit }) => {
        edit('_posts/2024-01-01-hello.md', '---\nlayout: default\ntitle: Hello\n---\n\nEdited.\n');
        await page.waitForURL('**/2024/01/01/hello.html');
        await shows(page, 'main', 'Edited');
      },
      ['--follow'],
    );
  });

  test('/__utterson/ tells of the last build, and keeps up', async () => {
    await serving(
      '/__utterson/',
      async ({ page, edit }) => {
        await shows(page, 'td', '_posts/2024-01-01-hello.md');
        edit('_drafts/soon.md', '---\ntitle: Soon\n---\n');
        await shows(page, '.kind.draft', 'draft');
        edit('about.md', '---\ntitle: About\nlayout: nope\n---\n');
        await shows(page, '.warning', 'nope');
        edit('_config.yml', 'a: [\n');
        await shows(page, '.chips .bad', 'failed');
      },
      ['--drafts'],
    );
  });
});
