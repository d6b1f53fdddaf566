import { isSameSign, type Sign, type Signs, signOf, signOfAsked, signOfLook, UNSETTLED } from '../record/signs.ts';
import { DiskTree } from './disk-tree.ts';
import { lendFile } from './read-file.ts';
import type { TreeEntry, TreeStatus } from './tree.ts';

/**
 * In milliseconds. File systems count time in steps of some milliseconds, so a more recent change may be followed by
 * another with the same time.
 */
export const SETTLED_AFTER = 100;

/** Everything that was looked at, with signs that differ after any change. */
export interface Observations {
  readonly files: Signs;
  /** The listed folders, by path, with a string made from their entries. */
  readonly folders: ReadonlyMap<string, string>;
  /** The same for folders listed in the file system's order, where the order counts. */
  readonly foldersInOrder: ReadonlyMap<string, string>;
  /** The folders' own signs before they were listed; while they stay the same, so do the names inside. */
  readonly folderSigns: Signs;
}

/** A folder's listing: its entries, the string made from them, and the folder's own sign before it was listed. */
interface SeenFolder {
  readonly entries: readonly TreeEntry[];
  readonly sign: string;
  readonly look: Sign;
}

/**
 * What has been looked at just now, so that it need not be looked at again; undefined for anything else. Each is
 * returned once.
 */
export interface Seen {
  file(path: string): Sign | undefined;
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
  readonly #files = new Map<string, Sign>();
  #seen: Seen | null = null;
  /** The listings made while folders were compared. */
  readonly #compared = new Map<string, SeenFolder>();
  readonly #folders = new Map<string, string>();
  readonly #foldersInOrder = new Map<string, string>();
  readonly #folderSigns = new Map<string, Sign>();

  /** @param own folders that the build itself writes: nothing about them is recorded */
  constructor(own: readonly string[]) {
    super();
    this.#own = own;
  }

  get observations(): Observations {
    const files = this.#files;
    const folders = this.#folders;
    const foldersInOrder = this.#foldersInOrder;
    return { files, folders, foldersInOrder, folderSigns: this.#folderSigns };
  }

  override list(directory: string): readonly TreeEntry[] {
    const seen = this.#seen?.folder(directory);
    if (seen !== undefined && !this.#folders.has(directory)) {
      this.#folders.set(directory, seen.sign);
      this.#folderSigns.set(directory, seen.look);
      return seen.entries;
    }
    const look = this.#lookAtFolder(directory);
    const entries = super.list(directory);
    this.#observeFolder(this.#folders, directory, { entries, look });
    return entries;
  }

  override listUnsorted(directory: string): readonly TreeEntry[] {
    const look = this.#lookAtFolder(directory);
    const entries = super.listUnsorted(directory);
    this.#observeFolder(this.#foldersInOrder, directory, { entries, look });
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
      return lendFile(path, (bytes, look) => {
        this.#files.set(path, this.#seen?.file(path) ?? signOfLook(look, Date.now() - SETTLED_AFTER));
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

  /** A file's sign at present. */
  look(path: string): Sign {
    return signOfAsked(path, Date.now() - SETTLED_AFTER);
  }

  /** A file's sign when it was first read or asked for. */
  observed(path: string): Sign | undefined {
    return this.#files.get(path);
  }

  /** A file's sign at present, recorded as if the file had been read. */
  observe(path: string): Sign {
    const sign = this.#seen?.file(path) ?? this.look(path);
    if (!this.#isOwn(path)) this.#files.set(path, sign);
    return sign;
  }

  /** Sets what has been looked at just now, so that it is not looked at again; null when a later build begins. */
  expect(seen: Seen | null): void {
    this.#seen = seen;
  }

  /** Returns, once, the listing of a folder that was made to compare it. */
  takeCompared(path: string): SeenFolder | undefined {
    const found = this.#compared.get(path);
    this.#compared.delete(path);
    return found;
  }

  /** Whether folders have the same entries as when they were observed, by this tree or that of another process. */
  areFoldersAsObserved({ folders, foldersInOrder, folderSigns }: Omit<Observations, 'files'>): boolean {
    const looksSame = (path: string): boolean => isSameSign(signOf(path), folderSigns.get(path) ?? UNSETTLED);
    for (const [path, sign] of folders) {
      if (looksSame(path)) continue;
      const look = this.#lookAtFolder(path);
      const entries = super.list(path);
      const found = { entries, sign: this.#folderSign(path, entries), look: hasLinks(entries) ? UNSETTLED : look };
      if (found.sign !== sign) return false;
      this.#compared.set(path, found);
    }
    for (const [path, sign] of foldersInOrder) {
      if (!looksSame(path) && this.#folderSign(path, super.listUnsorted(path)) !== sign) return false;
    }
    return true;
  }

  #isOwn(path: string): boolean {
    return this.#own.some(
      (folder) => path.startsWith(folder) && (path.length === folder.length || path[folder.length] === '/'),
    );
  }

  /** The names in a folder that are own folders or lead to one: the build itself creates them. */
  #ownNames(directory: string): ReadonlySet<string> {
    const below = this.#own.filter((folder) => folder.startsWith(`${directory}/`));
    return new Set(below.map((folder) => folder.slice(directory.length + 1).split('/', 1)[0] ?? ''));
  }

  #observeFile(path: string): void {
    if (this.#files.has(path) || this.#isOwn(path)) return;
    this.#files.set(path, this.#seen?.file(path) ?? signOfAsked(path, this.#begin));
  }

  #observeFolder(
    folders: Map<string, string>,
    directory: string,
    { entries, look }: Pick<SeenFolder, 'entries' | 'look'>,
  ): void {
    if (folders.has(directory) || this.#isOwn(directory)) return;
    folders.set(directory, this.#folderSign(directory, entries));
    // A folder may be listed in both ways; a change between the two is in only one of the listings.
    const before = this.#folderSigns.get(directory) ?? look;
    this.#folderSigns.set(directory, hasLinks(entries) || !isSameSign(before, look) ? UNSETTLED : look);
  }

  /** A folder's own sign, to be taken before it is listed. */
  #lookAtFolder(path: string): Sign {
    const sign = signOf(path);
    return Math.max(sign.mtimeMs, sign.ctimeMs) > this.#begin ? UNSETTLED : sign;
  }

  /**
   * All entries as one string: loading the code for a digest would take longer than a process that finds nothing to do.
   */
  #folderSign(directory: string, entries: readonly TreeEntry[]): string {
    const own = this.#ownNames(directory);
    const others = own.size === 0 ? entries : entries.filter(({ name }) => !own.has(name));
    return others.map(({ name, kind, isLink }) => `${name}/${kind}${isLink ? '@' : ''}`).join('/');
  }
}

/** The target of a link may become another kind of thing without a change to the folder that contains the link. */
function hasLinks(entries: readonly TreeEntry[]): boolean {
  return entries.some(({ isLink }) => isLink);
}
