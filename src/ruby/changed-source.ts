import { directoryName } from '../util/files/paths.ts';
import type { TreeEntry, WriteTree } from '../util/files/tree.ts';
import { type BaseTree, ChangedTree } from './changed-tree.ts';

/**
 * The tree that a site is built with, with changes over it that are kept in memory: those who read it see them. What the build writes goes
 * through to the tree below.
 */
export class ChangedSource extends ChangedTree implements WriteTree {
  readonly #tree: WriteTree;

  constructor(tree: WriteTree) {
    super(tree satisfies BaseTree);
    this.#tree = tree;
  }

  /** In the order of the file system, unless something in the folder has changed. */
  listUnsorted(directory: string): readonly TreeEntry[] {
    return this.hasChangesIn(directory) ? this.list(directory) : this.#tree.listUnsorted(directory);
  }

  lend<T>(path: string, use: (bytes: Uint8Array) => T): T {
    const changed = this.changedFile(path);
    return changed === undefined ? this.#tree.lend(path, use) : use(changed);
  }

  readStart(path: string, length: number): Uint8Array {
    return this.changedFile(path)?.subarray(0, length) ?? this.#tree.readStart(path, length);
  }

  realPath(path: string): string | undefined {
    if (!this.isChanged(path)) return this.#tree.realPath(path);
    if (this.status(path) === undefined) return undefined;
    const folder = this.realPath(directoryName(path));
    return folder === undefined ? undefined : `${folder}${path.slice(path.lastIndexOf('/'))}`;
  }

  /** The files that are not as in the tree below. */
  get differing(): readonly string[] {
    const isDifferent = (path: string): boolean => {
      const changed = this.changedFile(path);
      const isFile = this.#tree.status(path)?.kind === 'file';
      if (changed === undefined || !isFile) return changed !== undefined || isFile;
      return Buffer.compare(this.#tree.read(path), changed) !== 0;
    };
    return [...this.changes.keys()].filter(isDifferent);
  }

  write(path: string, content: string | Uint8Array): void {
    this.#tree.write(path, content);
  }

  copy(from: string, to: string, keepLink: boolean): void {
    const changed = this.changedFile(from);
    if (changed === undefined) this.#tree.copy(from, to, keepLink);
    else writeChanged(this.#tree, to, changed);
  }

  async copyAhead(from: string, to: string): Promise<void> {
    if (this.changedFile(from) === undefined) await this.#tree.copyAhead?.(from, to);
  }

  remove(path: string): void {
    this.#tree.remove(path);
  }

  foldsCase(path: string): boolean {
    return this.#tree.foldsCase?.(path) ?? false;
  }

  rename(from: string, to: string): void {
    this.#tree.rename?.(from, to);
  }
}

/** Writes a file unless it is there already. Returns whether it was not. */
export function writeChanged(tree: WriteTree, path: string, bytes: Uint8Array): boolean {
  const status = tree.status(path);
  const isSame =
    status?.kind === 'file' &&
    status.size === bytes.length &&
    tree.lend(path, (there) => Buffer.compare(there, bytes) === 0);
  if (!isSame) tree.write(path, bytes);
  return !isSame;
}
