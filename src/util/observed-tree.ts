import { type Stats, statSync } from 'node:fs';
import { digest } from './digest.ts';
import { DiskTree } from './disk-tree.ts';
import type { TreeEntry, TreeStatus } from './tree.ts';

/** File systems count time in steps of some milliseconds: what changed so short a time before may change again unseen. */
const SETTLED_AFTER = 100;

const MISSING = '-';
const FOLDER = '/';
/** The sign of what changed while it was being looked at: it equals no other. */
export const UNSETTLED = '?';

/** What was looked at, by path, with a sign that is another one after any change. */
export interface Observations {
  readonly files: ReadonlyMap<string, string>;
  /** Folders whose names were listed. */
  readonly folders: ReadonlyMap<string, string>;
  /** Folders whose names were listed as the file system gives them: there the order counts. */
  readonly foldersInOrder: ReadonlyMap<string, string>;
}

/**
 * The real disk, which notes how everything was that it was asked for, before it was read. A later process that finds
 * all of it as it was knows that it would read the same.
 *
 * @example
 * const tree = new ObservedTree(['/site/_site']);
 * tree.read('/site/index.html');
 * tree.isAsObserved(tree.observations) // true, until somebody writes that file
 */
export class ObservedTree extends DiskTree {
  readonly #own: readonly string[];
  readonly #begin = Date.now() - SETTLED_AFTER;
  readonly #files = new Map<string, string>();
  readonly #folders = new Map<string, string>();
  readonly #foldersInOrder = new Map<string, string>();

  /** @param own folders that are written, not read: nothing is noted of them */
  constructor(own: readonly string[]) {
    super();
    this.#own = own;
  }

  get observations(): Observations {
    return { files: this.#files, folders: this.#folders, foldersInOrder: this.#foldersInOrder };
  }

  override list(directory: string): readonly TreeEntry[] {
    const entries = super.list(directory);
    this.#observeFolder(this.#folders, directory, entries);
    return entries;
  }

  override listUnsorted(directory: string): readonly TreeEntry[] {
    const entries = super.listUnsorted(directory);
    this.#observeFolder(this.#foldersInOrder, directory, entries);
    return entries;
  }

  override read(path: string): Uint8Array {
    this.#observeFile(path);
    return super.read(path);
  }

  override readStart(path: string, length: number): Uint8Array {
    this.#observeFile(path);
    return super.readStart(path, length);
  }

  override status(path: string): TreeStatus | undefined {
    this.#observeFile(path);
    return super.status(path);
  }

  override realPath(path: string): string | undefined {
    this.#observeFile(path);
    return super.realPath(path);
  }

  override copy(from: string, to: string, keepLink: boolean): void {
    this.#observeFile(from);
    super.copy(from, to, keepLink);
  }

  /** How a file looks at present. */
  look(path: string): string {
    return signOfAsked(path, Date.now() - SETTLED_AFTER);
  }

  /** The same, noted as if the file had been read. */
  observe(path: string): string {
    const sign = this.look(path);
    if (!this.#isOwn(path)) this.#files.set(path, sign);
    return sign;
  }

  /** Whether everything is as it was when it was observed, by this tree or by one of another process. */
  isAsObserved({ files, folders, foldersInOrder }: Observations): boolean {
    for (const [path, sign] of folders) if (this.#folderSign(path, super.list(path)) !== sign) return false;
    for (const [path, sign] of foldersInOrder) {
      if (this.#folderSign(path, super.listUnsorted(path)) !== sign) return false;
    }
    for (const [path, sign] of files) {
      if (signOfAsked(path, Number.POSITIVE_INFINITY) !== sign) return false;
    }
    return true;
  }

  #isOwn(path: string): boolean {
    return this.#own.some(
      (folder) => path.startsWith(folder) && (path.length === folder.length || path[folder.length] === '/'),
    );
  }

  /** Whether a folder is an own one or on the way to one: it is there as soon as something was written. */
  #leadsToOwn(path: string): boolean {
    return this.#own.some((folder) => folder === path || folder.startsWith(`${path}/`));
  }

  #observeFile(path: string): void {
    if (this.#files.has(path) || this.#isOwn(path)) return;
    this.#files.set(path, signOfAsked(path, this.#begin));
  }

  #observeFolder(folders: Map<string, string>, directory: string, entries: readonly TreeEntry[]): void {
    if (folders.has(directory) || this.#isOwn(directory)) return;
    folders.set(directory, this.#folderSign(directory, entries));
  }

  #folderSign(directory: string, entries: readonly TreeEntry[]): string {
    const others = entries.filter(({ name }) => !this.#leadsToOwn(`${directory}/${name}`));
    return digest(others.map(({ name, kind, isLink }) => `${name}/${kind}/${isLink}`).join('\n'));
  }
}

/**
 * What a file or folder looks like from outside: which one it is, how long, and when it and what is known of it changed
 * last. The last cannot be set back, as the time of the text can. A folder changes with the names in it.
 */
export function signOf(path: string): string {
  const found = statSync(path, { throwIfNoEntry: false });
  return found === undefined ? MISSING : writeSign(found);
}

/** Whether everything looks as its sign says. */
export function areAsSigned(signs: Iterable<readonly [path: string, sign: string]>): boolean {
  for (const [path, sign] of signs) if (signOf(path) !== sign) return false;
  return true;
}

function writeSign({ ino, size, mtimeMs, ctimeMs }: Stats): string {
  return `${ino} ${size} ${mtimeMs} ${ctimeMs}`;
}

/** The sign of what was asked for: of a folder it only counts that it is one, as its names are noted when they are listed. */
function signOfAsked(path: string, settledBefore: number): string {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return MISSING;
  if (found.isDirectory()) return FOLDER;
  return Math.max(found.mtimeMs, found.ctimeMs) > settledBefore ? UNSETTLED : writeSign(found);
}
