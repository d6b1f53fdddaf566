import { UttersonError } from '../errors.ts';
import type { Site } from '../site/site.ts';
import { internalsOf } from '../site/site-internals.ts';
import { directoryName, isOfWindows, isWithin, joinPaths } from '../util/files/paths.ts';
import type { TreeEntry, TreeStatus } from '../util/files/tree.ts';
import { type ChangedSource, writeChanged } from './changed-source.ts';
import { ChangedTree } from './changed-tree.ts';
import { PlacedFiles } from './placed-files.ts';
import { toRubyPath } from './ruby-path.ts';

const FOLDER: TreeStatus = { kind: 'directory', modified: 0n, size: 0 };

/**
 * The files that Ruby code sees, and what it writes: the source, where changes stay in memory and are forgotten after the build, and the
 * destination, where they are written when the build is done. In the folders around the two there is nothing else, but for the Ruby
 * files in folders of plugins that are not in the source.
 */
export class RubyWorkspace {
  readonly source: string;
  readonly #tree: ChangedSource;
  readonly #libraries: readonly string[];
  #destination: string;
  #site: Site | undefined;
  #placed: PlacedFiles;
  #made: ChangedTree;
  #isWriting = false;
  /** Where the files of the site are written to. */
  #destinations: ReadonlySet<string> | undefined;
  /** The files that Ruby code put into each destination in the last build. */
  readonly #madeBefore = new Map<string, ReadonlySet<string>>();

  /**
   * @param destination that of the first build
   * @param pluginFolders absolute
   */
  constructor(source: string, destination: string, tree: ChangedSource, pluginFolders: readonly string[] = []) {
    this.source = source;
    this.#libraries = pluginFolders.filter((folder) => !isWithin(folder, source));
    this.#destination = destination;
    this.#tree = tree;
    this.#placed = new PlacedFiles(tree);
    this.#made = new ChangedTree(this.#placed);
  }

  /** To be called when the Ruby files have been loaded, which happens once: what they have written then is there in each build. */
  keepChanges(): void {
    this.#tree.keepChanges();
  }

  /** The files of the source that are for this build other than on the disk. */
  get differing(): readonly string[] {
    return this.#tree.differing;
  }

  /** Forgets what another build has written. */
  beginBuild(site: Site): void {
    this.#site = site;
    this.#destination = site.destination;
    internalsOf(site).onWritten = (path) => this.#place(path);
    this.#tree.reset();
    this.#placed = new PlacedFiles(this.#tree);
    this.#made = new ChangedTree(this.#placed);
    this.#isWriting = false;
    this.#destinations = undefined;
  }

