import type { ReadTree, TreeEntry, TreeStatus } from '../util/files/tree.ts';
import { compareTexts } from '../util/values/compare-texts.ts';

/** What has become of a path. */
type Change =
  | { readonly kind: 'file'; readonly bytes: Uint8Array; readonly modified: bigint }
  | { readonly kind: 'directory' }
  | { readonly kind: 'missing' };

/** The part of a tree that changes can be laid over. */
export type BaseTree = Pick<ReadTree, 'list' | 'status' | 'read'>;

const MISSING: Change = { kind: 'missing' };
const FOLDER: Change = { kind: 'directory' };

/**
 * A tree with changes over it that are kept in memory: the tree below stays as it is.
 *
 * @example
 * const changed = new ChangedTree(tree);
 * changed.put('/site/a.txt', bytes);
 * changed.drop('/site/b.txt');
 */
export class ChangedTree implements BaseTree {
  readonly #base: BaseTree;
  #changes = new Map<string, Change>();
  #lasting: ReadonlyMap<string, Change> = new Map();
  /** The names in each folder that have changed. */
  readonly #names = new Map<string, Set<string>>();

  constructor(base: BaseTree) {
    this.#base = base;
  }

  /** What has changed, by path. */
  get changes(): ReadonlyMap<string, Change> {
    return this.#changes;
  }

  /** The bytes of a file that has been put here; undefined for any other. */
  changedFile(path: string): Uint8Array | undefined {
    const change = this.#changes.get(path);
    return change?.kind === 'file' ? change.bytes : undefined;
  }

  isChanged(path: string): boolean {
    return this.#changes.has(path);
  }

  hasChangesIn(directory: string): boolean {
    return (this.#names.get(directory)?.size ?? 0) > 0;
  }

  /** Writes a file; the folders around it are there afterwards too. */
  put(path: string, bytes: Uint8Array): void {
    this.#set(path, { kind: 'file', bytes, modified: BigInt(Date.now()) * 1_000_000n });
  }

  putFolder(path: string): void {
    this.#set(path, FOLDER);
  }

  /** Removes a file or an empty folder. */
  drop(path: string): void {
    if (this.#base.status(path) === undefined) this.forget(path);
    else this.#set(path, MISSING);
  }

  /** Takes a change back. */
  forget(path: string): void {
    this.#changes.delete(path);
    const { folder, name } = split(path);
    this.#names.get(folder)?.delete(name);
  }

  /** From now on, what has been changed so far stays. */
  keepChanges(): void {
    this.#lasting = new Map(this.#changes);
  }

  /** Takes back all changes but those that stay. */
  reset(): void {
    this.#changes = new Map();
    this.#names.clear();
    for (const [path, change] of this.#lasting) this.#set(path, change);
  }

  list(directory: string): readonly TreeEntry[] {
    const below = this.#base.list(directory);
    const names = this.#names.get(directory);
    if (names === undefined || names.size === 0) return below;
    const added = [...names].flatMap((name): TreeEntry[] => {
      const kind = this.#changes.get(`${directory === '/' ? '' : directory}/${name}`)?.kind ?? 'missing';
      return kind === 'missing' ? [] : [{ name, kind, isLink: false }];
    });
    const entries = [...below.filter(({ name }) => !names.has(name)), ...added];
    return entries.sort((a, b) => compareTexts(a.name, b.name));
  }

  status(path: string): TreeStatus | undefined {
    const change = this.#changes.get(path);
    if (change === undefined) return this.#base.status(path);
    if (change.kind === 'missing') return undefined;
    if (change.kind === 'directory') return { kind: 'directory', modified: 0n, size: 0 };
    return { kind: 'file', modified: change.modified, size: change.bytes.length };
  }

  read(path: string): Uint8Array {
    const change = this.#changes.get(path);
    if (change === undefined) return this.#base.read(path);
    if (change.kind === 'file') return change.bytes;
    throw Object.assign(new Error(`ENOENT: no such file, open '${path}'`), { code: 'ENOENT' });
  }

  #set(path: string, change: Change): void {
    this.#changes.set(path, change);
    const { folder, name } = split(path);
    addToSet(this.#names, folder, name);
    if (change.kind !== 'missing' && folder !== '' && this.status(folder) === undefined) this.putFolder(folder);
  }
}

function addToSet(sets: Map<string, Set<string>>, key: string, value: string): void {
  const known = sets.get(key);
  if (known === undefined) sets.set(key, new Set([value]));
  else known.add(value);
}

function split(path: string): { readonly folder: string; readonly name: string } {
  const slash = path.lastIndexOf('/');
  return { folder: path.slice(0, slash), name: path.slice(slash + 1) };
}
