/**
 * The script that open pages run while a site is served. It listens to the server and keeps the page up to date without losing
 * what the reader did with it: scroll position, focus, opened details, typed input.
 */
import type { ClientMessage, ServerMessage } from '../messages.ts';
import { decodePath } from './decode-path.ts';
import { createOverlay } from './overlay.ts';
import { createShownPage } from './shown-page.ts';
import { isUsed, swapImages, swapStyles } from './swap.ts';

const script = document.currentScript instanceof HTMLScriptElement ? document.currentScript : undefined;
const file = script?.dataset['file'] ?? location.pathname;
const isReportPage = file.endsWith('/__utterson/');
const isFolder = file.endsWith('/');
const [minDelay, maxDelay] = (script?.dataset['delays'] ?? '').split(' ').map((seconds) => Number(seconds) * 1000);
const server = new URL('live', script?.src ?? new URL('/__utterson/', location.href));

const overlay = createOverlay();
const page = createShownPage(script?.dataset['utterson'], tellFile);
let connection: WebSocket | undefined;

function tellFile(): void {
  const message: ClientMessage = { kind: 'viewing', file };
  if (connection?.readyState === WebSocket.OPEN) connection.send(JSON.stringify(message));
}

function obey(message: ServerMessage): void {
  switch (message.kind) {
    case 'hello':
      page.update();
      break;
    case 'changed':
      applyChanges(message.paths);
      break;
    case 'problems':
      // The report lists the problems itself.
      if (isReportPage) page.update();
      else overlay.show(message.problems);
      break;
    case 'mended':
      overlay.hide();
      if (isReportPage) page.update();
      break;
    case 'follow':
      if (location.pathname !== message.path) location.assign(message.path);
      break;
    case 'moved':
      if (location.pathname.startsWith(`${message.from}/`))
        location.assign(message.to + location.pathname.slice(message.from.length) + location.search + location.hash);
      break;
  }
}

function applyChanges(paths: readonly string[]): void {
  // If a whole folder is removed, only the folder itself is reported.
  const concernsPage = (path: string): boolean => `${decodePath(file)}/`.startsWith(`${decodePath(path)}/`);
  const others = paths.filter((path) => !concernsPage(path));
  const rest = others.filter((path) => !swapStyles(path) && !swapImages(path));
  // A script that ran, data it fetched, a font: only reloading the page applies the change.
  if (rest.some(isUsed)) {
    page.reload();
    return;
  }
  const isTouched = others.length < paths.length || (isFolder && paths.some((path) => path.startsWith(file)));
  // A missing page (without a file) may exist now.
  if (isTouched || file === '' || isReportPage) page.update();
}

function connect(delay: number): void {
  const socket = new WebSocket(Object.assign(new URL(server), { protocol: location.protocol.replace('http', 'ws') }));
  connection = socket;
  let next = Math.min(delay * 1.5, maxDelay || 3000);
  socket.addEventListener('open', () => {
    next = minDelay || 250;
    tellFile();
  });
  socket.addEventListener('message', ({ data }) => obey(JSON.parse(String(data)) as ServerMessage));
  socket.addEventListener('close', () => setTimeout(() => connect(next), delay));
}

connect(minDelay || 250);
