/** A file that was added, changed or removed. */
export type Change =
  | { readonly kind: 'added'; readonly path: string }
  | { readonly kind: 'changed'; readonly path: string }
  | { readonly kind: 'removed'; readonly path: string };

interface QueueOptions {
  /** Milliseconds without a further change after which a batch is handed on, by the number of changes in it. */
  readonly quiet: (changes: number) => number;
  /** Milliseconds after which a batch is handed on even if changes keep coming, by the number of changes in it. */
  readonly patience: (changes: number) => number;
  /** Whether a program is at work on many files: the batch then stays open, and its patience only starts when that ends. */
  readonly isHeld: () => boolean;
  /** Whether a change is not complete yet, such as a file that is still empty. */
  readonly isUnsettled: (changes: readonly Change[]) => boolean;
}

/** Collects changes and hands them on, one batch at a time. */
export interface ChangeQueue {
  readonly add: (change: Change) => void;
  readonly close: () => void;
}

/**
 * Joins many quick changes into one batch. Batches never overlap: what changes during a run belongs to the next one.
 *
 * @param run called with each batch; its promise is awaited before the next
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
    // A late timer means that the process was busy, and changes from that time may not have been reported yet.
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

/** A file that is removed and added again within one batch has changed: many editors save that way. */
function mergeChange(changes: Map<string, Change>, change: Change): void {
  const earlier = changes.get(change.path);
  if (earlier?.kind === 'added' && change.kind === 'removed') changes.delete(change.path);
  else if (earlier?.kind === 'added' && change.kind === 'changed') return;
  else if (earlier?.kind === 'removed' && change.kind === 'added')
    changes.set(change.path, { ...change, kind: 'changed' });
  else changes.set(change.path, change);
}
