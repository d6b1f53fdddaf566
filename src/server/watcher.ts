import { readFileSync, realpathSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { type ChokidarOptions, type FSWatcher, watch } from 'chokidar';
import { isLink, orUndefined } from '../util/files/missing.ts';
import { isWithin, withSlashes } from '../util/files/paths.ts';
import { type Change, type ChangeQueue, createChangeQueue } from './change-queue.ts';
import { isHalfWritten, stateOf } from './file-state.ts';
import { isCheckoutUnderWay } from './git-checkout.ts';
import { guardFolder } from './guard-folder.ts';
import { ifPossible } from './if-possible.ts';
import { findPollingReason } from './polling.ts';

/** What to watch, and how. */
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
/** Milliseconds between two looks at all files, where the file system reports no changes. */
const POLLING_INTERVAL = 300;

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
    : guardFolder(folder, {
        onGone: () => options.notice(`${folder} is gone: waiting until it is back.`),
        onReturned: async () => {
          await watching.restart();
          queue.add({ kind: 'added', path: folder });
        },
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
