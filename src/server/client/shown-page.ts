import { patchDocument } from './patch.ts';

/** What the browser shows, and the source it was last brought in line with. */
export interface ShownPage {
  /** Looks at the server's page and takes in what changed. */
  update(): void;
  reload(): void;
}

/**
 * @param digest of the source the browser parsed
 * @param onShown called whenever the page was looked at, and shows what is there
 */
export function createShownPage(digest: string | undefined, onShown: () => void): ShownPage {
  let shown = { digest, source: undefined as Document | undefined };
  let isLooking = false;
  let isStale = false;

  const look = async (): Promise<void> => {
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
    if (isLooking) return;
    isLooking = true;
    while (isStale) {
      isStale = false;
      // A server that is not there says so by closing the connection too; the next one begins with a look.
      await look().catch(() => {});
    }
    onShown();
    isLooking = false;
  };

  return { update: () => void update(), reload: () => location.reload() };
}

function untilParsed(): Promise<void> {
  if (document.readyState !== 'loading') return Promise.resolve();
  return new Promise((resolve) => document.addEventListener('DOMContentLoaded', () => resolve(), { once: true }));
}
