import type { Page } from 'playwright-core';

/**
 * Once connected, the client looks whether the page is still what it was served as: from then on it knows the source. Waits for the next such
 * look: ask for it before what brings it about.
 */
export async function nextLook(page: Page, url: string): Promise<void> {
  const look = await page.waitForResponse(
    (response) => response.request().resourceType() === 'fetch' && response.url() === url,
  );
  await look.finished();
  // The page has what was sent when it answers, and has taken it in with its next breath.
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 30)));
}

/** Opens a page and waits until its client knows the source. */
export async function openAndConnect(page: Page, url: string): Promise<void> {
  const looked = nextLook(page, url);
  await page.goto(url);
  await looked;
}
