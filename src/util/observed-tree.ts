import { DiskTree } from './disk-tree.ts';
import { lendFile } from './read-file.ts';
import { isSameSign, type Sign, type Signs, signOf, signOfAsked, signOfLook, UNSETTLED } from './signs.ts';
import type { TreeEntry, TreeStatus } from './tree.ts';

/** File systems count time in steps of some milliseconds: what changed so short a time before may change again unseen. */
export const SETTLED_AFTER = 100;

/** What was looked at, with a sign that is another one after any change. */
export interface Observations {
  readonly files: Signs;
  /** Folders whose names were listed, by path, with what is in them. */
  readonly folders: ReadonlyMap<string, string>;
  /** Folders whose names were listed as the file system gives them: there the order counts. */
  readonly foldersInOrder: ReadonlyMap<string, string>;
  /** How these folders looked before they were listed: as long as they look so, the same names are in them. */
  readonly folderSigns: Signs;
}

/** A folder as it was listed. */
export interface SeenFolder {
  readonly entries: readonly TreeEntry[];
  readonly sign: string;
  readonly look: Sign;
}

/** What somebody has looked at already; undefined for what was not, or has changed since it was noted. Each is given once. */
export interface Seen {
  file(path: string): Sign | undefined;
  folder(path: string): SeenFolder | undefined;
}

/**
 * The real disk, which notes how everything was that it was asked for, before it was read. A later process that finds
 * all of it as it was knows that it would read the same.
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
  /** What was found when folders were compared. */
  readonly #compared = new Map<string, SeenFolder>();
  readonly #folders = new Map<string, string>();
  readonly #foldersInOrder = new Map<string, string>();
  readonly #folderSigns = new Map<string, Sign>();

  /** @param own folders that are written, not read: nothing is noted of them */
  constructor(own: readonly string[]) {
    super();
    this.#own = own;
  }

  get observations(): Observations {
    const [files, folders, foldersInOrder] = [this.#files, this.#folders, this.#foldersInOrder];
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
      // To look at what is open takes less than to look by its path.
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

  /** How a file looks at present. */
  look(path: string): Sign {
    return signOfAsked(path, Date.now() - SETTLED_AFTER);
  }

  /** How a file looked when it was read, or asked for, for the first time. */
  observed(path: string): Sign | undefined {
    return this.#files.get(path);
  }

  /** How a file looks at present, noted as if it had been read. */
  observe(path: string): Sign {
    const sign = this.#seen?.file(path) ?? this.look(path);
    if (!this.#isOwn(path)) this.#files.set(path, sign);
    return sign;
  }

  /** Takes what somebody has just looked at, so that it is not looked at again; null when a later build begins. */
  expect(seen: Seen | null): void {
    this.#seen = seen;
  }

  /** Gives, once, what was found in a folder that was compared with what it held before. */
  takeCompared(path: string): SeenFolder | undefined {
    const found = this.#compared.get(path);
    this.#compared.delete(path);
    return found;
  }

  /** Whether folders hold the same names as when they were observed, by this tree or by one of another process. */
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

  /** The names in a folder that are own ones or lead to one: they are there as soon as something was written. */
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
    // It was listed in both ways, if it was before: what came between the two is in one of them.
    const before = this.#folderSigns.get(directory) ?? look;
    this.#folderSigns.set(directory, hasLinks(entries) || !isSameSign(before, look) ? UNSETTLED : look);
  }

  /** How a folder looks before it is listed. */
  #lookAtFolder(path: string): Sign {
    const sign = signOf(path);
    return Math.max(sign.mtimeMs, sign.ctimeMs) > this.#begin ? UNSETTLED : sign;
  }

  /** All names: a digest would take longer to load than a process that finds nothing to do takes. */
  #folderSign(directory: string, entries: readonly TreeEntry[]): string {
    const own = this.#ownNames(directory);
    const others = own.size === 0 ? entries : entries.filter(({ name }) => !own.has(name));
    return others.map(({ name, kind, isLink }) => `${name}/${kind}${isLink ? '@' : ''}`).join('/');
  }
}

/** What a link leads to may become another kind of thing, and its folder looks the same. */
function hasLinks(entries: readonly TreeEntry[]): boolean {
  return entries.some(({ isLink }) => isLink);
}
