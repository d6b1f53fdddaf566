import type { Browser, Page } from 'playwright-core';
import { type RunningServe, startServe } from '../commands/running-server.ts';
import { folderOf, writeInto } from '../server/folder.ts';
import { withPage } from './browser.ts';

/** A site with one of everything that can be edited. */
export const SITE = {
  '_config.yml': 'title: My blog\n',
  '_layouts/default.html': `<!DOCTYPE html>
<html><head><title>{{ page.title }}</title><link rel="stylesheet" href="{{ site.baseurl }}/main.css"></head>
<body><p id="site">{{ site.title }}</p><p id="layout">layout one</p>{% include nav.html %}<main>{{ content }}</main></body></html>
`,
  '_includes/nav.html':
    '<nav>{% for item in site.data.nav %}<a href="{{ item.url }}">{{ item.name }}</a>{% endfor %}<i>include one</i></nav>',
  '_data/nav.yml': '- { name: Front, url: / }\n',
  '_posts/2024-01-01-hello.md': '---\nlayout: default\ntitle: Hello\n---\n\nThe *first* text.\n',
  'main.css': 'main { color: rgb(255, 0, 0); }\n',
  'index.html':
    '---\nlayout: default\ntitle: Front\n---\n{% for post in site.posts %}<h2>{{ post.title }}</h2>{% endfor %}\n',
};

const { 'main.css': _, ...UNSTYLED } = SITE;

/** The same site with a Sass style sheet, which takes a moment to compile. */
export const SASS_SITE = {
  ...UNSTYLED,
  'main.scss': '---\n---\n@import "colours";\nmain { color: $ink; }\n',
  '_sass/_colours.scss': '$ink: rgb(255, 0, 0);\n',
};

/** The URL of the site's only post. */
export const POST = '/2024/01/01/hello.html';

/** The post with another text. */
export const postOf = (text: string): string => `---\nlayout: default\ntitle: Hello\n---\n\n${text}\n`;

/** A site served by `utterson serve`, and a page of it in the browser that is connected. */
export interface Serving {
  readonly page: Page;
  readonly folder: string;
  readonly serve: RunningServe;
  readonly edit: (name: string, text: string) => void;
  /** Whether the page is still the same document, and was not loaded again. */
  readonly isSame: () => Promise<boolean>;
}

export interface ServingOptions {
  readonly words?: readonly string[];
  readonly site?: Readonly<Record<string, string>>;
  /** Files that are added to the site or replace those in it. */
  readonly files?: Readonly<Record<string, string>>;
  /** Called with the folder before it is served. */
  readonly prepare?: (folder: string) => void;
}

/** Serves a site, opens a page of it, and runs a test with both. If it fails, the error includes what the server printed. */
export async function serving(
  browser: Browser,
  path: string,
  run: (serving: Serving) => Promise<void>,
  { words = [], site = SITE, files = {}, prepare = () => {} }: ServingOptions = {},
): Promise<void> {
  const folder = folderOf({ ...site, ...files });
  prepare(folder);
  const serve = await startServe(folder, words);
  try {
    await withPage(browser, async (page) => {
      // Once connected, the page fetches its source: later edits are patched in.
      const looked = page.waitForResponse((response) => response.request().resourceType() === 'fetch');
      await page.goto(new URL(path, serve.address).href);
      await serve.waitFor(/Browser connected/);
      await (await looked).finished();
      await page.evaluate(() => Object.assign(globalThis, { isTheSame: true }));
      const edit = (name: string, text: string): void => writeInto(folder, name, text);
      const isSame = (): Promise<boolean> => page.evaluate(() => 'isTheSame' in globalThis);
      await run({ page, folder, serve, edit, isSame });
    });
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : error}\n${serve.text()}`, { cause: error });
  } finally {
    await serve.stop();
  }
}

/** Waits until a page shows a text in an element. */
export function shows(page: Page, selector: string, text: string): Promise<void> {
  return page.locator(selector, { hasText: text }).first().waitFor({ timeout: 40_000 });
}
