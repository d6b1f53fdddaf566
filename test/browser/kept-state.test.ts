import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningServer, startServer } from '../../src/server/server.ts';
import { folderOf, optionsFor, writeInto } from '../server/folder.ts';
import { describeInBrowser } from './browser.ts';
import { KEPT_STATE } from './kept-state.ts';
import { openAndConnect } from './open-page.ts';

describeInBrowser('while a page is patched, what must survive does', (browser) => {
  const folder = folderOf({});
  let server: RunningServer;
  let page: Page;
  beforeAll(async () => {
    server = await startServer(optionsFor(folder));
    page = await browser().newPage({ viewport: { width: 800, height: 600 } });
  });
  afterAll(async () => {
    await page.close();
    await server.close();
  });

  test.each(KEPT_STATE)('$name', async ({ before, after, act, isKept }) => {
    writeInto(folder, 'index.html', before);
    await openAndConnect(page, server.address);
    await page.evaluate(
      `(async () => { globalThis.isTheSame = true; ${act.startsWith('new ') ? 'await ' : ''}${act} })()`,
    );
    writeInto(folder, 'index.html', after);
    server.reload(['/index.html']);
    await page.waitForFunction(() => document.querySelector('h1')?.textContent === 'Two');
    expect(await page.evaluate(`(async () => Boolean(await (${isKept})))()`)).toBe(true);
    expect(await page.evaluate(() => 'isTheSame' in globalThis)).toBe(true);
  });
});
