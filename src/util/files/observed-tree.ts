import {
  type FileStamp,
  type FileStamps,
  isSameStamp,
  stampOf,
  stampOfStats,
  stampWhenRead,
  UNSETTLED,
} from '../record/file-stamp.ts';
import { DiskTree } from './disk-tree.ts';
import { isWithin } from './paths.ts';
import { lendFile } from './read-file.ts';
import { SETTLED_AFTER, type TreeEntry, type TreeStatus } from './tree.ts';

/** Everything that was looked at, with stamps that differ after any change. */
export interface Observations {
  readonly files: FileStamps;
  /** The listed folders, by path, with a text made from their entries. */
  readonly folders: ReadonlyMap<string, string>;
  /** The same for folders listed in the file system's order, where the order counts. */
  readonly foldersInOrder: ReadonlyMap<string, string>;
  /** The folders' own stamps before they were listed; while they stay the same, so do the names inside. */
  readonly folderStamps: FileStamps;
}

/** A folder's listing: its entries, the text made from them, and the folder's own stamp before it was listed. */
interface SeenFolder {
  readonly entries: readonly TreeEntry[];
  readonly names: string;
  readonly stamp: FileStamp;
}

/**
 * What has been looked at just now, so that it need not be looked at again; undefined for anything else. Each is
 * returned once.
 */
export interface Seen {
  file(path: string): FileStamp | undefined;
  folder(path: string): SeenFolder | undefined;
}

/**
 * The real disk, recording the state of everything it is asked for, before reading it. A later process that finds all of
 * it unchanged knows that it would read the same.
 *
 * @example
 * const tree = new ObservedTree(['/site/_site']);
 * tree.read('/site/index.html');
 * tree.observations.files // Map { '/site/index.html' => { ino, size, mtimeMs, ctimeMs } }
 */
export class ObservedTree extends DiskTree {
  readonly #own: readonly string[];
  readonly #begin = Date.now() - SETTLED_AFTER;
  readonly #files = new Map<string, FileStamp>();
  #seen: Seen | null = null;
  /** The listings made while folders were compared. */
  readonly #compared = new Map<string, SeenFolder>();
  readonly #folders = new Map<string, string>();
  readonly #foldersInOrder = new Map<string, string>();
  readonly #folderStamps = new Map<string, FileStamp>();

  /** @param own folders that the build itself writes: nothing about them is recorded */
  constructor(own: readonly string[]) {
    super();
    this.#own = own;
  }

