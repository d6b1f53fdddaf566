import {
  closeSync,
  constants,
  copyFileSync,
  type Dirent,
  lstatSync,
  opendirSync,
  openSync,
  readdirSync,
  readlinkSync,
  readSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { copyFile, utimes } from 'node:fs/promises';
import { compareTexts } from '../values/compare-texts.ts';
import { requireFileName } from './file-name.ts';
import { KnownFolders } from './make-folder.ts';
import { isMissing, orUndefined } from './missing.ts';
import { baseName, withSlashes } from './paths.ts';
import { isRefused, patiently } from './patiently.ts';
import { lendFile, readFile } from './read-file.ts';
import type { TreeEntry, TreeStatus, WriteTree } from './tree.ts';

/** `utimes` takes seconds with a fraction, which loses the last digits. */
function isSameMoment(milliseconds: number, other: number): boolean {
  return Math.abs(milliseconds - other) < 0.002;
}

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/'));

/** Only of letters that every disk folds alike, unlike `ß`. */
const swapCase = (name: string): string =>
  name.replace(/[a-z]/gi, (letter) => (letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase()));

/** What is at a path, however it is spelt; undefined if nothing is. */
function identityOf(path: string): string | undefined {
  const status = orUndefined(() => statSync(path, { bigint: true, throwIfNoEntry: false }));
  return status === undefined ? undefined : `${status.dev}:${status.ino}`;
}

/** How many names of a folder are read together. */
const NAMES_AT_ONCE = 256;

/** The real disk. */
export class DiskTree implements WriteTree {
  readonly #folders = new KnownFolders();

  list(directory: string): readonly TreeEntry[] {
    const found = orUndefined(() => readdirSync(directory, { withFileTypes: true })) ?? [];
    return this.#describe(directory, found).sort((a, b) => compareTexts(a.name, b.name));
  }

  /** `readdir` sorts names; an opened folder returns them in the order of the file system. */
  listUnsorted(directory: string): readonly TreeEntry[] {
    const folder = orUndefined(() =>
      namingPath(directory, () => opendirSync(directory, { bufferSize: NAMES_AT_ONCE })),
    );
    const found: Dirent[] = [];
    if (folder === undefined) return [];
    try {
      for (let entry = folder.readSync(); entry !== null; entry = folder.readSync()) found.push(entry);
    } finally {
      folder.closeSync();
    }
    return this.#describe(directory, found);
  }

  #describe(directory: string, found: readonly Dirent[]): TreeEntry[] {
    const entries: TreeEntry[] = [];
    for (const entry of found) {
      if (entry.isSymbolicLink()) {
        const kind = this.status(`${directory}/${entry.name}`)?.kind ?? 'missing';
        entries.push({ name: entry.name, kind, isLink: true });
      } else if (entry.isDirectory()) entries.push({ name: entry.name, kind: 'directory', isLink: false });
      else if (entry.isFile()) entries.push({ name: entry.name, kind: 'file', isLink: false });
    }
    return entries;
  }

  read(path: string): Uint8Array {
    return readFile(path);
  }

  lend<T>(path: string, use: (bytes: Uint8Array) => T): T {
    return lendFile(path, use);
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
    const found = orUndefined(() => statSync(path, { bigint: true, throwIfNoEntry: false }));
    if (found === undefined) return undefined;
    // If the path exists, so does its folder.
    this.#folders.add(folderOf(path));
    return { kind: found.isDirectory() ? 'directory' : 'file', modified: found.mtimeNs, size: Number(found.size) };
  }

  realPath(path: string): string | undefined {
    return orUndefined(() => withSlashes(realpathSync(path)));
  }

  foldsCase(path: string): boolean {
    const name = baseName(path);
    const other = swapCase(name);
    const folder = folderOf(path);
    const found = other === name ? undefined : identityOf(path);
    if (found === undefined) return folder.includes('/') && this.foldsCase(folder);
    return identityOf(`${folder}/${other}`) === found;
  }

  write(path: string, content: string | Uint8Array): void {
    this.#inFolderOf(path, () => namingPath(path, () => writeOver(path, content)));
  }

  copy(from: string, to: string, keepLink: boolean): void {
    this.#inFolderOf(to, () => this.#copyInto(from, to, keepLink));
  }

  async copyAhead(from: string, to: string): Promise<void> {
    try {
      const source = lstatSync(from);
      if (!source.isFile()) return;
      requireFileName(to);
      this.#folders.make(folderOf(to));
      await copyFile(from, to, constants.COPYFILE_FICLONE | constants.COPYFILE_EXCL);
      await utimes(to, source.atimeMs / 1000, source.mtimeMs / 1000);
    } catch {
      // What went wrong will be told by `copy`.
    }
  }

  #copyInto(from: string, to: string, keepLink: boolean): void {
    const source = keepLink ? lstatSync(from) : statSync(from);
    const there = orUndefined(() => lstatSync(to, { throwIfNoEntry: false }));
    if (there !== undefined) {
      // A file with the same size and time to the microsecond was copied before.
      if (there.isFile() && there.size === source.size && isSameMoment(there.mtimeMs, source.mtimeMs)) return;
      patiently(() => rmSync(to, { force: true, recursive: true }));
    }
    if (source.isSymbolicLink()) {
      // Where links cannot be made, their targets are copied.
      if (!tryLink(readlinkSync(from), to)) this.#copyInto(from, to, false);
      return;
    }
    patiently(() => copyFileSync(from, to, constants.COPYFILE_FICLONE));
    utimesSync(to, source.atimeMs / 1000, source.mtimeMs / 1000);
  }

  remove(path: string): void {
    patiently(() => rmSync(path, { recursive: true, force: true }));
    this.#folders.clear();
  }

  rename(from: string, to: string): void {
    // A disk that folds case may take both names for the same, and do nothing.
    const between = `${to}.${process.pid}.tmp`;
    patiently(() => renameSync(from, between));
    patiently(() => renameSync(between, to));
    this.#folders.clear();
  }

  /** Runs an action on a file in a folder that is created if necessary, and once more if a folder has disappeared in the meantime. */
  #inFolderOf(path: string, action: () => void): void {
    requireFileName(path);
    const attempt = () => {
      this.#folders.make(folderOf(path));
      action();
    };
    try {
      attempt();
    } catch (error) {
      if (!isMissing(error)) throw error;
      this.#folders.clear();
      attempt();
    }
  }
}

/**
 * Adds the path to errors that lack it: those of a full disk, and in Node 20 those of a folder that may not be opened.
 */
function namingPath<T>(path: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    if (error instanceof Error && !('path' in error)) Object.assign(error, { path });
    throw error;
  }
}

/** Writes a file. One that may not be changed, as the copy of such a file, is replaced. */
function writeOver(path: string, content: string | Uint8Array): void {
  try {
    writeFileSync(path, content);
  } catch (error) {
    if (!isRefused(error)) throw error;
    if (isReadOnly(path)) rmSync(path);
    patiently(() => writeFileSync(path, content));
  }
}

function isReadOnly(path: string): boolean {
  const status = orUndefined(() => lstatSync(path, { throwIfNoEntry: false }));
  return status?.isFile() === true && (status.mode & constants.S_IWUSR) === 0;
}

/** @returns false if the user may not make links, as usually on Windows, or the disk has none, as most USB sticks */
function tryLink(target: string, path: string): boolean {
  try {
    symlinkSync(target, path);
    return true;
  } catch (error) {
    if (isRefused(error)) return false;
    throw error;
  }
}
