import type { Directory, Fd, File, Inode, PreopenDirectory } from '@bjorn3/browser_wasi_shim';
import type { ReadTree } from '../util/tree.ts';

/** The package that gives the interpreter a file system. */
export type FileSystemPackage = typeof import('@bjorn3/browser_wasi_shim');

/** WASI's error for changing a file system that can only be read. */
const READ_ONLY = 69;
/** WASI's flag for opening a file that is made if it does not exist. */
const CREATES = 1;

/** A path as Ruby code sees it: it begins with a slash on Windows too. */
export function toRubyPath(path: string): string {
  return path.startsWith('/') ? path : `/${path}`;
}

/** The path that Ruby code has named. */
export function fromRubyPath(path: string): string {
  return /^\/[a-z]:\//i.test(path) ? path.slice(1) : path;
}

/**
 * The file system that Ruby code sees: the site, with nothing beside it in the folders around it. Everything can be read, and
 * nothing changed. Nothing is read before it is asked for.
 *
 * @param source the absolute path of the site
 */
export function rubyFiles(shim: FileSystemPackage, tree: ReadTree, source: string): readonly Fd[] {
  const names = source.split('/').filter((name) => name !== '');
  const folder = makeFolder(shim, tree, source);
  const [root] = names.reduceRight<[Map<string, Inode>, Inode]>(
    ([, inner], name) => {
      const around = new Map([[name, inner]]);
      return [around, new shim.Directory(around)];
    },
    [folder.contents, folder],
  );
  // The second one takes precedence where the interpreter has files of its own, in /usr.
  return [readOnly(shim, '/', root), readOnly(shim, toRubyPath(source), folder.contents)];
}

function readOnly(shim: FileSystemPackage, path: string, contents: Map<string, Inode>): Fd {
  class Source extends shim.PreopenDirectory {
    override path_open(...args: Parameters<PreopenDirectory['path_open']>): ReturnType<PreopenDirectory['path_open']> {
      const [, name, flags] = args;
      const isNew = (flags & CREATES) !== 0 && this.path_lookup(name, 0).inode_obj === null;
      return isNew ? { ret: READ_ONLY, fd_obj: null } : super.path_open(...args);
    }

    override path_link(): number {
      return READ_ONLY;
    }

    override path_unlink(): { ret: number; inode_obj: null } {
      return { ret: READ_ONLY, inode_obj: null };
    }

    override path_unlink_file(): number {
      return READ_ONLY;
    }

    override path_remove_directory(): number {
      return READ_ONLY;
    }
  }
  const source = new Source(path, new Map());
  source.dir.contents = contents;
  return source;
}

/** The entries of a folder, which is listed when the first of them is asked for. */
class Entries extends Map<string, Inode> {
  #fill: (() => void) | undefined;

  constructor(shim: FileSystemPackage, tree: ReadTree, path: string) {
    super();
    this.#fill = () => {
      for (const { name, kind } of tree.list(path)) {
        const at = `${path}/${name}`;
        if (kind !== 'missing')
          super.set(name, kind === 'file' ? makeFile(shim, tree, at) : makeFolder(shim, tree, at));
      }
    };
  }

  #filled(): this {
    const fill = this.#fill;
    this.#fill = undefined;
    fill?.();
    return this;
  }

  override get(name: string): Inode | undefined {
    this.#filled();
    return super.get(name);
  }

  override entries(): MapIterator<[string, Inode]> {
    this.#filled();
    return super.entries();
  }

  override get size(): number {
    this.#filled();
    return super.size;
  }
}

function makeFolder(shim: FileSystemPackage, tree: ReadTree, path: string): Directory {
  const folder = new shim.Directory(new Map());
  folder.contents = new Entries(shim, tree, path);
  return folder;
}

function makeFile(shim: FileSystemPackage, tree: ReadTree, path: string): File {
  let bytes: Uint8Array | undefined;
  class Stat extends shim.wasi.Filestat {
    /** The package writes the times a few bytes before their places, and over the end of the size. */
    override write_bytes(view: DataView, pointer: number): void {
      super.write_bytes(view, pointer);
      [this.size, this.atim, this.mtim, this.ctim].forEach((value, index) => {
        view.setBigUint64(pointer + 32 + 8 * index, value, true);
      });
    }
  }
  class Lazy extends shim.File {
    override stat(): ReturnType<File['stat']> {
      const { size = 0, modified = 0n } = tree.status(path) ?? {};
      const stat = new Stat(this.ino, shim.wasi.FILETYPE_REGULAR_FILE, BigInt(size));
      stat.atim = stat.mtim = stat.ctim = modified;
      return stat;
    }
  }
  const file = new Lazy([], { readonly: true });
  Object.defineProperty(file, 'data', { get: () => (bytes ??= tree.read(path)), set() {} });
  return file;
}
