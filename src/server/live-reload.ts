import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { INTERNAL } from './internal-path.ts';
import { type HostNames, hostName, isKnownHost } from './known-host.ts';
import type { Problem, ServerMessage } from './messages.ts';
import { requestPath } from './request-path.ts';

/** The protocol of a connection: that of our own client, or LiveReload's, which browser extensions speak. */
type Dialect = 'utterson' | 'livereload';

const LIVERELOAD_PROTOCOL = 'http://livereload.com/protocols/official-7';

/** The connections to open pages. */
export interface LiveReload {
  /** Takes over a request to upgrade to a web socket, or refuses it. */
  readonly upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  readonly reload: (paths: readonly string[]) => void;
  /** Like `reload`, and waits (briefly) until the open pages among these files are up to date. */
  readonly deliver: (paths: readonly string[]) => Promise<void>;
  readonly showProblems: (problems: readonly Problem[]) => void;
  readonly follow: (path: string) => void;
  /** Sends the pages below one baseurl to the same pages below another. */
  readonly move: (from: string, to: string) => void;
  /** The files of the open pages, to be rendered first. */
  readonly viewed: () => readonly string[];
  readonly close: () => void;
}

interface Connection {
  readonly socket: WebSocket;
  readonly dialect: Dialect;
  /** The file that the page last said it shows; undefined if it has said nothing, or not when it should have. */
  file: string | undefined;
  /** Called when the page reports which file it shows, or is closed. */
  onShown: (() => void) | undefined;
}

/** The longest a build waits for open pages, in milliseconds. Most need twenty. */
const LONGEST_WAIT = 250;

/**
 * Talks to open pages over web sockets: tells them what changed and the problems of the last build, which pages that connect
 * later hear about, too.
 *
 * @param names returns the current names of the server
 * @param onFirst called when the first page connects
 */
export function createLiveReload(names: () => HostNames, onFirst: () => void): LiveReload {
  const server = new WebSocketServer({ noServer: true, maxPayload: 64 * 1024 });
  const connections = new Set<Connection>();
  let problems: readonly Problem[] = [];
  let hasConnected = false;
  const tell = (message: ServerMessage): void => {
    for (const { socket, dialect } of connections) if (dialect === 'utterson') socket.send(JSON.stringify(message));
  };
  const add = (socket: WebSocket, dialect: Dialect): void => {
    const connection: Connection = { socket, dialect, file: undefined, onShown: undefined };
    connections.add(connection);
    listenTo(connection, () => connections.delete(connection));
    greet(connection, problems);
    if (!hasConnected) onFirst();
    hasConnected = true;
  };
  const reload = (paths: readonly string[]): void => {
    if (paths.length > 0) tell({ kind: 'changed', paths });
    for (const { socket, dialect } of connections) if (dialect === 'livereload') sendReloads(socket, paths);
  };
  return {
    reload,
    deliver: (paths) => {
      const viewers = [...connections].filter(({ file }) => file !== undefined && paths.includes(file));
      reload(paths);
      return untilShown(viewers);
    },
    upgrade: (request, socket, head) => {
      const dialect = dialectOf(request);
      if (dialect === undefined || !isWelcome(request, dialect, names())) {
        socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
        return;
      }
      server.handleUpgrade(request, socket, head, (client) => add(client, dialect));
    },
    showProblems: (found) => {
      if (found.length > 0) tell({ kind: 'problems', problems: found });
      else if (problems.length > 0) tell({ kind: 'mended' });
      problems = found;
    },
    follow: (path) => tell({ kind: 'follow', path }),
    move: (from, to) => tell({ kind: 'moved', from, to }),
    viewed: () => [...new Set([...connections].flatMap(({ file }) => file ?? []))],
    close: () => {
      for (const { socket } of connections) socket.terminate();
      server.close();
    },
  };
}

/** Notes which file a page shows, until the page is closed. */
function listenTo(connection: Connection, onClosed: () => void): void {
  const { socket } = connection;
  socket.on('close', () => {
    onClosed();
    connection.onShown?.();
  });
  socket.on('error', () => socket.terminate());
  socket.on('message', (data) => {
    const file = viewedFile(String(data));
    if (file === undefined) return;
    connection.file = file;
    connection.onShown?.();
  });
}

/** A page that does not answer in time is not waited for again until it does: its device may be asleep. */
async function untilShown(viewers: readonly Connection[]): Promise<void> {
  const waiting = new Set(viewers);
  const shown = viewers.map(
    (viewer) =>
      new Promise<void>((resolve) => {
        viewer.onShown = () => {
          waiting.delete(viewer);
          resolve();
        };
      }),
  );
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, LONGEST_WAIT);
  });
  await Promise.race([Promise.all(shown), timeout]);
  clearTimeout(timer);
  for (const viewer of waiting) viewer.file = undefined;
}

function greet({ socket, dialect }: Connection, problems: readonly Problem[]): void {
  const send = (message: object): void => socket.send(JSON.stringify(message));
  if (dialect === 'livereload') {
    send({ command: 'hello', protocols: [LIVERELOAD_PROTOCOL], serverName: 'utterson' });
    return;
  }
  send({ kind: 'hello' } satisfies ServerMessage);
  if (problems.length > 0) send({ kind: 'problems', problems } satisfies ServerMessage);
}

/** Sends one message per file, as Jekyll does; the client reloads the page unless it is a style sheet or an image. */
function sendReloads(socket: WebSocket, paths: readonly string[]): void {
  for (const path of paths) socket.send(JSON.stringify({ command: 'reload', path, liveCSS: true }));
}

function dialectOf(request: IncomingMessage): Dialect | undefined {
  const path = requestPath(request.url ?? '');
  if (path?.endsWith(`${INTERNAL}live`) === true) return 'utterson';
  return path === '/livereload' ? 'livereload' : undefined;
}

/**
 * Any page on the web may open a web socket to this server and would learn about files and errors, so the page must come from
 * this server, under one of its names. Browser extensions, which have an origin of their own, are let in for LiveReload, and
 * there the port is not compared: that of `--livereload-port` is not the page's.
 */
function isWelcome({ headers }: IncomingMessage, dialect: Dialect, names: HostNames): boolean {
  const { origin, host } = headers;
  if (!isKnownHost(host, names)) return false;
  if (origin === undefined) return true;
  if (dialect === 'livereload') {
    return /^(?:chrome|moz|safari-web)-extension:\/\//.test(origin) || hostName(origin) === hostName(`http://${host}`);
  }
  // A proxy passes the name that was requested in this header, which a page cannot set.
  const requested = [host, headers['x-forwarded-host']];
  return URL.canParse(origin) && requested.includes(new URL(origin).host);
}

function viewedFile(text: string): string | undefined {
  try {
    const message: unknown = JSON.parse(text);
    if (typeof message !== 'object' || message === null || !('kind' in message) || message.kind !== 'viewing')
      return undefined;
    return 'file' in message && typeof message.file === 'string' ? message.file : undefined;
  } catch {
    return undefined;
  }
}
