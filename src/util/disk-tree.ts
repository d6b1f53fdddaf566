import {
  closeSync,
  constants,
  copyFileSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  readSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { compareTexts } from './compare.ts';
import type { TreeEntry, TreeStatus, WriteTree } from './tree.ts';

function isMissing(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'ENOENT' || code === 'ENOTDIR' || code === 'ELOOP';
}

function orUndefined<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** The real disk. Folders that were made once are remembered, so a site of 10,000 pages asks for each folder once. */
export class DiskTree implements WriteTree {
  readonly #made = new Set<string>();

  list(directory: string): readonly TreeEntry[] {
    const found = orUndefined(() => readdirSync(directory, { withFileTypes: true })) ?? [];
    const entries: TreeEntry[] = [];
    for (const entry of found) {
      if (entry.isSymbolicLink()) {
        const kind = this.status(`${directory}/${entry.name}`)?.kind ?? 'missing';
        entries.push({ name: entry.name, kind, isLink: true });
      } else if (entry.isDirectory()) entries.push({ name: entry.name, kind: 'directory', isLink: false });
      else if (entry.isFile()) entries.push({ name: entry.name, kind: 'file', isLink: false });
    }
    return entries.sort((a, b) => compareTexts(a.name, b.name));
  }

  read(path: string): Uint8Array {
    return readFileSync(path);
  }

  readStart(path: string, length: number): Uint8Array {
    const file = openSync(path, constants.O_RDONLY);
    try {
      const bytes = Buffer.allocUnsafe(length);
      return bytes.subarray(0, readSync(file, bytes, 0, length, 0));
    } finally {
      closeSync(file);
    }
  }

  status(path: string): TreeStatus | undefined {
    const found = orUndefined(() => statSync(path, { bigint: true }));
    if (found === undefined) return undefined;
    return { kind: found.isDirectory() ? 'directory' : 'file', modified: found.mtimeNs, size: Number(found.size) };
  }

  realPath(path: string): string | undefined {
    return orUndefined(() => realpathSync(path));
  }

  write(path: string, content: string | Uint8Array): void {
    this.#makeFolderOf(path);
    try {
      writeFileSync(path, content);
    } catch (error) {
      if (!isMissing(error)) throw error;
      this.#made.clear();
      this.#makeFolderOf(path);
      writeFileSync(path, content);
    }
  }

  copy(from: string, to: string, keepLink: boolean): void {
    this.#made.clear();
    this.#makeFolderOf(to);
    rmSync(to, { force: true });
    if (keepLink && lstatSync(from).isSymbolicLink()) {
      symlinkSync(readlinkSync(from), to);
      return;
    }
    copyFileSync(from, to, constants.COPYFILE_FICLONE);
    const { atime, mtime } = statSync(from);
    utimesSync(to, atime, mtime);
  }

  remove(path: string): void {
    rmSync(path, { recursive: true, force: true });
    this.#made.clear();
  }

  #makeFolderOf(path: string): void {
    const folder = path.slice(0, path.lastIndexOf('/'));
    if (this.#made.has(folder)) return;
    mkdirSync(folder, { recursive: true });
    this.#made.add(folder);
  }
}
