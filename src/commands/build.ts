import type { Log } from '../util/log.ts';
import type { Invocation, RunCommand } from './command.ts';
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
    if (invocation.flags.get('explain') === true) explain(result.rendered, log);
    log.info('Auto-regeneration:', 'disabled. Use --watch to enable.');
    return invocation.flags.get('verify') === true ? verify(invocation, session.builder.destination, log) : 0;
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

function explain(rendered: ReadonlyMap<string, string>, log: Log): void {
  for (const [item, reason] of rendered) {
    log.info('Rendered:', `${item.replace(/>.*/, '')} (${reason === 'new' ? 'not made before' : `${reason} changed`})`);
  }
  if (rendered.size === 0) log.info('Rendered:', 'nothing, since nothing changed');
}

async function verify(invocation: Invocation, destination: string, log: Log): Promise<number> {
  const { verifyBuild } = await import('./verify.ts');
  const different = await verifyBuild(invocation, destination);
  if (different.length === 0) {
    log.info('Verified:', 'a build from scratch gives the same files');
    return 0;
  }
  for (const path of different) log.error('Different:', path);
  return 1;
}
