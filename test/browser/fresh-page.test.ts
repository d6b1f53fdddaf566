import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningServer, startServer } from '../../src/server/server.ts';
import { folderOf, optionsFor, writeInto } from '../server/folder.ts';
import { describeInBrowser } from './browser.ts';
import { openAndConnect } from './open-page.ts';

/** Files that are written together, and the open pages are told of together; one without a text is removed. */
type Edit = Readonly<Record<string, string | undefined>>;

interface Case {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  readonly edits: readonly Edit[];
  /** What the page shows, as an expression that is evaluated in it. */
  readonly shown: string;
  /** The path that is opened; the top by default. */
  readonly path?: string;
  /** What the reader or a script does before the edits, as code that is run in the page. */
  readonly act?: string;
  /** Whether each edit comes before the page has applied the one before. */
  readonly isHurried?: boolean;
}

const html = (head: string, body: string): string =>
  `<!DOCTYPE html><html><head><title>T</title>${head}</head><body>${body}</body></html>`;

const COLOUR = 'getComputedStyle(document.querySelector("p")).color';
const TEXT = 'document.body.innerText.trim()';
const LINK = '<link rel="stylesheet" href="/main.css">';
const SECOND = '<link rel="stylesheet" href="/second.css">';
const RED = 'p { color: rgb(255, 0, 0) }';
const BLUE = 'p { color: rgb(0, 0, 255) }';
const GREEN = 'p { color: rgb(0, 128, 0) }';

const CASES: readonly Case[] = [
  {
    name: 'what is in a template',
    files: { 'index.html': html('', '<template><b>one</b></template>') },
    edits: [{ 'index.html': html('', '<template><b>two</b></template>') }],
    shown: 'document.querySelector("template").content.textContent',
  },
  {
    name: 'a shadow root that the source declares',
    files: { 'index.html': html('', '<div><template shadowrootmode="open"><b>one</b></template></div>') },
    edits: [{ 'index.html': html('', '<div><template shadowrootmode="open"><b>two</b></template></div>') }],
    shown: 'document.querySelector("div").shadowRoot.textContent',
  },
  {
    name: 'a doctype that is added',
    files: { 'index.html': '<html><head><title>T</title></head><body><p>one</p></body></html>' },
    edits: [{ 'index.html': html('', '<p>one</p>') }],
    shown: 'document.compatMode',
  },
  {
    name: 'a style in the head, before a sheet that overrides it',
    files: { 'index.html': html(`<style>${RED}</style>${LINK}`, '<p>x</p>'), 'main.css': BLUE },
    edits: [{ 'index.html': html(`<style>${GREEN}</style>${LINK}`, '<p>y</p>') }],
    shown: `[${COLOUR}, ${TEXT}]`,
  },
  {
    name: 'the order of two sheets',
    files: { 'index.html': html(LINK + SECOND, '<p>x</p>'), 'main.css': RED, 'second.css': BLUE },
    edits: [{ 'index.html': html(SECOND + LINK, '<p>y</p>') }],
    shown: `[${COLOUR}, ${TEXT}]`,
  },
  {
    name: 'a sheet that was changed and is then left out',
    files: { 'index.html': html(LINK, '<p>x</p>'), 'main.css': RED },
    edits: [{ 'main.css': BLUE }, { 'index.html': html('', '<p>y</p>') }],
    shown: `[${COLOUR}, ${TEXT}]`,
  },
  {
    name: 'a sheet that was changed and is then replaced by another',
    files: { 'index.html': html(SECOND + LINK, '<p>x</p>'), 'main.css': RED, 'second.css': GREEN, 'third.css': '' },
    edits: [
      { 'main.css': BLUE },
      { 'index.html': html(`${SECOND}<link rel="stylesheet" href="/third.css">`, '<p>y</p>') },
    ],
    shown: `[${COLOUR}, ${TEXT}, document.querySelectorAll("link").length]`,
  },
  {
    name: 'a sheet that is changed faster than it is loaded',
    files: { 'index.html': html(LINK, '<p>x</p>'), 'main.css': RED },
    edits: [{ 'main.css': RED }, { 'main.css': GREEN }, { 'main.css': BLUE }],
    isHurried: true,
    shown: `[${COLOUR}, document.querySelectorAll("link").length]`,
  },
  {
    name: 'the base of relative addresses',
    files: { 'index.html': html('<base href="/a/">', '<img src="x.svg">') },
    edits: [{ 'index.html': html('<base href="/c/">', '<img src="x.svg">') }],
    shown: 'document.querySelector("img").currentSrc',
  },
  {
    name: 'attributes whose names only a parser accepts, and those with a namespace',
    files: {
      'index.html': html('', '<p @click="one"></p><svg><use></use></svg>'),
    },
    edits: [{ 'index.html': html('', '<p @click="two"></p><svg><use xlink:href="#two"></use></svg>') }],
    shown: '[document.querySelector("p").getAttribute("@click"), document.querySelector("use").href.baseVal]',
  },
  {
    name: 'what a film or a sound is taken from',
    files: { 'index.html': html('', '<video><source src="/a.mp4"></video>') },
    edits: [{ 'index.html': html('', '<video><source src="/b.mp4"></video>') }],
    shown: 'document.querySelector("video").currentSrc',
  },
  {
    name: 'a frame, an object and a picture with sources',
    files: {
      'index.html': html(
        '',
        '<iframe src="/a.html"></iframe><picture><source srcset="/a.svg"><img src="/c.svg"></picture>',
      ),
      'a.html': 'a',
      'b.html': 'b',
    },
    edits: [
      {
        'index.html': html(
          '',
          '<iframe src="/b.html"></iframe><picture><source srcset="/b.svg"><img src="/c.svg"></picture>',
        ),
      },
    ],
    shown:
      '[document.querySelector("iframe").contentDocument.body?.innerText, document.querySelector("img").currentSrc]',
  },
  {
    name: 'what is shown without scripts, and what moves from the head into the body',
    files: {
      'index.html': html(`<noscript>${LINK}</noscript><style>${RED}</style>`, '<noscript>one</noscript><p>x</p>'),
    },
    edits: [
      {
        'index.html': html(`<noscript>${SECOND}</noscript>`, `<noscript>two</noscript><style>${BLUE}</style><p>y</p>`),
      },
    ],
    shown: `[...document.querySelectorAll("noscript")].map(({ textContent }) => textContent).concat(${COLOUR}, ${TEXT})`,
  },
  {
    name: 'choices, and a field that nobody has touched',
    files: {
      'index.html': html('', '<select><option>1<option selected>2</select><input value="a"><textarea>b</textarea>'),
    },
    edits: [
      {
        'index.html': html(
          '',
          '<select><option selected>1<option>2<option>3</select><input value="c"><textarea>d</textarea>',
        ),
      },
    ],
    shown: '[...document.querySelectorAll("select, input, textarea")].map(({ value }) => value)',
  },
  {
    name: 'a page that becomes the index of a folder, and is changed there',
    files: { 'about.html': html('', '<p>one</p>') },
    path: '/about',
    edits: [
      { 'about.html': undefined, 'about/index.html': html('', '<p>two</p>') },
      { 'about/index.html': html('', '<p>three</p>') },
    ],
    shown: TEXT,
  },
  {
    name: 'another page, to which a script went without loading it',
    files: { 'index.html': html('', '<p>one</p>'), 'about.html': html('', '<p>two</p>') },
    act: 'history.pushState(null, "", "/about"); document.querySelector("p").textContent = "two"',
    edits: [{ 'about.html': html('', '<p>three</p>') }],
    shown: TEXT,
  },
];

