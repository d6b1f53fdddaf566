import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { UttersonError } from '../errors.ts';
import type { LiveReload } from './live-reload.ts';
import type { Problem } from './messages.ts';
import { belowBaseurl, encodePath, requestPath, trimBaseurl } from './request-path.ts';
import { listenFor } from './send-answer.ts';
import type { ServerOptions } from './server-options.ts';

/** A running server. */
export interface RunningServer {
  /** The address of the site, with baseurl, as Jekyll prints it. */
  readonly address: string;
  /** The address of the page about the last build. */
  readonly reportAddress: string;
  /** The address of the extra LiveReload port, if there is one. */
  readonly liveReloadAddress: string | undefined;
  /** Tells open pages which files were written or removed, by their paths in the folder. */
  readonly reload: (names: readonly string[]) => void;
  /** Like `reload`, and waits (briefly) until the open pages among these files are up to date. */
  readonly deliver: (names: readonly string[]) => Promise<void>;
  /** Shows problems over open pages, or removes them if there are none. */
  readonly showProblems: (problems: readonly Problem[]) => void;
  /** Sends open pages to a path of the site. */
  readonly follow: (url: string) => void;
  /** Changes the options, except host, port, certificates and live reload. Open pages follow to another baseurl. */
  readonly configure: (options: ServerOptions) => void;
  /** The files of the open pages, as paths in the folder. */
  readonly viewed: () => readonly string[];
  readonly close: () => Promise<void>;
}

/**
 * Serves a folder over HTTP or HTTPS until it is closed.
 *
 * @param onFirstPage called when the first page connects for live reload
 *
 * @example
 * const server = await startServer({ root: '/site/_site', port: 4000, … });
 * server.reload(['/index.html']);
 * await server.close();
 */
export async function startServer(options: ServerOptions, onFirstPage: () => void = () => {}): Promise<RunningServer> {
  const subject = createSubject(options);
  const liveReload =
    options.liveReload && (await import('./live-reload.ts')).createLiveReload(subject.options, onFirstPage);
  const servers = [await listen(await createFor(options, subject.listener), options.host, options.port, '--port')];
  if (options.liveReload?.port !== undefined) {
    const beside = await createFor(options, subject.listener);
    servers.push(await listenBeside(beside, servers, options.host, options.liveReload.port));
  }
  for (const server of servers) server.on('upgrade', upgradeWith(liveReload));
  const [main, beside] = servers.map((server) => addressOf(server, options));
  return {
    address: `${main}${subject.base()}/`,
    reportAddress: `${main}${subject.base()}/__utterson/`,
    liveReloadAddress: beside,
    ...talkToPages(subject, liveReload),
    close: async () => {
      liveReload?.close();
      await Promise.all(servers.map(closeServer));
    },
  };
}

/** What is served, under options that may change while the server runs. */
interface Subject {
  readonly options: () => ServerOptions;
  readonly listener: RequestListener;
  readonly base: () => string;
  readonly change: (options: ServerOptions) => void;
}

function createSubject(first: ServerOptions): Subject {
  const { host, port, tls, liveReload } = first;
  const fixed = { host, port, ...(tls !== undefined && { tls }), ...(liveReload !== undefined && { liveReload }) };
  let options = first;
  let answer = listenFor(first);
  return {
    options: () => options,
    listener: (request, response) => answer(request, response),
    base: () => trimBaseurl(options.baseurl),
    change: ({ tls: _, liveReload: __, ...changed }) => {
      options = { ...changed, ...fixed };
      answer = listenFor(options);
    },
  };
}

type PageMethods = Pick<RunningServer, 'reload' | 'deliver' | 'showProblems' | 'follow' | 'configure' | 'viewed'>;

/** Talks to open pages in paths of the folder; the pages themselves use encoded paths on the server, below the baseurl. */
function talkToPages({ base, change }: Subject, liveReload: LiveReload | undefined): PageMethods {
  const pathsOf = (names: readonly string[]): readonly string[] => names.map((name) => base() + encodePath(name));
  return {
    reload: (names) => liveReload?.reload(pathsOf(names)),
    deliver: async (names) => liveReload?.deliver(pathsOf(names)),
    showProblems: (problems) => liveReload?.showProblems(problems),
    follow: (url) => liveReload?.follow(base() + url),
    viewed: () => (liveReload?.viewed() ?? []).flatMap((path) => belowBaseurl(requestPath(path) ?? '', base()) ?? []),
    configure: (options) => {
      const before = base();
      change(options);
      if (base() !== before) liveReload?.move(before, base());
    },
  };
}

async function createFor(options: ServerOptions, listener: RequestListener): Promise<Server> {
  if (options.tls === undefined) return createServer(listener);
  const https = await import('node:https');
  return https.createServer(options.tls, listener);
}

function upgradeWith(liveReload: LiveReload | undefined) {
  return (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    socket.on('error', () => socket.destroy());
    if (liveReload === undefined) socket.destroy();
    else liveReload.upgrade(request, socket, head);
  };
}

/** If the second port is taken the first one has to be closed, or the process would not end. */
async function listenBeside(server: Server, others: readonly Server[], host: string, port: number): Promise<Server> {
  try {
    return await listen(server, host, port, '--livereload-port');
  } catch (error) {
    await Promise.all(others.map(closeServer));
    throw error;
  }
}

function listen(server: Server, host: string, port: number, flag: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(explainListenError(error, host, port, flag)));
    server.listen(port, host, () => {
      server.removeAllListeners('error');
      resolve(server);
    });
  });
}

function explainListenError(error: NodeJS.ErrnoException, host: string, port: number, flag: string): Error {
  if (error.code === 'EADDRINUSE') {
    return new UttersonError('AddressInUse', `Port ${port} of ${host} is in use by another program.`, {
      hint: `Stop that program, or use another port: ${flag} ${port + 1}`,
      cause: error,
    });
  }
  if (error.code === 'EACCES') {
    return new UttersonError('AddressForbidden', `This user is not allowed to use port ${port}.`, {
      hint: `Use a port above 1023: ${flag} 4000`,
      cause: error,
    });
  }
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') {
    return new UttersonError('UnknownAddress', `This machine has no address ${host}.`, {
      hint: 'Use one of its addresses: --host 127.0.0.1, or --host 0.0.0.0 for all of them.',
      cause: error,
    });
  }
  return error;
}

function addressOf(server: Server, options: ServerOptions): string {
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : options.port;
  const host = options.host.includes(':') ? `[${options.host}]` : options.host;
  return `${options.tls === undefined ? 'http' : 'https'}://${host}:${port}`;
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

/**
 * Reads a certificate or a key as PEM text.
 *
 * @param flag the flag that names the file, for the error
 * @throws {UttersonError} `UnreadableCertificate`
 *
 * @example
 * readPem('/site/ssl/key.pem', '--ssl-key')
 */
export function readPem(path: string, flag: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new UttersonError('UnreadableCertificate', `${flag} names a file that cannot be read: ${path}`, {
      hint: 'The path is relative to the source folder.',
      cause,
    });
  }
}
