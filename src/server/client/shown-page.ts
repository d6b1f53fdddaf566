import { patchDocument } from './patch.ts';

/** The page in the browser, and the source that it was last updated to. */
export interface ShownPage {
  /** The path of its file on the server; empty if it has none. After an update it may be another one: `/about` becomes a folder. */
  file(): string;
  /** Whether a script has gone to another address without loading it: what is shown may be the page of any file. */
  isElsewhere(): boolean;
  /** Fetches the page from the server and applies what changed. */
  update(): void;
  reload(): void;
}

/**
 * @param script the script that the server added to the page
 * @param onShown called each time the page has been checked and is up to date
 */
export function createShownPage(script: HTMLScriptElement, onShown: () => void): ShownPage {
  const { pathname } = location;
  let file = script.dataset['file'] ?? '';
  let shown = { digest: script.dataset['utterson'], source: undefined as Document | undefined };
  let isChecking = false;
  let isStale = false;
  const isElsewhere = (): boolean => location.pathname !== pathname;

  const check = async (): Promise<void> => {
    const response = await fetch(location.href, { cache: 'no-store', headers: { Accept: 'text/html' } });
    const digestNow = response.headers.get('X-Utterson-Digest') ?? undefined;
    const text = await response.text();
    await untilParsed();
    // Loading the page again would not help a script that changes its address each time.
    if (isElsewhere() && shown.source === undefined) return;
    if (digestNow === undefined || shown.digest === undefined || isElsewhere()) return location.reload();
    const source = new DOMParser().parseFromString(text, 'text/html');
    const isChanged = digestNow !== shown.digest;
    if (isChanged && (shown.source === undefined || !isPatched(shown.source, source))) return location.reload();
    shown = { digest: digestNow, source };
    file = source.querySelector<HTMLScriptElement>('script[data-utterson]')?.dataset['file'] ?? file;
    if (isChanged) document.dispatchEvent(new CustomEvent('utterson:update'));
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

  return { file: () => file, isElsewhere, update: () => void update(), reload: () => location.reload() };
}

/** Whether what differs between two sources could be changed in the page. */
function isPatched(old: Document, next: Document): boolean {
  try {
    return patchDocument(document, old, next);
  } catch {
    // A browser may refuse what a parser accepts.
    return false;
  }
}

function untilParsed(): Promise<void> {
  if (document.readyState !== 'loading') return Promise.resolve();
  return new Promise((resolve) => document.addEventListener('DOMContentLoaded', () => resolve(), { once: true }));
}
