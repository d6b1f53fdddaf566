import { expandPath, joinPaths } from '../util/files/paths.ts';
import type { TreeEntry } from '../util/files/tree.ts';
import { type Fd, type Inode, RefusingFd, type Wasi } from './refusing-fd.ts';
import type { RubyFiles } from './ruby-files.ts';
import { RubyOpenFile } from './ruby-open-file.ts';
import { fromRubyPath, toRubyPath } from './ruby-path.ts';

const OWN_NAMES: readonly TreeEntry[] = ['.', '..'].map((name) => ({ name, kind: 'directory', isLink: false }));

/** A folder that Ruby code has opened. */
export class RubyFolder extends RefusingFd {
  readonly #files: RubyFiles;
  readonly #path: string;
  #entries: readonly TreeEntry[] = [];

  /** @param path as Ruby code sees it */
  constructor(files: RubyFiles, path: string) {
    super(files.wasi);
    this.#files = files;
    this.#path = path;
  }

  #at(name: string): string {
    return fromRubyPath(expandPath(joinPaths(this.#path, name)));
  }

  override fd_prestat_get(): ReturnType<Fd['fd_prestat_get']> {
    return { ret: this.wasi.ERRNO_SUCCESS, prestat: this.wasi.Prestat.dir(this.#path) };
  }

  override fd_fdstat_get(): ReturnType<Fd['fd_fdstat_get']> {
    return { ret: this.wasi.ERRNO_SUCCESS, fdstat: new this.wasi.Fdstat(this.wasi.FILETYPE_DIRECTORY, 0) };
  }

  override fd_filestat_get(): ReturnType<Fd['fd_filestat_get']> {
    return this.path_filestat_get(0, '');
  }

  override fd_readdir_single(cookie: bigint): ReturnType<Fd['fd_readdir_single']> {
    const index = Number(cookie);
    if (index === 0) {
      const entries = this.#files.workspace.list(this.#at(''));
      this.#entries = [...OWN_NAMES, ...entries.filter(({ kind }) => kind !== 'missing')];
    }
    const entry = this.#entries[index];
    if (entry === undefined) return { ret: this.wasi.ERRNO_SUCCESS, dirent: null };
    const number = this.#files.numberOf(this.#at(entry.name));
    const dirent = new this.wasi.Dirent(cookie + 1n, number, entry.name, this.#files.typeOf(entry));
    return { ret: this.wasi.ERRNO_SUCCESS, dirent };
  }

  override path_filestat_get(_flags: number, name: string): ReturnType<Fd['path_filestat_get']> {
    const filestat = this.#files.statOf(this.#at(name));
    return { ret: filestat === null ? this.wasi.ERRNO_NOENT : this.wasi.ERRNO_SUCCESS, filestat };
  }

  override path_filestat_set_times(_flags: number, name: string): number {
    return this.#errorOfChange(this.#at(name));
  }

  override path_open(...args: Parameters<Fd['path_open']>): ReturnType<Fd['path_open']> {
    const [, name, flags, rights, , options] = args;
    const { workspace } = this.#files;
    const path = this.#at(name);
    const isEmptied = (flags & this.wasi.OFLAGS_TRUNC) !== 0;
    const writes = isEmptied || (rights & BigInt(this.wasi.RIGHTS_FD_WRITE)) !== 0n;
    const ret = this.#errorOfOpening(path, flags, writes);
    if (ret !== this.wasi.ERRNO_SUCCESS) return { ret, fd_obj: null };
    const kind = workspace.status(path)?.kind;
    if (kind === 'directory') return { ret, fd_obj: new RubyFolder(this.#files, toRubyPath(path)) };
    if (kind === undefined || isEmptied) workspace.write(path, new Uint8Array());
    const isAppended = (options & this.wasi.FDFLAGS_APPEND) !== 0;
    return { ret, fd_obj: new RubyOpenFile(this.#files, path, isAppended) };
  }

  #errorOfOpening(path: string, flags: number, writes: boolean): number {
    const has = (flag: number): boolean => (flags & flag) !== 0;
    const kind = this.#files.workspace.status(path)?.kind;
    if (kind === undefined) return has(this.wasi.OFLAGS_CREAT) ? this.#errorOfMaking(path) : this.wasi.ERRNO_NOENT;
    if (has(this.wasi.OFLAGS_EXCL)) return this.wasi.ERRNO_EXIST;
    if (kind === 'file' && has(this.wasi.OFLAGS_DIRECTORY)) return this.wasi.ERRNO_NOTDIR;
    if (!writes) return this.wasi.ERRNO_SUCCESS;
    return kind === 'directory' ? this.wasi.ERRNO_ISDIR : this.#errorOfChange(path);
  }

  /** Why nothing can be made at a path. */
  #errorOfMaking(path: string): number {
    const { workspace } = this.#files;
    const error = workspace.isWritable(path) ? this.wasi.ERRNO_SUCCESS : this.wasi.ERRNO_ROFS;
    const hasFolder =
      workspace.isRoot(path) || workspace.status(path.slice(0, path.lastIndexOf('/')))?.kind === 'directory';
    return hasFolder ? error : this.wasi.ERRNO_NOENT;
  }

  /** Why what is at a path cannot be changed. */
  #errorOfChange(path: string): number {
    const { workspace } = this.#files;
    if (workspace.status(path) === undefined) return this.wasi.ERRNO_NOENT;
    return workspace.isWritable(path) ? this.wasi.ERRNO_SUCCESS : this.wasi.ERRNO_ROFS;
  }

  override path_create_directory(name: string): number {
    const path = this.#at(name);
    if (this.#files.workspace.status(path) !== undefined) return this.wasi.ERRNO_EXIST;
    const error = this.#errorOfMaking(path);
    if (error === this.wasi.ERRNO_SUCCESS) this.#files.workspace.makeFolder(path);
    return error;
  }

  override path_unlink_file(name: string): number {
    const path = this.#at(name);
    if (this.#files.workspace.status(path)?.kind === 'directory') return this.wasi.ERRNO_ISDIR;
    return this.#remove(path);
  }

  override path_remove_directory(name: string): number {
    const path = this.#at(name);
    if (this.#files.workspace.status(path)?.kind === 'file') return this.wasi.ERRNO_NOTDIR;
    return this.#files.workspace.list(path).length > 0 ? this.wasi.ERRNO_NOTEMPTY : this.#remove(path);
  }

  #remove(path: string): number {
    const error = this.#errorOfChange(path);
    if (error === this.wasi.ERRNO_SUCCESS) this.#files.workspace.remove(path);
    return error;
  }

  /** The first half of a renaming: the package makes it of two. */
  override path_unlink(name: string): ReturnType<Fd['path_unlink']> {
    const path = this.#at(name);
    const ret = this.#errorOfChange(path);
    const isFound = ret === this.wasi.ERRNO_SUCCESS;
    return { ret, inode_obj: isFound ? new Moving(path, this.wasi) : null };
  }

  override path_link(name: string, inode: Inode): number {
    const path = this.#at(name);
    if (!(inode instanceof Moving)) return this.refusal;
    if (path === inode.path) return this.wasi.ERRNO_SUCCESS;
    const error = this.#errorOfMaking(path);
    if (error === this.wasi.ERRNO_SUCCESS) this.#files.move(inode.path, path);
    return error;
  }
}

/** A file or folder that is about to get another name. */
class Moving implements Inode {
  readonly path: string;
  ino = 0n;
  readonly #wasi: Wasi;

  constructor(path: string, wasi: Wasi) {
    this.path = path;
    this.#wasi = wasi;
  }

  path_open(): ReturnType<Inode['path_open']> {
    return { ret: this.#wasi.ERRNO_NOTSUP, fd_obj: null };
  }

  stat(): ReturnType<Inode['stat']> {
    return new this.#wasi.Filestat(this.ino, this.#wasi.FILETYPE_UNKNOWN, 0n);
  }
}
