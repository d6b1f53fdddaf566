import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, test } from 'vitest';

/** Where browsers are looked for, `CHROMIUM_PATH` first. */
const PLACES = [
  process.env['CHROMIUM_PATH'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--autoplay-policy=no-user-gesture-required',
];

/**
 * Tests in a real browser. Without a browser they are skipped with a notice; in CI that is a failure, because a browser is installed there
 * for them.
 */
export function describeInBrowser(name: string, define: (browser: () => Browser) => void): void {
  const executablePath = PLACES.find((path) => path !== undefined && path !== '' && existsSync(path));
  if (executablePath === undefined) {
    const message = `NO BROWSER FOUND: "${name}" was not tested. Install Chromium, or set CHROMIUM_PATH.`;
    console.warn(`\n${'!'.repeat(message.length)}\n${message}\n${'!'.repeat(message.length)}\n`);
    test.runIf(process.env['CI'] !== undefined)(`a browser for: ${name}`, () => {
      throw new Error(message);
    });
    test.skipIf(process.env['CI'] !== undefined)(`${name} (no browser found)`, (context) => context.skip());
    return;
  }
  describe(name, () => {
    let browser: Browser | undefined;
    beforeAll(async () => {
      browser = await chromium.launch({ executablePath, args: FLAGS });
    });
    afterAll(() => browser?.close());
    define(() => {
      if (browser === undefined) throw new Error('The browser did not start.');
      return browser;
    });
  });
}

/** A page of each browser that no test is using: most of the cost of a new page is its process. */
const idle = new WeakMap<Browser, Page>();

/**
 * Runs a test with a page of its own. The page may have been used before, but a server of another test is another origin to it. A page with
 * which a test failed is not used again.
 */
export async function withPage<T>(browser: Browser, run: (page: Page) => Promise<T>): Promise<T> {
  const page = idle.get(browser) ?? (await browser.newPage({ viewport: { width: 800, height: 600 } }));
  idle.delete(browser);
  try {
    const result = await run(page);
    await page.goto('about:blank');
    idle.set(browser, page);
    return result;
  } catch (error) {
    await page.close();
    throw error;
  }
}
