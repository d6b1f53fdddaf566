import { MemoryTree } from '../../src/util/files/memory-tree.ts';
import type { TreeStatus } from '../../src/util/files/tree.ts';

/** A path as its names are on the disk, as far as they are there. */
function spelt(tree: MemoryTree, path: string): string {
  return path
    .split('/')
    .slice(1)
    .reduce((folder, name) => {
      const names = MemoryTree.prototype.list.call(tree, folder === '' ? '/' : folder).map((entry) => entry.name);
      return `${folder}/${names.find((other) => other.toLowerCase() === name.toLowerCase()) ?? name}`;
    }, '');
}

/** A disk as on Windows and macOS: a name is kept as it was first written, and found in whatever case. */
export class CaseFoldingTree extends MemoryTree {
  foldsCase(): boolean {
    return true;
  }

  override list(directory: string) {
    return super.list(spelt(this, directory));
  }

  override read(path: string): Uint8Array {
    return super.read(spelt(this, path));
  }

  override status(path: string): TreeStatus | undefined {
    return super.status(spelt(this, path));
  }

  override write(path: string, content: string | Uint8Array): void {
    super.write(spelt(this, path), content);
  }

  override copy(from: string, to: string): void {
    super.copy(from, spelt(this, to));
  }

  override remove(path: string): void {
    super.remove(spelt(this, path));
  }

  rename(from: string, to: string): void {
    const place = spelt(this, from);
    const target = `${place.slice(0, place.lastIndexOf('/'))}${to.slice(to.lastIndexOf('/'))}`;
    const moved = this.#below(place).map((path) => [`${target}${path.slice(place.length)}`, super.read(path)] as const);
    super.remove(place);
    for (const [path, content] of moved) super.write(path, content);
  }

  #below(path: string): readonly string[] {
    const entries = super.list(path);
    return entries.length === 0 ? [path] : entries.flatMap(({ name }) => this.#below(`${path}/${name}`));
  }
}