  get observations(): Observations {
    const files = this.#files;
    const folders = this.#folders;
    const foldersInOrder = this.#foldersInOrder;
    return { files, folders, foldersInOrder, folderStamps: this.#folderStamps };
  }

  override list(directory: string): readonly TreeEntry[] {
    const seen = this.#seen?.folder(directory);
    if (seen !== undefined && !this.#folders.has(directory)) {
      this.#folders.set(directory, seen.names);
      this.#folderStamps.set(directory, seen.stamp);
      return seen.entries;
    }
    const stamp = this.#stampFolder(directory);
    const entries = super.list(directory);
    this.#observeFolder(this.#folders, directory, { entries, stamp });
    return entries;
  }

  override listUnsorted(directory: string): readonly TreeEntry[] {
    const stamp = this.#stampFolder(directory);
    const entries = super.listUnsorted(directory);
    this.#observeFolder(this.#foldersInOrder, directory, { entries, stamp });
    return entries;
  }

  override read(path: string): Uint8Array {
    this.#observeFile(path);
    return super.read(path);
  }

  override lend<T>(path: string, use: (bytes: Uint8Array) => T): T {
    if (this.#files.has(path) || this.#isOwn(path)) return super.lend(path, use);
    try {
      // The status of an open file is cheaper than one by path.
      return lendFile(path, (bytes, stats) => {
        this.#files.set(path, this.#seen?.file(path) ?? stampOfStats(stats, Date.now() - SETTLED_AFTER));
        return use(bytes);
      });
    } catch (error) {
      this.#observeFile(path);
      throw error;
    }
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

  /** A file's stamp at present. */
  stampNow(path: string): FileStamp {
    return stampWhenRead(path, Date.now() - SETTLED_AFTER);
  }

  /** A file's stamp when it was first read or asked for. */
  observed(path: string): FileStamp | undefined {
    return this.#files.get(path);
  }

  /** A file's stamp at present, recorded as if the file had been read. */
  observe(path: string): FileStamp {
    const stamp = this.#seen?.file(path) ?? this.stampNow(path);
    if (!this.#isOwn(path)) this.#files.set(path, stamp);
    return stamp;
  }

  /** Sets what has been looked at just now, so that it is not looked at again; null before a later build. */
  assumeUnchanged(seen: Seen | null): void {
    this.#seen = seen;
  }

  /** Returns, once, the listing of a folder that was made to compare it. */
  takeCompared(path: string): SeenFolder | undefined {
    const found = this.#compared.get(path);
    this.#compared.delete(path);
    return found;
  }

  /** Whether folders have the same entries as when they were observed, by this tree or that of another process. */
  areFoldersAsObserved({ folders, foldersInOrder, folderStamps }: Omit<Observations, 'files'>): boolean {
    const hasSameStamp = (path: string): boolean => isSameStamp(stampOf(path), folderStamps.get(path) ?? UNSETTLED);
    for (const [path, names] of folders) {
      if (hasSameStamp(path)) continue;
      const stamp = this.#stampFolder(path);
      const entries = super.list(path);
      const found = { entries, names: this.#namesIn(path, entries), stamp: hasLinks(entries) ? UNSETTLED : stamp };
      if (found.names !== names) return false;
      this.#compared.set(path, found);
    }
    for (const [path, names] of foldersInOrder) {
      if (!hasSameStamp(path) && this.#namesIn(path, super.listUnsorted(path)) !== names) return false;
    }
    return true;
  }

  #isOwn(path: string): boolean {
    return this.#own.some((folder) => isWithin(path, folder));
  }

  /** The names in a folder that are own folders or lead to one: the build itself creates them. */
  #ownNames(directory: string): ReadonlySet<string> {
    const below = this.#own.filter((folder) => folder.startsWith(`${directory}/`));
    return new Set(below.map((folder) => folder.slice(directory.length + 1).split('/', 1)[0] ?? ''));
  }

  #observeFile(path: string): void {
    if (this.#files.has(path) || this.#isOwn(path)) return;
    this.#files.set(path, this.#seen?.file(path) ?? stampWhenRead(path, this.#begin));
  }

  #observeFolder(
    folders: Map<string, string>,
    directory: string,
    { entries, stamp }: Pick<SeenFolder, 'entries' | 'stamp'>,
  ): void {
    if (folders.has(directory) || this.#isOwn(directory)) return;
    folders.set(directory, this.#namesIn(directory, entries));
    // A folder may be listed in both ways; a change between the two is in only one of the listings.
    const before = this.#folderStamps.get(directory) ?? stamp;
    this.#folderStamps.set(directory, hasLinks(entries) || !isSameStamp(before, stamp) ? UNSETTLED : stamp);
  }

  /** A folder's own stamp, to be taken before it is listed. */
  #stampFolder(path: string): FileStamp {
    const stamp = stampOf(path);
    return Math.max(stamp.mtimeMs, stamp.ctimeMs) > this.#begin ? UNSETTLED : stamp;
  }

  /**
   * All entries as one string: loading the code for a digest would take longer than a process that finds nothing to do.
   */
  #namesIn(directory: string, entries: readonly TreeEntry[]): string {
    const own = this.#ownNames(directory);
    const others = own.size === 0 ? entries : entries.filter(({ name }) => !own.has(name));
    return others.map(({ name, kind, isLink }) => `${name}/${kind}${isLink ? '@' : ''}`).join('/');
  }
}

/** The target of a link may become another kind of thing without a change to the folder that contains the link. */
function hasLinks(entries: readonly TreeEntry[]): boolean {
  return entries.some(({ isLink }) => isLink);
}
