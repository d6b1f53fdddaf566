import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
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
  readonly showProblems: (problems: readonly Problem[]) => void;
  readonly follow: (path: string) => void;
  /** The files that open pages show, for rendering them first. */
  readonly viewed: () => readonly string[];
  readonly close: () => void;
}

interface Connection {
  readonly socket: WebSocket;
  readonly dialect: Dialect;
  file: string | undefined;
}

/**
 * Speaks with the open pages over web sockets: tells each what changed, and the last build's problems, also to those that come later.
 *
 * @param onFirst called when the first page connects
 */
export function createLiveReload(onFirst: () => void): LiveReload {
  const server = new WebSocketServer({ noServer: true, maxPayload: 64 * 1024 });
  const connections = new Set<Connection>();
  let problems: readonly Problem[] = [];
  let hadOne = false;
  const tell = (message: ServerMessage): void => {
    for (const { socket, dialect } of connections) if (dialect === 'utterson') socket.send(JSON.stringify(message));
  };
  const add = (socket: WebSocket, dialect: Dialect): void => {
    const connection: Connection = { socket, dialect, file: undefined };
    connections.add(connection);
    socket.on('close', () => connections.delete(connection));
    socket.on('error', () => socket.terminate());
    socket.on('message', (data) => {
      connection.file = viewedFile(String(data)) ?? connection.file;
    });
    greet(connection, problems);
    if (!hadOne) onFirst();
    hadOne = true;
  };
  return {
    upgrade: (request, socket, head) => {
      const dialect = dialectOf(request);
      if (dialect === undefined || !isSameHost(request)) {
        socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
        return;
      }
      server.handleUpgrade(request, socket, head, (client) => add(client, dialect));
    },
    reload: (paths) => {
      if (paths.length > 0) tell({ kind: 'changed', paths });
      for (const { socket, dialect } of connections) if (dialect === 'livereload') sendReloads(socket, paths);
    },
    showProblems: (found) => {
      if (found.length > 0) tell({ kind: 'problems', problems: found });
      else if (problems.length > 0) tell({ kind: 'mended' });
      problems = found;
    },
    follow: (path) => tell({ kind: 'follow', path }),
    viewed: () => [...new Set([...connections].flatMap(({ file }) => file ?? []))],
    close: () => {
      for (const { socket } of connections) socket.terminate();
      server.close();
    },
  };
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
 * A page of another host may open a web socket to this one, and would read of files and errors that are none of its business. The port may
 * differ: `--livereload-port` is another one than the page's.
 */
function isSameHost(request: IncomingMessage): boolean {
  const { origin, host } = request.headers;
  if (origin === undefined) return true;
  if (/^(?:chrome|moz|safari-web)-extension:\/\//.test(origin)) return dialectOf(request) === 'livereload';
  return hostName(origin) !== undefined && hostName(origin) === hostName(`http://${host}`);
}

function hostName(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).hostname : undefined;
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