describeInBrowser('after an edit an open page shows what a fresh one shows', (browser) => {
  let page: Page;
  let other: Page;
  beforeAll(async () => {
    [page, other] = await Promise.all([browser().newPage(), browser().newPage()]);
  });
  afterAll(() => Promise.all([page.close(), other.close()]));

  test.each(CASES)('$name', async ({ files, edits, shown, path = '/', act = '0', isHurried = false }) => {
    const folder = folderOf(files);
    const server = await startServer(optionsFor(folder));
    try {
      await openAndConnect(page, new URL(path, server.address).href);
      await page.evaluate(act);
      for (const [index, edit] of edits.entries()) {
        apply(edit, folder, server);
        if (isHurried && index < edits.length - 1) await page.waitForTimeout(1);
        else await expect.poll(() => lookAt(page, shown)).toEqual(await fresh(page.url(), shown));
      }
    } finally {
      await server.close();
    }
  });

  async function fresh(url: string, shown: string): Promise<unknown> {
    await other.goto(url);
    return other.evaluate(shown).finally(() => other.goto('about:blank'));
  }
});

/** Applies an edit as a build does. */
function apply(edit: Edit, folder: string, server: RunningServer): void {
  for (const [name, text] of Object.entries(edit)) {
    if (text === undefined) rmSync(join(folder, name));
    else writeInto(folder, name, text);
  }
  server.reload(Object.keys(edit).map((name) => `/${name}`));
}

/** A page that is being loaded again cannot be asked. */
function lookAt(page: Page, shown: string): Promise<unknown> {
  return page.evaluate(shown).catch(() => 'loading');
}
