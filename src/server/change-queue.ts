/** A file that was added, changed or removed. */
export type Change =
  | { readonly kind: 'added'; readonly path: string }
  | { readonly kind: 'changed'; readonly path: string }
  | { readonly kind: 'removed'; readonly path: string };

export interface QueueOptions {
  /** Milliseconds without a further change before so many changes are handed on. */
  readonly quiet: (changes: number) => number;
  /** Milliseconds after which so many changes are handed on although more keep coming. */
  readonly patience: (changes: number) => number;
  /** While this says yes, somebody is at work on many files, and the batch goes on until they end: patience begins there. */
  readonly isHeld: () => boolean;
  /** While this says yes, the changes are not yet whole: an empty file. */
  readonly isUnsettled: (changes: readonly Change[]) => boolean;
}

/** Collects changes and hands them on, one batch at a time. */
export interface ChangeQueue {
  readonly add: (change: Change) => void;
  readonly close: () => void;
}

/**
 * Makes one batch of many quick changes, and never runs two at once: what changes during a run is the next batch.
 *
 * @param run called with each batch; a promise it returns is waited for
 *
 * @example
 * const never = () => false;
 * const queue = createChangeQueue({ quiet: () => 15, patience: () => 1000, isHeld: never, isUnsettled: never }, rebuild);
 * queue.add({ kind: 'changed', path: '/site/index.md' });
 */
export function createChangeQueue(
  options: QueueOptions,
  run: (changes: readonly Change[]) => Promise<void>,
): ChangeQueue {
  let changes = new Map<string, Change>();
  let since: number | undefined;
  let timer: NodeJS.Timeout | undefined;
  let isRunning = false;
  let isClosed = false;
  const hasPatience = (): boolean => {
    if (since === undefined || options.isHeld()) since = Date.now();
    return Date.now() - since < options.patience(changes.size);
  };
  const wait = (): void => {
    clearTimeout(timer);
    const quiet = options.quiet(changes.size);
    const due = Date.now() + quiet;
    // A timer that comes late comes before the changes that were told of while the process was busy.
    timer = setTimeout(() => (Date.now() - due > quiet && hasPatience() ? wait() : handOn()), quiet);
  };
  const handOn = async (): Promise<void> => {
    if (isClosed || isRunning || changes.size === 0) return;
    const batch = [...changes.values()];
    if (hasPatience() && (options.isHeld() || options.isUnsettled(batch))) return wait();
    changes = new Map();
    since = undefined;
    isRunning = true;
    try {
      await run(batch);
    } finally {
      isRunning = false;
      if (changes.size > 0) wait();
    }
  };
  return {
    add: (change) => {
      if (isClosed) return;
      mergeChange(changes, change);
      if (!isRunning && hasPatience()) wait();
    },
    close: () => {
      isClosed = true;
      clearTimeout(timer);
    },
  };
}

/** A file that is removed and comes back within one batch, as editors do when they save, has changed. */
function mergeChange(changes: Map<string, Change>, change: Change): void {
  const earlier = changes.get(change.path);
  if (earlier?.kind === 'added' && change.kind === 'removed') changes.delete(change.path);
  else if (earlier?.kind === 'added' && change.kind === 'changed') return;
  else if (earlier?.kind === 'removed' && change.kind === 'added')
    changes.set(change.path, { ...change, kind: 'changed' });
  else changes.set(change.path, change);
}
