import { rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { UttersonError } from '../../src/errors.ts';
import { describeProblem } from '../../src/server/problem.ts';
import { type RunningServer, startServer } from '../../src/server/server.ts';
import type { ServerOptions } from '../../src/server/server-options.ts';
import { folderOf, optionsFor, writeInto } from '../server/folder.ts';
import { describeInBrowser, withPage } from './browser.ts';
import { nextLook, openAndConnect } from './open-page.ts';

const STYLED = '<!DOCTYPE html><html><head><title>T</title><link rel="stylesheet" href="/main.css"></head><body>';

/** A red and a blue pixel. */
const image = (colour: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="10" height="${colour === 'red' ? 10 : 20}"><rect width="10" height="20" fill="${colour}"/></svg>`;

/** A server of a folder, and a page in the browser that is connected to it. */
interface Preview {
  readonly folder: string;
  readonly server: RunningServer;
  readonly page: Page;
  /** Writes a file as a build does, and notifies the page. */
  readonly write: (name: string, content: string) => void;
  /** Whether the page is still the same document, and was not loaded again. */
  readonly isSame: () => Promise<boolean>;
}

describeInBrowser('live reload', (browser) => {
  async function preview(
    files: Record<string, string>,
    run: (preview: Preview) => Promise<void>,
    path = '/',
    options: Partial<ServerOptions> = {},
  ): Promise<void> {
    const folder = folderOf(files);
    const connected = deferred();
    const server = await startServer(optionsFor(folder, options), connected.resolve);
    try {
      await withPage(browser(), async (page) => {
        await openAndConnect(page, new URL(path, server.address).href);
        await connected.promise;
        await page.evaluate(() => Object.assign(globalThis, { isTheSame: true }));
        const write = (name: string, content: string): void => {
          writeInto(folder, name, content);
          server.reload([`/${name}`]);
        };
        const isSame = (): Promise<boolean> => page.evaluate(() => 'isTheSame' in globalThis);
        await run({ folder, server, page, write, isSame });
      });
    } finally {
      await server.close();
    }
  }

  const body = (content: string, head = ''): string =>
    `<!DOCTYPE html><html><head><title>T</title>${head}</head><body>${content}</body></html>`;

  test('a changed page is patched in place: scroll position, focus, input and details stay', async () => {
    const page1 = (title: string, extra = ''): string =>
      body(`<h1>${title}</h1>${extra}<details><summary>More</summary><p>text</p></details>
<form><input id="name"><input id="box" type="checkbox"><textarea></textarea></form><p style="height: 3000px">tall</p><p id="end">end</p>`);
    await preview({ 'index.html': page1('One') }, async ({ page, write, isSame }) => {
      await page.click('summary');
      await page.fill('#name', 'typed');
      await page.check('#box');
      await page.fill('textarea', 'written');
      await page.focus('#name');
      await page.evaluate(() => scrollTo(0, 500));
      write('index.html', page1('Two', '<p id="new">new paragraph</p>'));
      await page.waitForSelector('#new');
      expect(await page.textContent('h1')).toBe('Two');
      const state = await page.evaluate(() => ({
        open: document.querySelector('details')?.open,
        name: document.querySelector<HTMLInputElement>('#name')?.value,
        box: document.querySelector<HTMLInputElement>('#box')?.checked,
        area: document.querySelector('textarea')?.value,
        focus: document.activeElement?.id,
        scrolled: scrollY > 300,
      }));
      expect(state).toEqual({ open: true, name: 'typed', box: true, area: 'written', focus: 'name', scrolled: true });
      expect(await isSame()).toBe(true);
    });
  });

  test('what scripts added elsewhere stays; if they rearranged the changed place, the page is loaded again', async () => {
    const source = (text: string, list: string): string =>
      body(`<main><p id="text">${text}</p><h2>A</h2><h2>B</h2><div id="widget"></div><ul id="list">${list}</ul></main>
<script>document.body.className = 'js'; document.querySelector('#widget').innerHTML = '<b>made</b>';
document.querySelector('#list').append('more');document.body.append('toast');
document.querySelectorAll('h2').forEach((title) => title.insertAdjacentHTML('beforeend', '<button>link</button>'));
onclick = () => document.querySelector('#list').append(...[...document.querySelectorAll('li')].reverse())</script>`);
    await preview({ 'index.html': source('one', '<li>1') }, async ({ page, write, isSame }) => {
      write('index.html', source('two', '<li>1'));
      await page.waitForFunction(() => document.querySelector('#text')?.textContent === 'two');
      expect(await page.textContent('#widget b')).toBe('made');
      expect(await page.evaluate(() => document.body.className)).toBe('js');
      expect(await isSame()).toBe(true);
      write('index.html', source('two</p><p id="new">new', '<li>1<li>2'));
      await page.waitForSelector('#new');
      expect(await page.textContent('#list')).toBe('12more');
      expect(await page.textContent('main h2:last-of-type')).toBe('Blink');
      expect(await page.textContent('#widget b')).toBe('made');
      expect(await isSame()).toBe(true);
      await page.click('h2');
      expect(await page.textContent('#list')).toBe('more21');
      write('index.html', source('two</p><p id="new">new', '<li>1<li>2<li>3'));
      await page.waitForFunction(() => document.querySelectorAll('li').length === 3);
      expect(await isSame()).toBe(false);
    });
  });

  test('title, description and body attributes follow the source', async () => {
    const source = (title: string): string =>
      `<!DOCTYPE html><html lang="${title}"><head><title>${title}</title><meta name="description" content="${title}"></head><body class="${title}">x</body></html>`;
    await preview({ 'index.html': source('one') }, async ({ page, write, isSame }) => {
      write('index.html', source('two'));
      await page.waitForFunction(() => document.title === 'two');
      expect(await page.getAttribute('meta[name=description]', 'content')).toBe('two');
      expect(await page.getAttribute('body', 'class')).toBe('two');
      expect(await page.getAttribute('html', 'lang')).toBe('two');
      expect(await isSame()).toBe(true);
    });
  });

  test('style sheets are swapped without a reload', async () => {
    const files = { 'index.html': `${STYLED}<p>text`, 'main.css': 'p { color: rgb(255, 0, 0) }' };
    await preview(files, async ({ page, write, isSame }) => {
      write('main.css', 'p { color: rgb(0, 0, 255) }');
      await page.waitForFunction(
        () => getComputedStyle(document.querySelector('p') ?? document.body).color === 'rgb(0, 0, 255)',
      );
      await page.waitForFunction(() => document.querySelectorAll('link').length === 1);
      write('main.css', 'p { color: rgb(0, 128, 0) }');
      await page.waitForFunction(
        () => getComputedStyle(document.querySelector('p') ?? document.body).color === 'rgb(0, 128, 0)',
      );
      expect(await isSame()).toBe(true);
    });
  });

  test('images are swapped without a reload', async () => {
    const files = { 'index.html': body('<img src="a.svg" alt="a" srcset="/a.svg 1x">'), 'a.svg': image('red') };
    await preview(files, async ({ page, write, isSame }) => {
      write('a.svg', image('blue'));
      await page.waitForFunction(() => document.querySelector('img')?.naturalHeight === 20);
      expect(await isSame()).toBe(true);
    });
  });

  test('a character that URLs may escape does not make another file: photo@2x.png', async () => {
    const files = {
      'index.html': body('<img src="/a@2x.svg"><p>one</p>'),
      'a@2x.svg': image('red'),
    };
    await preview(files, async ({ page, write, isSame }) => {
      write('a@2x.svg', image('blue'));
      await page.waitForFunction(() => document.querySelector('img')?.naturalHeight === 20);
      expect(await isSame()).toBe(true);
    });
  });

  test('a URL with a stray percent sign does not stop live reload', async () => {
    const files = { 'index.html': body('<img src="/100%.png"><p>one</p>'), 'other.css': '' };
    await preview(files, async ({ folder, server, page }) => {
      writeInto(folder, 'index.html', body('<img src="/100%.png"><p>two</p>'));
      server.reload(['/other.css', '/index.html']);
      await page.waitForFunction(() => document.querySelector('p')?.textContent === 'two');
    });
  });

  test('a changed script reloads the page, as does data that a script fetched', async () => {
    const files = {
      'index.html': body('<p>x</p>', '<script src="/a.js"></script>'),
      'a.js': 'fetch("/d.json").then((r) => r.json()).then((d) => { document.title = "one" + d })',
      'd.json': '1',
      'unused.js': '',
    };
    await preview(files, async ({ page, write, isSame }) => {
      await page.waitForFunction(() => document.title === 'one1');
      const looked = nextLook(page, page.url());
      write('unused.js', 'changed');
      write('d.json', '2');
      await page.waitForFunction(() => document.title === 'one2');
      expect(await isSame()).toBe(false);
      await looked;
      write('a.js', 'document.title = "two"');
      await page.waitForFunction(() => document.title === 'two');
    });
  });

  test('changes that do not concern the page leave it alone', async () => {
    await preview({ 'index.html': body('<p>x</p>'), 'other.html': '' }, async ({ page, write, isSame }) => {
      for (const name of ['other.html', 'other.css', 'other.js', 'other.png']) write(name, 'changed');
      await page.waitForTimeout(200);
      expect(await isSame()).toBe(true);
    });
  });

  test('a page whose own script changes its address while it is loaded is not loaded again for that', async () => {
    const script = '<script>onload = () => history.replaceState(null, "", "/" + Math.random())</script>';
    const folder = folderOf({ 'index.html': body('<p>x</p>', script), '404.html': body('<p>x</p>', script) });
    const server = await startServer(optionsFor(folder));
    await withPage(browser(), async (page) => {
      let loads = 0;
      page.on('load', () => loads++);
      await page.goto(server.address);
      await page.waitForResponse((response) => response.request().resourceType() === 'fetch');
      await page.waitForTimeout(300);
      expect(loads).toBe(1);
    }).finally(() => server.close());
  });

  test('a page with a hundred pictures takes it at once that ten thousand others have changed, as after an edit of a layout', async () => {
    const names = Array.from({ length: 100 }, (_, index) => `${index}.svg`);
    const source = (text: string): string =>
      body(`<p>${text}</p>${names.map((name) => `<img src="/${name}">`).join('')}`);
    const pictures = Object.fromEntries(names.map((name) => [name, image('red')]));
    await preview({ ...pictures, 'index.html': source('one') }, async ({ folder, server, page, isSame }) => {
      await page.evaluate(() => {
        const { canParse } = URL;
        const looks: string[] = [];
        URL.canParse = (url, base) => {
          looks.push(String(url));
          return canParse(url, base);
        };
        Object.assign(globalThis, { looks });
      });
      writeInto(folder, 'index.html', source('two'));
      server.reload(['/index.html', ...Array.from({ length: 10_000 }, (_, index) => `/posts/${index}.html`)]);
      await page.waitForFunction(() => document.querySelector('p')?.textContent === 'two');
      expect(await isSame()).toBe(true);
      // Each picture is looked up among the paths. Looking for each path among the pictures took more than half a minute.
      expect(await page.evaluate<number>('looks.length')).toBeLessThan(1000);
      expect(await page.evaluate<number>('looks.length')).toBeGreaterThan(0);
    });
  });

  test('a page that is removed and comes back is shown so', async () => {
    await preview(
      { 'index.html': body('<p id="here">here</p>'), '404.html': body('<h1>Lost</h1>') },
      async ({ folder, page, server, write }) => {
        rmSync(join(folder, 'index.html'));
        server.reload(['/index.html']);
        await page.waitForFunction(
          () => document.querySelector('h1')?.textContent === 'Lost' || document.title.startsWith('Index'),
        );
        write('index.html', body('<p id="here">back</p>'));
        await page.waitForSelector('#here');
      },
      '/index.html',
    );
  });

  test('the page catches up after the server was away', async () => {
    await preview({ 'index.html': body('<p>one</p>') }, async ({ folder, page, server, isSame }) => {
      const port = Number(new URL(server.address).port);
      await server.close();
      writeInto(folder, 'index.html', body('<p>two</p>'));
      await page.waitForTimeout(150);
      const second = await startServer(optionsFor(folder, { port }));
      await page
        .waitForFunction(() => document.querySelector('p')?.textContent === 'two')
        .finally(() => second.close());
      expect(await isSame()).toBe(true);
    });
  });

  test('all tabs are updated, also below a baseurl', async () => {
    await preview(
      { 'about/index.html': body('<p>one</p>') },
      async ({ page, server, write }) => {
        const other = await browser().newPage();
        await openAndConnect(other, `${server.address}about/`);
        write('about/index.html', body('<p>two</p>'));
        for (const tab of [page, other])
          await tab.waitForFunction(() => document.querySelector('p')?.textContent === 'two');
        expect(server.viewed()).toEqual(['/about/index.html']);
        await other.close();
      },
      '/blog/about/',
      { baseurl: '/blog' },
    );
  });

  test('--follow: the page goes to what is being edited', async () => {
    await preview(
      { 'index.html': body('front'), 'a b/index.html': body('<p id="b">b</p>') },
      async ({ page, server, isSame }) => {
        server.follow('/a%20b/');
        await page.waitForSelector('#b');
        await page.evaluate(() => Object.assign(globalThis, { isTheSame: true }));
        // The same page, as the `permalink` of its front matter spells it.
        server.follow('/a b/');
        await page.waitForTimeout(200);
        expect(await isSame()).toBe(true);
      },
    );
  });

  test('a page that was connected tries again at once, however long it had waited before', async () => {
    await preview({ 'index.html': body('<p>one</p>') }, async ({ folder, page, server }) => {
      const port = Number(new URL(server.address).port);
      const waits = await noteWaits(page);
      await server.close();
      await expect.poll(async () => (await waits()).at(-1)).toBe(200);
      const looked = nextLook(page, page.url());
      const second = await startServer(optionsFor(folder, { port }));
      await looked.catch(() => second.close());
      const count = (await waits()).length;
      await second.close();
      await expect.poll(async () => (await waits())[count]).toBe(50);
    });
  });

  test('a shortest delay of 0 is no reason to ask for the server without a pause', async () => {
    const liveReload = { minDelay: 0, maxDelay: 0, always: true };
    const run = async ({ page, server }: Preview): Promise<void> => {
      const waits = await noteWaits(page);
      await server.close();
      await expect.poll(async () => (await waits()).length).toBeGreaterThan(1);
      expect(Math.min(...(await waits()))).toBeGreaterThanOrEqual(250);
    };
    await preview({ 'index.html': body('<p>one</p>') }, run, '/', { liveReload });
  });

  test('/livereload.js of --livereload-port, in a page of another server, loads it again; in one of ours it does nothing', async () => {
    const other = createServer((_, response) => response.setHeader('Content-Type', 'text/html').end(foreign));
    let foreign = '';
    const liveReload = { minDelay: 0.05, maxDelay: 0.2, always: true, port: 0 };
    const files = { 'index.html': body('<p>one</p>') };
    await preview(
      files,
      async ({ page, server, write, isSame }) => {
        const script = `${server.liveReloadAddress?.replace('127.0.0.1', 'localhost')}/livereload.js`;
        foreign = body('<p>foreign</p>', `<script src="${script}"></script>`);
        await page.evaluate(
          (src) => document.head.append(Object.assign(document.createElement('script'), { src })),
          script,
        );
        const refused = page.waitForEvent('websocket', { timeout: 1000 }).catch(() => undefined);
        expect(await refused).toBeUndefined();
        write('index.html', body('<p>two</p>'));
        await page.waitForFunction(() => document.querySelector('p')?.textContent === 'two');
        expect(await isSame()).toBe(true);
        await new Promise<void>((resolve) => other.listen(0, 'localhost', resolve));
        const address = other.address();
        const port = typeof address === 'object' && address !== null ? address.port : 0;
        const connected = page.waitForEvent('websocket');
        await page.goto(`http://localhost:${port}/`);
        await (await connected).waitForEvent('framereceived');
        const loaded = page.waitForEvent('load');
        write('index.html', body('<p>three</p>'));
        await loaded;
      },
      '/',
      { liveReload },
    ).finally(() => other.close());
  });

  test('the overlay appears with an error, shows its place, and disappears when it is fixed', async () => {
    const error = new UttersonError('LiquidSyntaxError', "'if' tag was never closed", {
      file: '_posts/2024-01-01-a.md',
      line: 2,
      column: 1,
      source: 'Text\n{% if page.title %}\nMore',
      hint: 'Close it with {% endif %}.',
    });
    await preview({ 'index.html': body('<p>page</p>') }, async ({ page, server, write, isSame }) => {
      server.showProblems([describeProblem(error, '/site', {})]);
      const overlay = page.locator('utterson-overlay .card');
      await overlay.waitFor();
      expect(await overlay.innerText()).toContain("'if' tag was never closed");
      expect(await page.locator('utterson-overlay .here').innerText()).toContain('{% if page.title %}');
      expect(await page.locator('utterson-overlay a').getAttribute('href')).toBe(
        'vscode://file/site/_posts/2024-01-01-a.md:2:1',
      );
      server.showProblems([]);
      write('index.html', body('<p>mended</p>'));
      await overlay.waitFor({ state: 'detached' });
      await page.waitForFunction(() => document.querySelector('p')?.textContent === 'mended');
      expect(await isSame()).toBe(true);
    });
  });

  test('a page that forbids inline code still has live reload and the overlay', async () => {
    const policy = '<meta http-equiv="Content-Security-Policy" content="default-src \'self\'">';
    await preview({ 'index.html': body('<p>one</p>', policy) }, async ({ page, server, write }) => {
      write('index.html', body('<p>two</p>', policy));
      await page.waitForFunction(() => document.querySelector('p')?.textContent === 'two');
      server.showProblems([{ title: 'T', message: 'M' }]);
      await page.locator('utterson-overlay .card').waitFor();
      expect(
        await page.evaluate(
          () =>
            getComputedStyle(
              document.querySelector('utterson-overlay')?.shadowRoot?.querySelector('.card') ?? document.body,
            ).borderTopWidth,
        ),
      ).toBe('5px');
    });
  });
});

/** From now on the page's waits are noted, and take no time. Returns a function that tells the milliseconds of each. */
async function noteWaits(page: Page): Promise<() => Promise<number[]>> {
  await page.evaluate(() => {
    const { setTimeout } = globalThis;
    const waits: number[] = [];
    const note = (run: () => void, wait: number) => setTimeout(run, 1, waits.push(wait));
    Object.assign(globalThis, { waits, setTimeout: note });
  });
  return () => page.evaluate(() => (globalThis as unknown as { waits: number[] }).waits);
}

function deferred(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve = (): void => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve: () => resolve() };
}
