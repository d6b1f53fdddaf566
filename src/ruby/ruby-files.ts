import { isWithin } from '../util/files/paths.ts';
import type { TreeEntry } from '../util/files/tree.ts';
import type { FileSystemPackage, Wasi } from './refusing-fd.ts';
import { RubyFolder } from './ruby-folder.ts';
import type { Root } from './ruby-interpreter.ts';
import { toRubyPath } from './ruby-path.ts';
import type { RubyWorkspace } from './ruby-workspace.ts';

type Filestat = InstanceType<Wasi['Filestat']>;

/** Where the interpreter has files of its own. */
const OWN_FOLDER = '/usr';

/** The folders in which the interpreter finds files: those of a workspace. Nothing is read before it is asked for. */
export function rubyFolders({ wasi }: FileSystemPackage, workspace: RubyWorkspace): readonly Root[] {
  const files = new RubyFiles(wasi, workspace);
  const source = toRubyPath(workspace.source);
  // There, a folder of its own makes the source take precedence.
  const paths = isWithin(source, OWN_FOLDER) ? ['/', source] : ['/'];
  return paths.map((path) => ({ path, fd: new RubyFolder(files, path) }));
}

/** The files of a workspace in WASI's words. */
export class RubyFiles {
  readonly wasi: Wasi;
  readonly workspace: RubyWorkspace;
  readonly #numbers = new Map<string, bigint>();

  constructor(wasi: Wasi, workspace: RubyWorkspace) {
    this.wasi = wasi;
    this.workspace = workspace;
  }

  /** A number that tells files apart, as that of an inode does. */
  numberOf(path: string): bigint {
    const number = this.#numbers.get(path) ?? BigInt(this.#numbers.size + 1);
    this.#numbers.set(path, number);
    return number;
  }

  typeOf({ kind }: Pick<TreeEntry, 'kind'>): number {
    return kind === 'directory' ? this.wasi.FILETYPE_DIRECTORY : this.wasi.FILETYPE_REGULAR_FILE;
  }

  statOf(path: string): Filestat | null {
    const status = this.workspace.status(path);
    if (status === undefined) return null;
    const stat = new this.wasi.Filestat(this.numberOf(path), this.typeOf(status), BigInt(status.size));
    stat.atim = stat.mtim = stat.ctim = status.modified;
    return withTimesInPlace(stat);
  }

  /** Moves a file, or a folder with everything in it. */
  move(from: string, to: string): void {
    const { workspace } = this;
    if (workspace.status(from)?.kind === 'directory') {
      workspace.makeFolder(to);
      for (const { name } of workspace.list(from)) this.move(`${from}/${name}`, `${to}/${name}`);
    } else workspace.write(to, workspace.read(from));
    workspace.remove(from);
  }
}

/** The package writes the times a few bytes before their places, and over the end of the size. */
function withTimesInPlace(stat: Filestat): Filestat {
  const write = stat.write_bytes.bind(stat);
  stat.write_bytes = (view, pointer) => {
    write(view, pointer);
    [stat.size, stat.atim, stat.mtim, stat.ctim].forEach((value, index) => {
      view.setBigUint64(pointer + 32 + 8 * index, value, true);
    });
  };
  return stat;
}
