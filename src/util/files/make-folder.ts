import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { patiently } from './patiently.ts';

/**
 * Creates a folder and its missing parents. Node's own `recursive` never returns where creating a folder fails with
 * ENOENT although its parent exists, as in Linux's `/proc`.
 *
 * @throws {Error} the system's error, with the folder that cannot be created
 */
export function makeFolder(path: string): void {
  new KnownFolders().make(path);
}

/**
 * Creates folders and remembers them, so that writing 10,000 pages asks for each folder once.
 *
 * A folder that is missing is never found out by an error of the system: making an Error takes many times as long as
 * creating a folder.
 */
export class KnownFolders {
  readonly #existing = new Set<string>();
  /** Those created here: what is in them was created here too, as far as is known. */
  readonly #created = new Set<string>();

  /** @throws {Error} as `makeFolder` */
  make(folder: string): void {
    if (this.#existing.has(folder)) return;
    const parent = dirname(folder);
    if (!this.#created.has(parent) && isFolder(folder)) {
      this.add(folder);
      return;
    }
    if (parent !== folder) this.make(parent);
    createFolder(folder);
    this.add(folder);
    this.#created.add(folder);
  }

  /** Remembers a folder that exists. */
  add(folder: string): void {
    this.#existing.add(folder);
  }

  /** Forgets all folders, because some may be gone. */
  clear(): void {
    this.#existing.clear();
    this.#created.clear();
  }
}

function createFolder(path: string): void {
  try {
    patiently(() => mkdirSync(path));
  } catch (error) {
    // For the root of a drive, or of a read-only disk, the error is not EEXIST.
    if (!isFolder(path)) throw error;
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
  } catch {
    return false;
  }
}
