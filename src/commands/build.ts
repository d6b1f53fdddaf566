import type { Config } from '../config/config.ts';
import type { Log } from '../util/program/log.ts';
import { logSummary, logUnwatched, logWatched } from './build/build-log.ts';
import { buildOnce } from './build/build-once.ts';
import type { VerifiedBuild } from './build/verify.ts';
import type { Invocation, RunCommand } from './command-line/command.ts';
import { createLog, isSet, loadSettings, warnOfWords } from './settings.ts';

/** `build`: builds the site once, or with `--watch` until it is stopped. */
export const runBuild: RunCommand = async (invocation) => {
  const log = createLog(invocation.terminal);
  const config = loadSettings(invocation, log);
  warnOfWords(invocation, log);
  return isSet(config, 'watch') ? keepBuilding(invocation, config, log) : buildAndEnd(invocation, config, log);
};

async function buildAndEnd(invocation: Invocation, config: Config, log: Log): Promise<number> {
  const { terminal, flags } = invocation;
  const isVerified = flags.get('verify') === true;
  const begin = Date.now();
  const now = isVerified ? () => begin : Date.now;
  const { result, source, destination } = await buildOnce(invocation, config, { log, now });
  logSummary(result, { destination, folder: terminal.folder }, log);
  if (flags.get('explain') === true) await explain(result.rendered, source, log);
  logUnwatched(log);
  return isVerified ? verify(invocation, { destination, now }, log) : 0;
}

async function keepBuilding(invocation: Invocation, config: Config, log: Log): Promise<number> {
  const { SiteSession } = await import('./build/site-session.ts');
  const { untilStopped, watchSite } = await import('./build/watch-site.ts');
  const session = await SiteSession.open(invocation, log, { config });
  // Watching starts before the first build, so that nothing saved during it is missed.
  const watcher = watchSite(session, invocation, { onBuilt: () => {}, onFailed: () => {} });
  try {
    await watcher.ready;
    const result = await session.buildFirst();
    logSummary(result, { destination: session.builder.destination, folder: invocation.terminal.folder }, log);
    // Ctrl-c counts from before it is said that this goes on.
    const stopped = untilStopped(invocation.terminal);
    logWatched(session.builder.source, log);
    await stopped;
    log.info('', 'Halting auto-regeneration.');
  } finally {
    await watcher.close();
  }
  return 0;
}

async function explain(rendered: ReadonlyMap<string, string>, source: string, log: Log): Promise<void> {
  const { describeReason, sourceOf } = await import('./build/describe-inputs.ts');
  for (const [item, reason] of rendered) {
    log.info('Rendered:', `${sourceOf(item)} (${describeReason(reason, item, source)})`);
  }
  if (rendered.size === 0) log.info('Rendered:', 'nothing, because nothing changed');
}

async function verify(invocation: Invocation, build: VerifiedBuild, log: Log): Promise<number> {
  const { verifyBuild } = await import('./build/verify.ts');
  const different = await verifyBuild(invocation, build);
  if (different.length === 0) {
    log.info('Verified:', 'a build from scratch gives the same files');
    return 0;
  }
  for (const path of different) log.error('Different:', path);
  return 1;
}
