import { decodePath } from '../../util/decode-path.ts';
import { INTERNAL } from '../internal-path.ts';
import type { ClientMessage, ServerMessage } from '../messages.ts';
import { keepConnected } from './connection.ts';
import { createOverlay } from './overlay.ts';
import { createShownPage, type ShownPage } from './shown-page.ts';
import { swapImages, swapStyles, usesAny } from './swap.ts';

/**
 * Listens to the server and keeps the page up to date without losing what the reader did with it: scroll position, focus, opened
 * details, typed input.
 *
 * @param script the script that the server added to the page
 */
export function keepUpToDate(script: HTMLScriptElement): void {
  const page = createShownPage(script, tellFile);
  const overlay = createOverlay();
  const [minDelay, maxDelay] = (script.dataset['delays'] ?? '').split(' ').map((seconds) => Number(seconds) * 1000);
  const connection = keepConnected(new URL('live', script.src), {
    minDelay: minDelay || 250,
    maxDelay: maxDelay || 3000,
    onOpen: tellFile,
    onMessage: (message) => obey(message as ServerMessage),
  });

  function tellFile(): void {
    connection.send({ kind: 'viewing', file: page.file() } satisfies ClientMessage);
  }

  function obey(message: ServerMessage): void {
    switch (message.kind) {
      case 'hello':
        page.update();
        break;
      case 'changed':
        applyChanges(page, message.paths);
        break;
      case 'problems':
        // The report lists the problems itself.
        if (isReport(page)) page.update();
        else overlay.show(message.problems);
        break;
      case 'mended':
        overlay.hide();
        if (isReport(page)) page.update();
        break;
      case 'follow':
        if (decodePath(location.pathname) !== decodePath(message.path)) location.assign(message.path);
        break;
      case 'moved':
        if (location.pathname.startsWith(`${message.from}/`))
          location.assign(message.to + location.pathname.slice(message.from.length) + location.search + location.hash);
        break;
    }
  }
}

const isReport = (page: ShownPage): boolean => page.file().endsWith(INTERNAL);

/** @param encoded thousands of paths, if a layout has changed: what the page uses is looked up among them, not the other way round */
function applyChanges(page: ShownPage, encoded: readonly string[]): void {
  const file = decodePath(page.file());
  const paths = encoded.map(decodePath);
  // If a whole folder is removed, only the folder itself is reported.
  const isOwn = (path: string): boolean => `${file}/`.startsWith(`${path}/`);
  const others = new Set(paths.filter((path) => !isOwn(path)));
  const swapped = new Set([...swapStyles(others), ...swapImages(others)]);
  const rest = new Set([...others].filter((path) => !swapped.has(path)));
  const isTouched = paths.some(isOwn) || (file.endsWith('/') && paths.some((path) => path.startsWith(file)));
  // A script that ran, data it fetched, a font: only loading the page again applies the change.
  if (usesAny(rest) || (page.isElsewhere() && (isTouched || rest.size > 0))) page.reload();
  // A missing page (without a file) may exist now.
  else if (isTouched || file === '' || isReport(page)) page.update();
}
