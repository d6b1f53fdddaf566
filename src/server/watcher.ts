import { readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { type ChokidarOptions, type FSWatcher, watch } from 'chokidar';
import { isLink, orUndefined } from '../util/files/missing.ts';
import { isWithin, withSlashes } from '../util/files/paths.ts';
import { type Change, type ChangeQueue, createChangeQueue } from './change-queue.ts';
import { findPollingReason } from './polling.ts';

export interface WatchOptions {
  /** The folder to watch, and files outside it (configuration files). */
  readonly folder: string;
  readonly files: readonly string[];
  /** Whether changes to a path below the folder are irrelevant: the destination, a cache, what the site excludes. */
  readonly isIgnored: (path: string) => boolean;
  /** Poll the file system instead of waiting for its events (`--force_polling`). */
  readonly polling: boolean;
  /** Told about errors, and why the watcher has decided to poll. */
  readonly notice: (message: string) => void;
}

/** A running watch. */
export interface Watcher {
  readonly isPolling: boolean;
  /** Resolves when the folder has been scanned: changes from then on are seen. */
  readonly ready: Promise<void>;
  readonly close: () => Promise<void>;
}

/**
 * Milliseconds without a change that end a batch. Short, because an edit should be in the browser before its author looks up;
 * up to half a second if hundreds of files change, as when switching branches: the system may report them with pauses, and
 * building everything twice would take longer.
 */
const quietAfter = (changes: number): number => 12 + Math.min(changes / 5, 500);
/** Milliseconds after which a batch ends even if changes keep coming. */
const patienceWith = (changes: number): number => 2000 + Math.min(2 * changes, 8000);
const POLLING_INTERVAL = 300;
/** Milliseconds between two looks at whether the folder itself is still the same. */
const GUARD_INTERVAL = 1000;
/** Milliseconds after which git's lock is taken for a leftover. */
const LONGEST_CHECKOUT = 60_000;

/** Milliseconds after a change in which chokidar does not report another change to the same file, so that we have to look. */
const DEAF_TIME = 60;

/** Temporary files of editors, and files that operating systems leave in folders. */
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
  const { folder, files } = options;
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
  // Only files outside the folder: chokidar misses additions to a folder if a file in it is watched as well.
  const outside = files.filter((path) => !isWithin(path, folder));
  const watching = watchPatiently(
    [folder, ...outside],
    settingsFor(options),
    { ...options, polling: options.polling || decidesToPoll(options) },
    queue,
  );
  // Polling looks at paths and needs no help; network folders may also have numbers that do not last.
  const guard = watching.isPolling
    ? undefined
    : guardFolder(options, async () => {
        await watching.restart();
        queue.add({ kind: 'added', path: folder });
      });
  return {
    isPolling: watching.isPolling,
    ready: watching.ready,
    close: async () => {
      clearInterval(guard);
      queue.close();
      await watching.close();
    },
  };
}

function settingsFor({ folder, files, isIgnored }: WatchOptions): ChokidarOptions {
  const watched = new Set(files);
  return {
    ignoreInitial: true,
    ignored: (path, stats) =>
      !watched.has(path) &&
      (isTemporary(path, folder) || isIgnored(path) || (stats?.isDirectory() === true && leadsBack(path, folder))),
    interval: POLLING_INTERVAL,
    binaryInterval: POLLING_INTERVAL * 2,
    // Would delay each event by a tenth of a second to merge removals with additions, which the queue does anyway.
    atomic: false,
    ignorePermissionErrors: true,
  };
}

/**
 * Looks whether the folder itself has been moved, or deleted and made anew, and calls back when there is one at its path again: the
 * system watches a folder, not a path.
 */
function guardFolder({ folder, notice }: WatchOptions, onReturned: () => Promise<void>): NodeJS.Timeout {
  const identify = (): string => {
    const stats = ifPossible(() => statSync(folder, { bigint: true }));
    if (stats === undefined) return '';
    // Windows does not give a number again soon, and the time of birth of its network folders may be that of their last change.
    return `${stats.dev} ${stats.ino} ${process.platform === 'win32' ? '' : stats.birthtimeNs}`;
  };
  let known = identify();
  return setInterval(() => {
    const now = identify();
    if (now === known) return;
    known = now;
    if (now === '') notice(`${folder} is gone: waiting until it is back.`);
    else void onReturned();
  }, GUARD_INTERVAL);
}

