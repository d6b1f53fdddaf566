import type { Page } from 'playwright-core';

/**
 * Once it is connected, the client fetches the page to check whether it is still what was served; from then on it knows the source. Waits
 * for the next such request: call this before doing what leads to it.
 */
export async function nextLook(page: Page, url: string): Promise<void> {
  const look = await page.waitForResponse(
    (response) => response.request().resourceType() === 'fetch' && response.url() === url,
  );
  await look.finished();
  // After the response arrived, the client takes a moment to process it.
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 30)));
}

/** Opens a page and waits until its client knows the source. */
export async function openAndConnect(page: Page, url: string): Promise<void> {
  const looked = nextLook(page, url);
  await page.goto(url);
  await looked;
}
