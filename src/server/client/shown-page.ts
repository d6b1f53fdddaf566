import { patchDocument } from './patch.ts';

/** The page in the browser, and the source that it was last updated to. */
export interface ShownPage {
  /** Fetches the page from the server and applies what changed. */
  update(): void;
  reload(): void;
}

/**
 * @param digest the digest of the source that the browser parsed
 * @param onShown called each time the page has been checked and is up to date
 */
export function createShownPage(digest: string | undefined, onShown: () => void): ShownPage {
  let shown = { digest, source: undefined as Document | undefined };
  let isChecking = false;
  let isStale = false;

  const check = async (): Promise<void> => {
    const response = await fetch(location.href, { cache: 'no-store', headers: { Accept: 'text/html' } });
    const digestNow = response.headers.get('X-Utterson-Digest') ?? undefined;
    const text = await response.text();
    await untilParsed();
    const source = new DOMParser().parseFromString(text, 'text/html');
    if (digestNow === undefined || shown.digest === undefined) return location.reload();
    if (digestNow === shown.digest) {
      shown = { digest: digestNow, source };
      return;
    }
    const isPatched = shown.source !== undefined && patchDocument(document, shown.source, source);
    if (!isPatched) return location.reload();
    shown = { digest: digestNow, source };
    document.dispatchEvent(new CustomEvent('utterson:update'));
  };

  const update = async (): Promise<void> => {
    isStale = true;
    if (isChecking) return;
    isChecking = true;
    while (isStale) {
      isStale = false;
      // If the server is gone the connection closes as well, and reconnecting begins with another check.
      await check().catch(() => {});
    }
    onShown();
    isChecking = false;
  };

  return { update: () => void update(), reload: () => location.reload() };
}

function untilParsed(): Promise<void> {
  if (document.readyState !== 'loading') return Promise.resolve();
  return new Promise((resolve) => document.addEventListener('DOMContentLoaded', () => resolve(), { once: true }));
}