/** Watches by the system's events, and falls back to polling if the system has no more watches to give. */
function watchPatiently(
  paths: readonly string[],
  settings: ChokidarOptions,
  { polling, notice }: Pick<WatchOptions, 'polling' | 'notice'>,
  queue: Pick<ChangeQueue, 'add'>,
) {
  let usesPolling = polling;
  let current: FSWatcher;
  let isReady = (): void => {};
  let isClosed = false;
  const start = (): FSWatcher => {
    const watcher = watch([...paths], { ...settings, usePolling: usesPolling });
    for (const [event, kind] of EVENTS) watcher.on(event, (path) => queue.add({ kind, path: withSlashes(path) }));
    watcher.once('ready', () => {
      if (watcher === current) isReady();
    });
    watcher.on('error', (error) => {
      if (watcher !== current) return;
      if (usesPolling || !isOutOfWatches(error)) notice(messageOf(error));
      else {
        notice(NO_ROOM);
        usesPolling = true;
        current = start();
        void watcher.close();
      }
    });
    return watcher;
  };
  const begin = (): Promise<void> =>
    new Promise((resolve) => {
      isReady = resolve;
      current = start();
    });
  return {
    isPolling: polling,
    ready: begin(),
    restart: async () => {
      await current.close();
      if (!isClosed) await begin();
    },
    close: () => {
      isClosed = true;
      return current.close();
    },
  };
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
  'To avoid this, raise fs.inotify.max_user_watches and max_user_instances.';

function isOutOfWatches(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EMFILE');
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/**
 * Identifies the state of a file without reading it, different after every write; of a folder, different after every change of its names:
 * chokidar may miss a file that comes just after its folder.
 */
function stateOf(path: string): string {
  const stats = ifPossible(() => statSync(path, { bigint: true }));
  if (stats === undefined) return '';
  return stats.isDirectory() ? `${stats.ino} ${stats.mtimeNs}` : `${stats.ino} ${stats.size} ${stats.mtimeNs}`;
}

function isTemporary(path: string, folder: string): boolean {
  return path !== folder && TEMPORARY.test(basename(path));
}

/** Whether a path is a link to a folder above it, directly or through another link: it would be followed for ever. */
function leadsBack(path: string, folder: string): boolean {
  if (path === folder || !isLink(path)) return false;
  const real = orUndefined(() => realpathSync(path));
  const top = orUndefined(() => realpathSync(folder));
  if (real === undefined || top === undefined) return false;
  if (isWithin(withSlashes(top), withSlashes(real))) return true;
  for (let above = dirname(path); above !== folder && above !== dirname(above); above = dirname(above)) {
    if (isLink(above) && orUndefined(() => realpathSync(above)) === real) return true;
  }
  return false;
}

function decidesToPoll({ folder, notice }: WatchOptions): boolean {
  const mounts = ifPossible(() => readFileSync('/proc/mounts', 'utf8'));
  const reason = mounts === undefined ? undefined : findPollingReason(realpathSync(folder), mounts);
  if (reason === undefined) return false;
  notice(
    `${reason.mountPoint} (${reason.fileSystem}) does not report changes: looking for them every ${POLLING_INTERVAL} ms.`,
  );
  return true;
}

/**
 * What a look at the disk finds, or `undefined` if it fails in any way. No failure may end the watch: Windows, for one, refuses
 * to look at a file that is just being deleted (EPERM, EBUSY).
 */
function ifPossible<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch {
    return undefined;
  }
}

/** While git switches branches it holds a lock, and the files are half of each branch. An old lock is a leftover of a killed git. */
function isCheckoutUnderWay(folder: string): boolean {
  for (let path = folder; path !== dirname(path); path = dirname(path)) {
    const git = gitFolder(join(path, '.git'));
    if (git === undefined) continue;
    const lock = ifPossible(() => statSync(join(git, 'index.lock')));
    return lock !== undefined && Date.now() - lock.mtimeMs < LONGEST_CHECKOUT;
  }
  return false;
}

/** The folder in which git keeps the state of a checkout. In a worktree or submodule `.git` is a file that names it. */
function gitFolder(path: string): string | undefined {
  const stats = ifPossible(() => statSync(path));
  if (stats?.isFile() !== true) return stats && path;
  const text = ifPossible(() => readFileSync(path, 'utf8')) ?? '';
  const folder = /^gitdir: (.+)/.exec(text)?.[1];
  return folder && resolve(dirname(path), folder);
}

/** Whether a file is probably about to be written: many programs empty it first. */
function isHalfWritten({ kind, path }: Change): boolean {
  if (kind === 'removed') return false;
  const stats = ifPossible(() => statSync(path));
  return stats?.isFile() === true && stats.size === 0 && Date.now() - stats.mtimeMs < 80;
}