  /** Notes that the program has written a file, in place of any that Ruby code had written. */
  #place(path: string): void {
    this.beginWriting();
    this.#placed.add(path);
    this.#made.forget(path);
  }

  /** Jekyll cleans the destination before it writes: what Ruby code has put there until then stays only if the site has a file of that name. */
  beginWriting(): void {
    if (this.#isWriting) return;
    this.#isWriting = true;
    const before = this.#made.changes;
    this.#made = new ChangedTree(this.#placed);
    for (const [path, change] of before) {
      if (change.kind === 'file' && this.#isOwn(path)) this.#made.put(path, change.bytes);
    }
  }

  /** Whether the site has a file of that name, or wants it to be kept. */
  #isOwn(path: string): boolean {
    const { keepFiles = [], destination } = this.#site ?? {};
    return this.#names.has(path) || keepFiles.some((name) => path.startsWith(`${destination}/${name}`));
  }

  get #names(): ReadonlySet<string> {
    this.#destinations ??= new Set([...(this.#site?.files() ?? [])].map(({ destination }) => destination));
    return this.#destinations;
  }

  /**
   * Writes to the disk what Ruby code has put into the destination, and removes what it has not put there again.
   *
   * @returns the files that Ruby code has written or removed, each with whether the disk has changed
   */
  finish(): ReadonlyMap<string, boolean> {
    this.beginWriting();
    const touched = new Map<string, boolean>();
    const made = new Set<string>();
    for (const [path, change] of this.#made.changes) {
      if (change.kind === 'file') {
        made.add(path);
        touched.set(path, this.#write(path, change.bytes));
      } else if (change.kind === 'missing') touched.set(path, this.#remove(path));
    }
    for (const path of this.#madeBefore.get(this.#destination) ?? []) {
      if (!touched.has(path) && !this.#isOwn(path)) touched.set(path, this.#remove(path));
    }
    this.#madeBefore.set(this.#destination, made);
    return touched;
  }

  #write(path: string, bytes: Uint8Array): boolean {
    const place = `${this.#realFolder(path)}${path.slice(path.lastIndexOf('/'))}`;
    // It is not written through a link, nor where an earlier build has left a folder.
    if (this.#tree.status(path)?.kind !== 'file' || this.#tree.realPath(path) !== place) this.#tree.remove(path);
    return writeChanged(this.#tree, path, bytes);
  }

  /** A folder that is not empty has files that Ruby code did not see. */
  #remove(path: string): boolean {
    if (path === this.#destination) return false;
    this.#realFolder(path);
    if (this.#tree.status(path)?.kind === 'directory' && this.#tree.list(path).length > 0) return false;
    this.#tree.remove(path);
    return true;
  }

  /** The folder around a path, with every link resolved: one in the destination may lead out of it. */
  #realFolder(path: string): string {
    const root = this.#tree.realPath(this.#destination) ?? this.#destination;
    const names = directoryName(path)
      .slice(this.#destination.length)
      .split('/')
      .filter((name) => name !== '');
    let folder = root;
    for (const name of names) folder = this.#tree.realPath(`${folder}/${name}`) ?? `${folder}/${name}`;
    if (isWithin(folder, root)) return folder;
    throw new UttersonError('RubyError', `Ruby code writes to ${path}, which a link leads out of the destination.`);
  }

  /** The tree that a path belongs to; undefined if Ruby code can write nothing there. */
  #treeOf(path: string): ChangedTree | undefined {
    // For Ruby code, which runs as if on Linux, a backslash is part of a name; on Windows it could lead out of the two folders.
    if (path.includes('\\') && isOfWindows(this.source)) return undefined;
    if (isWithin(path, this.#destination)) return this.#made;
    return isWithin(path, this.source) ? this.#tree : undefined;
  }

  /** The tree that shows a path; undefined if Ruby code sees nothing there. */
  #visibleTreeOf(path: string): ChangedTree | undefined {
    const tree = this.#treeOf(path);
    if (tree !== undefined || !this.#libraries.some((folder) => isWithin(path, folder))) return tree;
    return this.#tree.status(path)?.kind === 'directory' || path.endsWith('.rb') ? this.#tree : undefined;
  }

  /** Whether a path is that of the source or the destination, which may be made without folders around them. */
  isRoot(path: string): boolean {
    return path === this.source || path === this.#destination;
  }

  isWritable(path: string): boolean {
    return this.#treeOf(path) !== undefined;
  }

  status(path: string): TreeStatus | undefined {
    return this.#isAround(path) ? FOLDER : this.#visibleTreeOf(path)?.status(path);
  }

  list(folder: string): readonly TreeEntry[] {
    const tree = this.#visibleTreeOf(folder);
    const entries = (tree?.list(folder) ?? []).filter(
      ({ name, kind }) => kind === 'directory' || this.#visibleTreeOf(`${folder}/${name}`) !== undefined,
    );
    if (tree === this.#made) return entries;
    // Around a drive of Windows there is the folder that Ruby code takes for the top.
    const around = toRubyPath(folder);
    const inner = this.#roots
      .map(toRubyPath)
      .filter((path) => path !== around && isWithin(path, around))
      .map((path) => path.slice(around === '/' ? 1 : around.length + 1).split('/', 1)[0] ?? '');
    // What lies there of an earlier build does not count.
    const others = entries.filter(({ name }) => !inner.includes(name) && joinPaths(folder, name) !== this.#destination);
    return [...others, ...[...new Set(inner)].map((name) => ({ name, kind: 'directory' as const, isLink: false }))];
  }

  /** Whether a folder is there because of what is in it. */
  #isAround(path: string): boolean {
    return path !== this.source && this.#roots.some((root) => isWithin(toRubyPath(root), toRubyPath(path)));
  }

  /** The folders that there are in any case: of the destination that around it, until something is in it. */
  get #roots(): readonly string[] {
    const hasDestination = this.#made.list(this.#destination).length > 0;
    return [this.source, hasDestination ? this.#destination : directoryName(this.#destination), ...this.#libraries];
  }

  read(path: string): Uint8Array {
    return (this.#visibleTreeOf(path) ?? this.#made).read(path);
  }

  write(path: string, bytes: Uint8Array): void {
    this.#treeOf(path)?.put(path, bytes);
  }

  makeFolder(path: string): void {
    this.#treeOf(path)?.putFolder(path);
  }

  remove(path: string): void {
    this.#treeOf(path)?.drop(path);
  }
}
