import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { describeInBrowser } from './browser.ts';
import { SASS_SITE, type Serving, SITE, serving, shows } from './serving.ts';

describeInBrowser('utterson serve', (browser) => {
  test('a post, a layout, an include, data, a style sheet, the configuration: each edit is shown by itself', async () => {
    const run = async ({ page, edit, isSame }: Serving): Promise<void> => {
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
      expect(await isSame()).toBe(true);
    };
    await serving(browser(), '/2024/01/01/hello.html', run, { site: SASS_SITE });
  });

  test('a new post appears on the front page, a removed one disappears', async () => {
    await serving(browser(), '/', async ({ page, edit, folder }) => {
      edit('_posts/2024-02-02-again.md', '---\ntitle: Again\n---\ntext');
      await shows(page, 'h2', 'Again');
      rmSync(join(folder, '_posts/2024-02-02-again.md'));
      await page.waitForFunction(() => document.querySelectorAll('h2').length === 1);
    });
  });

  test('an error covers the page until it is fixed, and the last good site stays', async () => {
    await serving(browser(), '/2024/01/01/hello.html', async ({ page, edit, serve }) => {
      edit('_includes/nav.html', 'one\n{% if page.title %}\n');
      const card = page.locator('utterson-overlay .card');
      await card.waitFor();
      expect(await card.innerText()).toContain('nav.html');
      await serve.waitFor(/✖ Liquid/);
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

  test('on a phone, what a table says about a page or file is below its name, which has the whole width', async () => {
    const name = 'a-rather-long-name-of-a-file.txt';
    const run = async ({ page, serve }: Serving): Promise<void> => {
      const viewport = page.viewportSize() ?? { width: 800, height: 600 };
      await page.setViewportSize({ width: 375, height: 700 });
      for (const path of ['files/', '__utterson/']) {
        await page.goto(serve.address + path);
        const row = page.locator('tbody tr').last();
        const [link, last] = [await row.locator('a').boundingBox(), await row.locator('td').last().boundingBox()];
        expect(link?.height).toBeLessThan(30);
        expect(last?.y).toBeGreaterThanOrEqual((link?.y ?? 0) + 20);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(375);
      }
      await page.setViewportSize(viewport);
    };
    await serving(browser(), '/', run, { site: { ...SITE, [`files/${name}`]: 'x' } });
  });

  test('--follow: the page goes to what is being edited', async () => {
    await serving(
      browser(),
      '/',
      async ({ page, edit }) => {
        edit('_posts/2024-01-01-hello.md', '---\nlayout: default\ntitle: Hello\n---\n\nEdited.\n');
        await page.waitForURL('**/2024/01/01/hello.html');
        await shows(page, 'main', 'Edited');
      },
      { words: ['--follow'] },
    );
  });

  test('/__utterson/ reports the last build and stays up to date', async () => {
    await serving(
      browser(),
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
      { words: ['--drafts'] },
    );
  });
});
