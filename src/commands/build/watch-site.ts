import { fstatSync, type Stats } from 'node:fs';
import type { BuildResult, Change } from '../../build/build-result.ts';
import type { Urgency } from '../../build/render/urgent-pages.ts';
import { type Watcher, watchFolder } from '../../server/watcher.ts';
import { statsOf } from '../../util/files/missing.ts';
import { relativePath } from '../../util/files/paths.ts';
import { localTime } from '../../util/time/local-time.ts';
import type { Invocation, Terminal } from '../command-line/command.ts';
import { printError } from '../errors/print-error.ts';
import { configFiles, isSet } from '../settings.ts';
import type { SiteSession } from './site-session.ts';
import { summarize } from './summary.ts';

/** How many changed files are named in the log: switching branches may change thousands. */
const MOST_NAMED = 10;

/** Callbacks for the builds of a watched site. */
export interface BuildListener {
  readonly onBuilt: (result: BuildResult, changes: readonly Change[]) => void;
  readonly onFailed: (error: unknown) => void;
  /** The pages that are open in browsers. */
  readonly urgency?: () => Urgency;
}

/** Rebuilds a site whenever something in it changes, until the watcher is closed. */
export function watchSite(session: SiteSession, { terminal, trace }: Invocation, listener: BuildListener): Watcher {
  const { log } = session;
  const files = configFiles(session.config, terminal.folder);
  const outputs = [1, 2].map(fileBehind).filter((file) => file !== undefined);
  return watchFolder(
    {
      folder: session.builder.source,
      files,
      isIgnored: (path) =>
        (!files.includes(path) && !session.builder.isWatched(path)) ||
        // What is written to it about a build would lead to the next one.
        (outputs.length > 0 && outputs.includes(identityOf(statsOf(path)))),
      polling: isSet(session.config, 'force_polling'),
      notice: (message) => log.warn('Watching:', message),
    },
    async (changes) => {
      logChanges(changes, session);
      try {
        const result = await session.rebuild(changes, listener.urgency?.());
        log.info(
          '',
          `...done in ${result.seconds.toFixed(3)} seconds: ${summarize(result, session.builder.destination, terminal.folder)}`,
        );
        log.info('');
        // Browsers come first.
        listener.onBuilt(result, changes);
        await noteUnshown(changes, session);
      } catch (error) {
        printError(error, terminal, { trace });
        listener.onFailed(error);
      }
    },
  );
}

/** Tells the author of a text that has just been saved why it does not appear. */
async function noteUnshown(changes: readonly Change[], { builder, config, log }: SiteSession): Promise<void> {
  if (changes.length > MOST_NAMED) return;
  const { whyInNoCollection, whyNotShown } = await import('../doctor/overlooked-texts.ts');
  for (const { kind, path } of changes) {
    if (kind === 'removed') continue;
    const name = relativePath(builder.source, path);
    const isNew = kind === 'added';
    const isHidden = isNew && name.split('/').includes('_drafts') && !isSet(config, 'show_drafts');
    const reason = isHidden
      ? `${name} is a draft: --drafts shows it.`
      : (whyNotShown(name, path) ?? (isNew ? whyInNoCollection(name, path, config) : undefined));
    if (reason !== undefined) log.warn('Not shown:', reason);
  }
}

/** Identifies the file that an output of this process was redirected to; undefined if it goes elsewhere. */
function fileBehind(output: number): string | undefined {
  try {
    const stats = fstatSync(output);
    return stats.isFile() ? identityOf(stats) : undefined;
  } catch {
    // A console on Windows has no status.
    return undefined;
  }
}

const identityOf = (stats: Stats | undefined): string => `${stats?.dev} ${stats?.ino}`;

function logChanges(changes: readonly Change[], { builder, log }: SiteSession): void {
  const { day, time } = localTime(new Date());
  log.info('Regenerating:', `${changes.length} file(s) changed at ${day} ${time}`);
  for (const { path } of changes.slice(0, MOST_NAMED)) log.info('', relativePath(builder.source, path) || '.');
  if (changes.length > MOST_NAMED) log.info('', `and ${changes.length - MOST_NAMED} more`);
}

/**
 * Settles when the user asks the process to end. SIGHUP is left to the system: when Node exits by itself after the terminal has
 * been closed, it fails to reset that terminal and aborts, and the user is told that Node has crashed.
 */
export async function untilStopped({ out, isInteractive }: Terminal): Promise<void> {
  const signal = await new Promise((resolve) => {
    for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, resolve);
  });
  // The terminal has shown `^C`. What comes next, such as the prompt, begins a line of its own.
  if (signal === 'SIGINT' && isInteractive) out('\n');
}
