import type { ReadTree, TreeEntry, TreeStatus } from '../util/files/tree.ts';
import { compareTexts } from '../util/values/compare-texts.ts';
import type { BaseTree } from './changed-tree.ts';

/**
 * The destination as a build from nothing would have it so far: of what lies there only the files that this build has written, or found
 * to be as it would write them.
 */
export class PlacedFiles implements BaseTree {
  readonly #tree: ReadTree;
  readonly #files = new Set<string>();
  /** The names in each folder, with their kinds. */
  readonly #folders = new Map<string, Map<string, 'file' | 'directory'>>();

  constructor(tree: ReadTree) {
    this.#tree = tree;
  }

  add(path: string): void {
    if (this.#files.has(path)) return;
    this.#files.add(path);
    let kind: 'file' | 'directory' = 'file';
    for (let at = path; at !== ''; kind = 'directory') {
      const slash = at.lastIndexOf('/');
      const folder = at.slice(0, slash);
      const names = this.#folders.get(folder);
      if (names?.has(at.slice(slash + 1)) === true) return;
      if (names === undefined) this.#folders.set(folder, new Map([[at.slice(slash + 1), kind]]));
      else names.set(at.slice(slash + 1), kind);
      at = folder;
    }
  }

  list(directory: string): readonly TreeEntry[] {
    const entries = [...(this.#folders.get(directory) ?? [])].map(([name, kind]) => ({ name, kind, isLink: false }));
    return entries.sort((a, b) => compareTexts(a.name, b.name));
  }

  status(path: string): TreeStatus | undefined {
    if (this.#folders.has(path)) return { kind: 'directory', modified: 0n, size: 0 };
    return this.#files.has(path) ? this.#tree.status(path) : undefined;
  }

  read(path: string): Uint8Array {
    if (this.#files.has(path)) return this.#tree.read(path);
    throw Object.assign(new Error(`ENOENT: no such file, open '${path}'`), { code: 'ENOENT' });
  }
}
