import { Scanner } from '../../shared/scanner.ts';
import type { NameParts } from './names.ts';

/** A word of a name: whether it begins with a small letter, a capital, or something else. */
interface Word {
  kind: 'small' | 'large' | 'other';
  text: string;
}

interface RawName {
  /** Written with the last name first, as in Chinese, Japanese and Korean. */
  isLastFirst: boolean;
  /** The words between commas. */
  readonly parts: Word[][];
}

const AND = /,?[ \t-\r]+and[ \t-\r]+/iy;
const SPACE = /[ \t-\r]+/y;
const SMALL = /\p{Lowercase}[\p{Lowercase}\p{Uppercase}]*/uy;
const LARGE = /\p{Uppercase}[\p{Lowercase}\p{Uppercase}.]*/uy;
const OTHER = /[^ \t-\r,{}\\\p{Uppercase}\p{Lowercase}]+/uy;
const ESCAPE = /\\[^\n]/uy;
const LAST_FIRST = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** Splits a text into names and words; gives up where something stands that is no part of a name. */
class NameScanner extends Scanner {
  readonly #names: RawName[] = [{ isLastFirst: false, parts: [[]] }];
  #word: Word = { kind: 'other', text: '' };

  scan(): readonly RawName[] | undefined {
    while (!this.isAtEnd) if (!this.#scanPiece()) return undefined;
    this.#endWord();
    return this.#names;
  }

  get #name(): RawName {
    return this.#names.at(-1) as RawName;
  }

  #endWord(): void {
    if (this.#word.text === '') return;
    this.#name.parts.at(-1)?.push(this.#word);
    this.#word = { kind: 'other', text: '' };
  }

  #scanPiece(): boolean {
    if (this.take(AND) !== null) {
      this.#endWord();
      this.#names.push({ isLastFirst: false, parts: [[]] });
      return true;
    }
    if (this.take(SPACE) !== null) {
      this.#endWord();
      return true;
    }
    if (this.takeText(',')) {
      this.#endWord();
      this.#name.parts.push([]);
      return true;
    }
    return this.#scanLetters() || this.#scanBraces();
  }

  #scanLetters(): boolean {
    for (const [pattern, kind] of [
      [SMALL, 'small'],
      [LARGE, 'large'],
      [OTHER, 'other'],
    ] as const) {
      const text = this.take(pattern)?.[0];
      if (text === undefined) continue;
      if (kind === 'other') this.#name.isLastFirst ||= LAST_FIRST.test(text);
      else if (this.#word.kind === 'other') this.#word.kind = kind;
      this.#word.text += text;
      return true;
    }
    return false;
  }

  /** A group in braces, or a backslash and what follows it. */
  #scanBraces(): boolean {
    const start = this.at;
    if (this.source[start] !== '{') {
      const escaped = this.take(ESCAPE)?.[0] ?? '';
      this.#word.text += escaped;
      return escaped !== '';
    }
    let depth = 0;
    while (!this.isAtEnd) {
      const character = this.source[this.at++];
      if (character === '{') depth++;
      else if (character === '}' && --depth === 0) {
        this.#word.text += this.source.slice(start, this.at);
        return true;
      }
    }
    return false;
  }
}

function join(words: readonly Word[]): string | undefined {
  return words.length === 0 ? undefined : words.map(({ text }) => text).join(' ');
}

/** The words of a name without the first one, up to where the last name begins. */
interface Split {
  readonly before: readonly Word[];
  readonly von: readonly Word[];
  readonly last: readonly Word[];
}

const isSmall = ({ kind }: Word): boolean => kind === 'small';

/** Finds the particle, which is what begins and ends with a small word; undefined if the words are no name. */
function splitAtVon(words: readonly Word[]): Split | undefined {
  const first = words.findIndex(isSmall);
  const final = words.length - 1;
  const lastSmall = words.findLastIndex(isSmall);
  const end = lastSmall === final ? final - 1 : lastSmall;
  const vonEnd = words[end];
  if (end < first || vonEnd === undefined || !isSmall(vonEnd)) return undefined;
  return { before: words.slice(0, first), von: words.slice(first, end + 1), last: words.slice(end + 1) };
}

const NOTHING: NameParts = { first: undefined, last: undefined, prefix: undefined, suffix: undefined };

/** `Ludwig van Beethoven` */
function readFirstLast(words: readonly Word[]): NameParts | undefined {
  const hasVon = words.slice(0, -1).some(isSmall);
  if (!hasVon) return { ...NOTHING, first: join(words.slice(0, -1)), last: words.at(-1)?.text };
  const split = splitAtVon(words);
  if (split === undefined) return undefined;
  return { ...NOTHING, first: join(split.before), prefix: join(split.von), last: join(split.last) };
}

/** A name that begins with the last name, without a comma. */
function readLastFirst(words: readonly Word[]): NameParts | undefined {
  const hasVon = words.slice(0, -1).some(isSmall);
  if (!hasVon) return { ...NOTHING, last: words[0]?.text, first: join(words.slice(1)) };
  const final = words.length - 1;
  const lastSmall = words.slice(0, final).findLastIndex(isSmall);
  const rest = words.slice(lastSmall + 1);
  return {
    ...NOTHING,
    prefix: join(words.slice(0, lastSmall + 1)),
    last: rest[0]?.text,
    first: join(rest.slice(1)),
  };
}

/** `van Beethoven, Ludwig` and `King, Jr., Martin Luther` */
function readWithComma([lasts = [], ...others]: readonly (readonly Word[])[]): NameParts | undefined {
  if (others.length > 2 || lasts.length === 0) return undefined;
  const first = join(others.at(-1) ?? []);
  const suffix = others.length === 2 ? join(others[0] ?? []) : undefined;
  const isPlain = !lasts.some(isSmall) || lasts.length === 1;
  if (isPlain) return { ...NOTHING, first, suffix, last: join(lasts) };
  const split = splitAtVon(lasts);
  if (split === undefined) return undefined;
  return { first, suffix, prefix: join([...split.before, ...split.von]), last: join(split.last) };
}

function readName({ parts, isLastFirst }: RawName): NameParts | undefined {
  if (parts.length > 1) return readWithComma(parts);
  const [words = []] = parts;
  if (words.length === 0) return undefined;
  return isLastFirst ? readLastFirst(words) : readFirstLast(words);
}

/**
 * Reads a list of names by BibTeX's rules; undefined if it is none.
 *
 * @example
 * parseNameParts('Ludwig van Beethoven') // [{ first: 'Ludwig', prefix: 'van', last: 'Beethoven', suffix: undefined }]
 */
export function parseNameParts(text: string): readonly NameParts[] | undefined {
  const raw = new NameScanner(text).scan();
  if (raw === undefined) return undefined;
  const names: NameParts[] = [];
  for (const name of raw) {
    const parts = readName(name);
    if (parts === undefined) return undefined;
    names.push(parts);
  }
  return names;
}
