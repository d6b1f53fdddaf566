import { readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { type ChokidarOptions, type FSWatcher, watch } from 'chokidar';
import { isLink, orUndefined, statsOf } from '../util/missing.ts';
import { isWithin, withSlashes } from '../util/paths.ts';
import { type Change, type ChangeQueue, createChangeQueue } from './change-queue.ts';
import { findPollingReason } from './polling.ts';

export interface WatchOptions {
  /** The folder to watch, and files outside it (configuration files). */
  readonly folder: string;
  readonly files: readonly string[];
  /** Whether a path below the folder is of no interest: the destination, a cache, what the site excludes. */
  readonly isIgnored: (path: string) => boolean;
  /** Ask the file system again and again instead of waiting to be told (`--force_polling`). */
  readonly polling: boolean;
  /** Said once where the watcher decides to poll by itself. */
  readonly notice: (message: string) => void;
}

/** A watch that runs. */
export interface Watcher {
  readonly isPolling: boolean;
  /** Settles when the first look at the folder is done: changes from here on are seen. */
  readonly ready: Promise<void>;
  readonly close: () => Promise<void>;
}

/**
 * Milliseconds without a change that end a batch. Short, since an edit should be in the browser before one looks up; up to
 * half a second where hundreds of files change, as a switch of branches does: the system may tell of them with pauses, and
 * building all of that twice would take longer.
 */
const quietAfter = (changes: number): number => 12 + Math.min(changes / 5, 500);
/** Milliseconds for which a batch may go on. */
const patienceWith = (changes: number): number => 2000 + Math.min(2 * changes, 8000);
const POLLING_INTERVAL = 300;
/** Milliseconds for which git is believed to be at work. */
const LONGEST_CHECKOUT = 60_000;

/** For so long after a change chokidar tells no further change of the same file; what happens in it has to be looked for. */
const DEAF_TIME = 60;

/** Editors' own files beside the one that is edited, and what systems leave in folders. */
const TEMPORARY =
  /^(?:\.#.*|#.*#|.*~|.*\.sw[a-z]|\.?4913|.*\.tmp|.*\.crdownload|.*___jb_(?:tmp|old)___|\.DS_Store|Thumbs\.db|\.goutputstream-.*)$/;

/**
 * Calls back with every batch of changes below a folder, one batch at a time.
 *
 * @example
 * const watcher = watchFolder({ folder: '/site', files: [], isIgnored: (path) => path.startsWith('/site/_site'), … }, rebuild);
 * await watcher.ready;
 */
export function watchFolder(options: WatchOptions, onChanges: (changes: readonly Change[]) => Promise<void>): Watcher {
  const { folder, files, isIgnored } = options;
  const timing = {
    quiet: quietAfter,
    patience: patienceWith,
    isHeld: () => isCheckoutUnderWay(folder),
    isUnsettled: (changes: readonly Change[]) => changes.some(isHalfWritten),
  };
  const queue = createChangeQueue(timing, async (changes) => {
    const seen = changes.map(({ path }) => stateOf(path));
    await onChanges(changes);
    const later = setTimeout(() => {
      changes.forEach(({ path }, index) => {
        if (stateOf(path) !== seen[index]) queue.add({ kind: 'changed', path });
      });
    }, DEAF_TIME);
    later.unref();
  });
  const watched = new Set(files);
  // A file is not named beside the folder it is in: chokidar then loses additions to that folder.
  const outside = files.filter((path) => !isWithin(path, folder));
  const settings: ChokidarOptions = {
    ignoreInitial: true,
    ignored: (path, stats) =>
      !watched.has(path) &&
      (isTemporary(path, folder) || isIgnored(path) || (stats?.isDirectory() === true && leadsBack(path, folder))),
    interval: POLLING_INTERVAL,
    binaryInterval: POLLING_INTERVAL * 2,
    // The queue knows better what belongs together, and does not wait a tenth of a second for it.
    atomic: false,
    ignorePermissionErrors: true,
  };
  const watching = watchPatiently(
    [folder, ...outside],
    settings,
    { ...options, polling: options.polling || decidesToPoll(options) },
    queue,
  );
  return {
    isPolling: watching.isPolling,
    ready: watching.ready,
    close: async () => {
      queue.close();
      await watching.close();
    },
  };
}

/** Watches as the system tells of changes; where it has no room for another watch, by looking again and again. */
function watchPatiently(
  paths: readonly string[],
  settings: ChokidarOptions,
  { polling, notice }: Pick<WatchOptions, 'polling' | 'notice'>,
  queue: Pick<ChangeQueue, 'add'>,
) {
  let isReady = (): void => {};
  const ready = new Promise<void>((resolve) => {
    isReady = resolve;
  });
  const start = (usePolling: boolean): FSWatcher => {
    const watcher = watch([...paths], { ...settings, usePolling });
    for (const [event, kind] of EVENTS) watcher.on(event, (path) => queue.add({ kind, path: withSlashes(path) }));
    watcher.once('ready', () => {
      if (watcher === current) isReady();
    });
    watcher.on('error', (error) => {
      if (watcher !== current) return;
      if (usePolling || !isOutOfWatches(error)) notice(messageOf(error));
      else {
        notice(NO_ROOM);
        current = start(true);
        void watcher.close();
      }
    });
    return watcher;
  };
  let current = start(polling);
  return { isPolling: polling, ready, close: () => current.close() };
}

const EVENTS = [
  ['add', 'added'],
  ['change', 'changed'],
  ['unlink', 'removed'],
  ['addDir', 'added'],
  ['unlinkDir', 'removed'],
] as const;

const NO_ROOM =
  `The system allows no more watched files: looking for changes every ${POLLING_INTERVAL} ms. ` +
  'With higher fs.inotify.max_user_watches and max_user_instances it tells of them.';

function isOutOfWatches(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EMFILE');
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** What can be told of a file without reading it; differs after every write. */
function stateOf(path: string): string {
  const stats = orUndefined(() => statSync(path, { bigint: true }));
  return stats?.isFile() === true ? `${stats.ino} ${stats.size} ${stats.mtimeNs}` : '';
}

function isTemporary(path: string, folder: string): boolean {
  return path !== folder && TEMPORARY.test(basename(path));
}

/** A link to a folder that the watched one is in, or that this way has led through before: it would be followed for ever. */
function leadsBack(path: string, folder: string): boolean {
  if (path === folder || !isLink(path)) return false;
  const [real, top] = [path, folder].map((place) => orUndefined(() => realpathSync(place)));
  if (real === undefined || top === undefined) return false;
  if (isWithin(withSlashes(top), withSlashes(real))) return true;
  for (let above = dirname(path); above !== folder && above !== dirname(above); above = dirname(above)) {
    if (isLink(above) && orUndefined(() => realpathSync(above)) === real) return true;
  }
  return false;
}

function decidesToPoll({ folder, notice }: WatchOptions): boolean {
  const mounts = readIfThere('/proc/mounts');
  const reason = mounts === undefined ? undefined : findPollingReason(realpathSync(folder), mounts);
  if (reason === undefined) return false;
  notice(
    `${reason.mountPoint} (${reason.fileSystem}) does not tell of changes: looking for them every ${POLLING_INTERVAL} ms.`,
  );
  return true;
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/** Git holds this lock while it switches branches; what lies there until then is half of each. An old one is what a killed git left. */
function isCheckoutUnderWay(folder: string): boolean {
  for (let path = folder; path !== dirname(path); path = dirname(path)) {
    const git = gitFolder(join(path, '.git'));
    if (git === undefined) continue;
    const lock = statsOf(join(git, 'index.lock'));
    return lock !== undefined && Date.now() - lock.mtimeMs < LONGEST_CHECKOUT;
  }
  return false;
}

/** Where git keeps a checkout's state: of a worktree and of a submodule a file of this name tells it. */
function gitFolder(path: string): string | undefined {
  const stats = statsOf(path);
  if (stats?.isFile() !== true) return stats && path;
  const place = /^gitdir: (.+)/.exec(readIfThere(path) ?? '')?.[1];
  return place && resolve(dirname(path), place);
}

/** Many programs empty a file before they write it. */
function isHalfWritten({ kind, path }: Change): boolean {
  if (kind === 'removed') return false;
  const stats = statsOf(path);
  return stats?.isFile() === true && stats.size === 0 && Date.now() - stats.mtimeMs < 80;
}
