import type { Config } from '../config/config.ts';
import { environmentName } from '../config/config.ts';
import { describeProblem } from '../server/problem.ts';
import { type RunningServer, startServer } from '../server/server.ts';
import type { Watcher } from '../server/watcher.ts';
import type { Invocation, RunCommand } from './command.ts';
import { createPreview, type Preview } from './preview.ts';
import { printError } from './print-error.ts';
import { readServerOptions, siteAddress } from './server-settings.ts';
import { createLog, isSet } from './settings.ts';
import { SiteSession } from './site-session.ts';
import { summarize } from './summary.ts';
import { untilStopped, watchSite } from './watch-site.ts';

/** `serve`: builds the site, serves it, and keeps both the site and the open pages as the source is, until it is stopped. */
export const runServe: RunCommand = async (invocation) => {
  const { terminal } = invocation;
  const log = createLog(terminal);
  const session = await SiteSession.open(invocation, log, (config) => settle(config, invocation));
  const { config } = session;
  if (isSet(config, 'detach') && invocation.flags.get('livereload') === true) {
    log.warn('Warning:', '--detach and --livereload are mutually exclusive. Choosing --livereload');
  } else if (isSet(config, 'detach')) {
    const { serveDetached } = await import('./detach.ts');
    return serveDetached(invocation, session);
  }
  const preview = createPreview(session);
  // What is wrong with them is said before anything starts that would have to be stopped.
  const options = readServerOptions(session, invocation, preview.report);
  const watcher = isSet(config, 'watch') ? watchPreview(session, invocation, preview) : undefined;
  try {
    await watcher?.ready;
    await buildForServing(session, invocation, preview, watcher !== undefined);
    const server = await startServer(options, () => log.info('LiveReload:', 'Browser connected'));
    preview.connect(server);
    await tellAddresses(server, session, watcher);
    // The process that left this one in the background waits for this word.
    process.send?.('serving');
    await untilStopped();
    await server.close();
  } finally {
    await watcher?.close();
  }
  return 0;
};

/** What `serve` sets before anything else looks: it watches unless told not to, and in development the site's address is the server's. */
function settle(config: Config, { flags, terminal }: Invocation): Config {
  const settled = new Map(config);
  settled.set('serving', true);
  if (!flags.has('watch') && config.get('watch') !== false) settled.set('watch', true);
  if (flags.get('livereload') === true) settled.set('watch', true);
  if (environmentName(terminal.environment) === 'development') settled.set('url', siteAddress(config));
  return settled;
}

function watchPreview(session: SiteSession, invocation: Invocation, preview: Preview): Watcher {
  return watchSite(session, invocation, {
    onBuilt: (result, changes) => preview.showBuilt(result, changes),
    onFailed: (error) => preview.showFailed([describeProblem(error, session.builder.source)]),
  });
}

/** A first build that fails is shown and waited out while watching: the error is in the page too, and mending it is all it takes. */
async function buildForServing(
  session: SiteSession,
  { terminal, trace }: Invocation,
  preview: Preview,
  isWatching: boolean,
): Promise<void> {
  const { log, builder } = session;
  if (isSet(session.config, 'skip_initial_build')) {
    log.warn('Build Warning:', 'Skipping the initial build. This may result in an out-of-date site.');
    return;
  }
  try {
    const result = await session.buildFirst();
    log.info('Site:', summarize(result, builder.destination, terminal.folder));
    preview.showBuilt(result, []);
  } catch (error) {
    if (!isWatching) throw error;
    printError(error, terminal, { trace });
    preview.showFailed([describeProblem(error, builder.source)]);
  }
}

async function tellAddresses(server: RunningServer, session: SiteSession, watcher: Watcher | undefined): Promise<void> {
  const { log, config, builder } = session;
  if (watcher === undefined) log.info('Auto-regeneration:', 'disabled. Use --watch to enable.');
  else log.info('Auto-regeneration:', `enabled for '${builder.source}'`);
  if (server.liveReloadAddress !== undefined) log.info('LiveReload address:', server.liveReloadAddress);
  log.info('Server address:', server.address);
  log.info('Last build:', server.reportAddress);
  log.info('Server running...', 'press ctrl-c to stop.');
  if (!isSet(config, 'open_url')) return;
  const { openUrl } = await import('./open-url.ts');
  openUrl(server.address, log);
}
