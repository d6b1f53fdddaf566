import type { RunCommand } from './command.ts';
import { createLog, isSet } from './settings.ts';
import { SiteSession } from './site-session.ts';
import { summarize } from './summary.ts';

/** `build`: builds the site once, or with `--watch` until it is stopped. */
export const runBuild: RunCommand = async (invocation) => {
  const { terminal } = invocation;
  const log = createLog(terminal);
  const session = await SiteSession.open(invocation, log);
  if (!isSet(session.config, 'watch')) {
    const result = await session.buildFirst();
    log.info('Site:', summarize(result, session.builder.destination, terminal.folder));
    log.info('Auto-regeneration:', 'disabled. Use --watch to enable.');
    return 0;
  }
  const { untilStopped, watchSite } = await import('./watch-site.ts');
  // Watched from before the first build, so that nothing saved in the meantime is lost.
  const watcher = watchSite(session, invocation, { onBuilt: () => {}, onFailed: () => {} });
  try {
    await watcher.ready;
    const result = await session.buildFirst();
    log.info('Site:', summarize(result, session.builder.destination, terminal.folder));
    log.info('Auto-regeneration:', `enabled for '${session.builder.source}'`);
    await untilStopped();
    log.info('', 'Halting auto-regeneration.');
  } finally {
    await watcher.close();
  }
  return 0;
};
