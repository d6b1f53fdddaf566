import { networkInterfaces } from 'node:os';
import type { BuilderOptions } from '../../build/builder-options.ts';
import { type Config, environmentName } from '../../config/config.ts';
import { describeProblem } from '../../server/problem.ts';
import { checkAddress, type RunningServer, startServer } from '../../server/server.ts';
import type { Watcher } from '../../server/watcher.ts';
import type { Log } from '../../util/program/log.ts';
import { logSummary, logUnwatched, logWatched } from '../build/build-log.ts';
import { SiteSession } from '../build/site-session.ts';
import { watchSite } from '../build/watch-site.ts';
import type { Invocation } from '../command-line/command.ts';
import { printError } from '../errors/print-error.ts';
import { isSet } from '../settings.ts';
import { Preview } from './preview.ts';
import type { ServedSite } from './served-site.ts';
import { readServerOptions, siteAddress } from './server-settings.ts';

/** Opens a site for serving. As in Jekyll, it is watched unless a flag says otherwise, and in development `url` is the server's. */
export function openForServing(
  invocation: Invocation,
  log: Log,
  plugins?: BuilderOptions['plugins'],
): Promise<SiteSession> {
  const { flags, terminal } = invocation;
  const adjust = (config: Config) => {
    const settled = new Map(config).set('serving', true);
    if (!flags.has('watch') || flags.get('livereload') === true) settled.set('watch', true);
    if (environmentName(terminal.environment) === 'development') settled.set('url', siteAddress(config));
    return settled;
  };
  return SiteSession.open(invocation, log, { adjust, plugins });
}

/** Builds a site, serves it, and keeps both the output and open pages up to date with the source until it is closed. */
export async function serveSite(session: SiteSession, invocation: Invocation): Promise<ServedSite> {
  const preview = new Preview(session);
  // Read first: an error in them should come before anything has started that would have to be stopped.
  const readOptions = () => readServerOptions(session, invocation, () => preview.report());
  const options = readOptions();
  await checkAddress(options);
  const watcher = isSet(session.config, 'watch') ? watchPreview(session, invocation, preview) : undefined;
  try {
    await watcher?.ready;
    await buildForServing(session, invocation, { preview, isWatching: watcher !== undefined });
    const server = await startServer(options, () => session.log.info('LiveReload:', 'Browser connected'));
    preview.connect(server, readOptions);
    logAddresses(server, session, watcher);
    const close = async (): Promise<void> => {
      await Promise.all([watcher?.close(), server.close()]);
    };
    return { address: server.address, reportAddress: server.reportAddress, close };
  } catch (error) {
    await watcher?.close();
    throw error;
  }
}

function watchPreview(session: SiteSession, invocation: Invocation, preview: Preview): Watcher {
  return watchSite(session, invocation, {
    onBuilt: (result, changes) => preview.showBuilt(result, changes),
    urgency: () => preview.urgency(),
    onFailed: (error) => preview.showFailed([describeProblem(error, session.builder.source)]),
  });
}

/** While watching, a first build that fails does not end the server: the error is shown, in the browser too, until it is fixed. */
async function buildForServing(
  session: SiteSession,
  { terminal, trace }: Invocation,
  { preview, isWatching }: { readonly preview: Preview; readonly isWatching: boolean },
): Promise<void> {
  const { log, builder } = session;
  if (isSet(session.config, 'skip_initial_build')) {
    log.warn('Build Warning:', 'Skipping the initial build. This may result in an out-of-date site.');
    return;
  }
  try {
    const result = await session.buildFirst();
    logSummary(result, { destination: builder.destination, folder: terminal.folder }, log);
    preview.showBuilt(result, []);
  } catch (error) {
    if (!isWatching) throw error;
    printError(error, terminal, { trace });
    preview.showFailed([describeProblem(error, builder.source)]);
  }
}

function logAddresses(server: RunningServer, { log, builder }: SiteSession, watcher: Watcher | undefined): void {
  if (watcher === undefined) logUnwatched(log);
  else logWatched(builder.source, log);
  if (server.liveReloadAddress !== undefined) log.info('LiveReload address:', server.liveReloadAddress);
  log.info('Server address:', server.address);
  if (server.isEverywhere) for (const address of networkAddresses(server.address)) log.info('In the network:', address);
  log.info('Last build:', server.reportAddress);
}

/** The addresses by which other devices reach a server that listens on all addresses of this machine. */
function networkAddresses(address: string): readonly string[] {
  const own = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
  return own
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map((found) => Object.assign(new URL(address), { hostname: found.address }).href);
}
