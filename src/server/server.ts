import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import type { Duplex } from 'node:stream';
import { INTERNAL } from './internal-path.ts';
import { addressOf, closeServer, createNodeServer, isEverywhere, listen, listenBeside } from './listen.ts';
import type { LiveReload } from './live-reload.ts';
import type { Problem } from './messages.ts';
import { belowBaseurl, encodePath, requestPath, trimBaseurl } from './request-path.ts';
import { createListener } from './send-answer.ts';
import type { ServerOptions } from './server-options.ts';

/** A running server. */
export interface RunningServer {
  /** The address of the site on this machine, with the baseurl. */
  readonly address: string;
  /** Whether other devices can reach the server by the addresses of this machine in their network. */
  readonly isEverywhere: boolean;
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
  const folder = createServedFolder(options);
  const liveReload =
    options.liveReload && (await import('./live-reload.ts')).createLiveReload(folder.options, onFirstPage);
  const { host, port } = options;
  const servers = [await listen(await createNodeServer(options, folder.listener), { host, port, flag: '--port' })];
  if (options.liveReload?.port !== undefined) {
    const beside = await createNodeServer(options, folder.listener);
    const endpoint = { host, port: options.liveReload.port, flag: '--livereload-port' };
    servers.push(await listenBeside(servers, beside, endpoint));
  }
  for (const server of servers) server.on('upgrade', upgradeWith(liveReload));
  const [main, beside] = servers.map((server) => addressOf(server, options));
  return {
    address: `${main}${folder.base()}/`,
    reportAddress: `${main}${folder.base()}${INTERNAL}`,
    isEverywhere: isEverywhere(host),
    liveReloadAddress: beside,
    ...talkToPages(folder, liveReload),
    close: async () => {
      liveReload?.close();
      await Promise.all(servers.map(closeServer));
    },
  };
}

/**
 * Fails as `startServer` would if another program uses the address, so that nobody has to wait for a build to learn that.
 *
 * @throws {UttersonError} `AddressInUse`, `AddressForbidden`, `UnknownAddress`
 */
export async function checkAddress({ host, port }: Pick<ServerOptions, 'host' | 'port'>): Promise<void> {
  await closeServer(await listen(createServer(), { host, port, flag: '--port' }));
}

/** The folder that is served, under options that may change while the server runs. */
interface ServedFolder {
  readonly options: () => ServerOptions;
  readonly listener: RequestListener;
  /** The baseurl as it is in addresses. */
  readonly base: () => string;
  readonly change: (options: ServerOptions) => void;
}

function createServedFolder(first: ServerOptions): ServedFolder {
  const { host, port, tls, liveReload } = first;
  const fixed = { host, port, ...(tls !== undefined && { tls }), ...(liveReload !== undefined && { liveReload }) };
  let options = first;
  let answer = createListener(first);
  return {
    options: () => options,
    listener: (request, response) => answer(request, response),
    base: () => encodePath(trimBaseurl(options.baseurl)),
    change: ({ tls: _, liveReload: __, ...changed }) => {
      options = { ...changed, ...fixed };
      answer = createListener(options);
    },
  };
}

type PageMethods = Pick<RunningServer, 'reload' | 'deliver' | 'showProblems' | 'follow' | 'configure' | 'viewed'>;

/** Talks to open pages in paths of the folder; the pages themselves use encoded paths on the server, below the baseurl. */
function talkToPages(
  { base, change, options: current }: ServedFolder,
  liveReload: LiveReload | undefined,
): PageMethods {
  const pathsOf = (names: readonly string[]): readonly string[] => names.map((name) => base() + encodePath(name));
  return {
    reload: (names) => liveReload?.reload(pathsOf(names)),
    deliver: async (names) => liveReload?.deliver(pathsOf(names)),
    showProblems: (problems) => liveReload?.showProblems(problems),
    follow: (url) => liveReload?.follow(base() + url),
    viewed: () =>
      (liveReload?.viewed() ?? []).flatMap((path) => belowBaseurl(requestPath(path) ?? '', current().baseurl) ?? []),
    configure: (options) => {
      const before = base();
      change(options);
      if (base() !== before) liveReload?.move(before, base());
    },
  };
}

function upgradeWith(liveReload: LiveReload | undefined) {
  return (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    socket.on('error', () => socket.destroy());
    if (liveReload === undefined) socket.destroy();
    else liveReload.upgrade(request, socket, head);
  };
}
