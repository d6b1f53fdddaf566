import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, test } from 'vitest';

/** Where browsers are found, `CHROMIUM_PATH` before all. */
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
 * Tests in a real browser. Where there is none they are left out, and say so; in CI that is a failure, since there a browser is installed
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
