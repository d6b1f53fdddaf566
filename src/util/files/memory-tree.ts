import { resolve } from 'node:path';
import { compareTexts } from '../values/compare-texts.ts';
import { isWithin, withSlashes } from './paths.ts';
import type { TreeEntry, TreeStatus, WriteTree } from './tree.ts';

interface MemoryFile {
  readonly content: Uint8Array;
  readonly modified: bigint;
}

/** On Windows a path may lack the drive: that of the current folder is meant, as on a disk. */
const keyOf = process.platform === 'win32' ? (path: string) => withSlashes(resolve(path)) : (path: string) => path;

/**
 * A tree of files in memory, for tests and for programs that build without a disk.
 *
 * @example
 * const tree = new MemoryTree({ '/site/index.html': '---\n---\nHello' });
 */
export class MemoryTree implements WriteTree {
  readonly #files = new Map<string, MemoryFile>();
  readonly #now: () => number;

  /** @param now the modification time of written files, in milliseconds since 1970 */
  constructor(files: Readonly<Record<string, string | Uint8Array>> = {}, now: () => number = Date.now) {
    this.#now = now;
    for (const [path, content] of Object.entries(files)) this.write(path, content);
  }

  list(directory: string): readonly TreeEntry[] {
    const folder = keyOf(directory);
    const prefix = folder.endsWith('/') ? folder : `${folder}/`;
    const kinds = new Map<string, 'file' | 'directory'>();
    for (const path of this.#files.keys()) {
      if (!path.startsWith(prefix)) continue;
      const rest = path.slice(prefix.length);
      const slash = rest.indexOf('/');
      kinds.set(slash === -1 ? rest : rest.slice(0, slash), slash === -1 ? 'file' : 'directory');
    }
    return [...kinds]
      .map(([name, kind]) => ({ name, kind, isLink: false }))
      .sort((a, b) => compareTexts(a.name, b.name));
  }

  listUnsorted(directory: string): readonly TreeEntry[] {
    return this.list(directory);
  }

  read(path: string): Uint8Array {
    const file = this.#files.get(keyOf(path));
    if (file === undefined) throw Object.assign(new Error(`ENOENT: no such file, open '${path}'`), { code: 'ENOENT' });
    return file.content;
  }

  lend<T>(path: string, use: (bytes: Uint8Array) => T): T {
    return use(this.read(path));
  }

  readStart(path: string, length: number): Uint8Array {
    return this.read(path).subarray(0, length);
  }

  status(path: string): TreeStatus | undefined {
    const file = this.#files.get(keyOf(path));
    if (file !== undefined) return { kind: 'file', modified: file.modified, size: file.content.length };
    return this.list(path).length > 0 ? { kind: 'directory', modified: 0n, size: 0 } : undefined;
  }

  realPath(path: string): string | undefined {
    return this.status(path) === undefined ? undefined : path;
  }

  write(path: string, content: string | Uint8Array): void {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : Uint8Array.from(content);
    this.#files.set(keyOf(path), { content: bytes, modified: BigInt(this.#now()) * 1_000_000n });
  }

  copy(from: string, to: string): void {
    this.#files.set(keyOf(to), { content: this.read(from), modified: this.#files.get(keyOf(from))?.modified ?? 0n });
  }

  remove(path: string): void {
    const key = keyOf(path);
    for (const name of this.#files.keys()) {
      if (isWithin(name, key)) this.#files.delete(name);
    }
  }
}
