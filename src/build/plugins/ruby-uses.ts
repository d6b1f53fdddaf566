import { decodeText } from '../../util/encoding.ts';
import type { ReadTree } from '../../util/files/tree.ts';
import { placeAt } from '../../util/text-place.ts';
import type { RubyPiece } from './read-ruby-plugin.ts';

/** A layout or an include. */
interface Template {
  /** Relative to the source. */
  readonly name: string;
  readonly text: string;
}

const MOST_NAMED = 2;

/**
 * Finds the tags, filters and values of Ruby files in the layouts and includes of a site: what does not run there is missing on many
 * pages. Other texts are not searched, because there may be thousands of them.
 */
export class RubyUses {
  readonly #tree: ReadTree;
  readonly #source: string;
  readonly #folders: readonly string[];
  #templates: readonly Template[] | undefined;

  /** @param folders absolute */
  constructor(tree: ReadTree, source: string, folders: readonly string[]) {
    this.#tree = tree;
    this.#source = source;
    this.#folders = folders;
  }

  /**
   * Where one of the pieces is used, in words: `_layouts/post.html:12`. Empty if it is not.
   *
   * @example
   * uses.describe([{ kind: 'filter', name: 'roman', line: 1 }]) // '_layouts/post.html:12, _includes/a.html:1 and 3 more places'
   */
  describe(pieces: readonly RubyPiece[]): string {
    const patterns = pieces.flatMap(patternOf);
    if (patterns.length === 0) return '';
    this.#templates ??= this.#folders.flatMap((folder) => this.#read(folder));
    const places = this.#templates.flatMap(({ name, text }) =>
      patterns.flatMap((pattern) =>
        [...text.matchAll(pattern)].map(({ index }) => `${name}:${placeAt(text, index).line}`),
      ),
    );
    const all = [...new Set(places)];
    const more = all.length - MOST_NAMED;
    const named = all.slice(0, MOST_NAMED).join(', ');
    return more > 0 ? `${named} and ${more} more ${more === 1 ? 'place' : 'places'}` : named;
  }

  #read(folder: string): Template[] {
    return this.#tree.list(folder).flatMap(({ name, kind, isLink }): Template[] => {
      const path = `${folder}/${name}`;
      if (kind === 'directory') return isLink ? [] : this.#read(path);
      if (kind !== 'file') return [];
      const text = decodeText(this.#tree.read(path));
      return [{ name: path.startsWith(`${this.#source}/`) ? path.slice(this.#source.length + 1) : path, text }];
    });
  }
}

function patternOf({ kind, name }: RubyPiece): RegExp[] {
  if (!/^[\w-]+[?!]?$/.test(name)) return [];
  const word = `${name.replace(/[?!]$/, '\\$&')}(?![\\w-])`;
  if (kind === 'value') return [new RegExp(`[\\w\\])]\\.${word}`, 'g')];
  if (kind === 'tag') return [new RegExp(`\\{%-?\\s*${word}`, 'g')];
  return kind === 'filter' ? [new RegExp(`\\|\\s*${word}`, 'g')] : [];
}
