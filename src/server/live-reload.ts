import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { type HostNames, hostName, isKnownHost } from './known-host.ts';
import type { Problem, ServerMessage } from './messages.ts';
import { requestPath } from './request-path.ts';

/** How a connection speaks: our own client, or the LiveReload protocol that browser extensions know. */
type Dialect = 'utterson' | 'livereload';

const LIVERELOAD_PROTOCOL = 'http://livereload.com/protocols/official-7';

/** The open pages. */
export interface LiveReload {
  /** Takes over a connection that asks to become a web socket; false where it is not for live reload. */
  readonly upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  readonly reload: (paths: readonly string[]) => void;
  /** The same, and waits until the pages among these files show what is there now, or do not within a moment. */
  readonly deliver: (paths: readonly string[]) => Promise<void>;
  readonly showProblems: (problems: readonly Problem[]) => void;
  readonly follow: (path: string) => void;
  /** Sends the pages below one baseurl to where they are below another. */
  readonly move: (from: string, to: string) => void;
  /** The files that open pages show, for rendering them first. */
  readonly viewed: () => readonly string[];
  readonly close: () => void;
}

interface Connection {
  readonly socket: WebSocket;
  readonly dialect: Dialect;
  file: string | undefined;
  /** Called when the page says what it shows, or goes away. */
  onShown: (() => void) | undefined;
}

/** Milliseconds that a build waits for open pages. Most need twenty. */
const MOST_WAITED = 250;

/**
 * Speaks with the open pages over web sockets: tells each what changed, and the last build's problems, also to those that come later.
 *
 * @param names what the server goes by at the moment
 * @param onFirst called when the first page connects
 */
export function createLiveReload(names: () => HostNames, onFirst: () => void): LiveReload {
  const server = new WebSocketServer({ noServer: true, maxPayload: 64 * 1024 });
  const connections = new Set<Connection>();
  let problems: readonly Problem[] = [];
  let hadOne = false;
  const tell = (message: ServerMessage): void => {
    for (const { socket, dialect } of connections) if (dialect === 'utterson') socket.send(JSON.stringify(message));
  };
  const add = (socket: WebSocket, dialect: Dialect): void => {
    const connection: Connection = { socket, dialect, file: undefined, onShown: undefined };
    connections.add(connection);
    hearOf(connection, () => connections.delete(connection));
    greet(connection, problems);
    if (!hadOne) onFirst();
    hadOne = true;
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

/** Takes in what a page says of itself, until it goes. */
function hearOf(connection: Connection, onGone: () => void): void {
  const { socket } = connection;
  socket.on('close', () => {
    onGone();
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

async function untilShown(viewers: readonly Connection[]): Promise<void> {
  const shown = viewers.map(
    (viewer) =>
      new Promise<void>((resolve) => {
        viewer.onShown = resolve;
      }),
  );
  let timer: NodeJS.Timeout | undefined;
  const enough = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, MOST_WAITED);
  });
  await Promise.race([Promise.all(shown), enough]);
  clearTimeout(timer);
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

/** One message a file, as Jekyll sends them: the client reloads the page unless it is a style sheet or an image. */
function sendReloads(socket: WebSocket, paths: readonly string[]): void {
  for (const path of paths) socket.send(JSON.stringify({ command: 'reload', path, liveCSS: true }));
}

function dialectOf(request: IncomingMessage): Dialect | undefined {
  const path = requestPath(request.url ?? '');
  if (path?.endsWith('/__utterson/live') === true) return 'utterson';
  return path === '/livereload' ? 'livereload' : undefined;
}

/**
 * A page of another host may open a web socket to this one, and would read of files and errors that are none of its business: it must come
 * from this server, under a name that is its own. A browser's extension asks from the outside, and the port of `--livereload-port` is another
 * one than the page's.
 */
function isWelcome({ headers }: IncomingMessage, dialect: Dialect, names: HostNames): boolean {
  const { origin, host } = headers;
  if (!isKnownHost(host, names)) return false;
  if (origin === undefined) return true;
  if (dialect === 'livereload') {
    return /^(?:chrome|moz|safari-web)-extension:\/\//.test(origin) || hostName(origin) === hostName(`http://${host}`);
  }
  // A proxy may ask with its own name; a page cannot set this header.
  const asked = [host, headers['x-forwarded-host']];
  return URL.canParse(origin) && asked.includes(new URL(origin).host);
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
