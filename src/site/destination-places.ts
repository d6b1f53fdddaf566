import type { ReadTree } from '../util/files/tree.ts';

/** Tells which paths in the destination are one file on its disk, which may take capitals for small letters. */
export class DestinationPlaces {
  readonly #tree: ReadTree;
  readonly #destination: string;
  #foldsCase: boolean | undefined;

  constructor(tree: ReadTree, destination: string) {
    this.#tree = tree;
    this.#destination = destination;
  }

  /** A key for a place: the same for two paths that are one file. */
  keyOf(path: string): string {
    return this.foldsCase ? path.normalize('NFC').toLowerCase() : path;
  }

  /** Whether the disk takes names that differ only by case for one. */
  get foldsCase(): boolean {
    this.#foldsCase ??= this.#tree.foldsCase?.(this.#destination) ?? false;
    return this.#foldsCase;
  }
}
