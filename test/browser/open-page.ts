import type { Page } from 'playwright-core';

/** The client looks once whether the page is still what it was served as; from then on it knows the source. */
export async function openAndConnect(page: Page, url: string): Promise<void> {
  const looked = page.waitForResponse(
    (response) => response.request().resourceType() === 'fetch' && response.url() === url,
  );
  await page.goto(url);
  await (await looked).finished();
  await page.waitForTimeout(30);
}
