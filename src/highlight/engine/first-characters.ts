import { narrowToAscii } from '../../util/unicode-pattern.ts';
import type { PatternText } from './ruby-reading.ts';

export const BEYOND_ASCII = 128;

/** A bit for each ASCII character, and one more (`BEYOND_ASCII`) for all other characters together. */
export type CharacterSet = Uint32Array;

interface Part {
  readonly set: CharacterSet;
  /** Whether the part can match without consuming a character. */
  readonly nullable: boolean;
}

const WORDS = BEYOND_ASCII / 32 + 1;
const EMPTY: Part = { set: new Uint32Array(WORDS), nullable: true };
const ANYTHING: Part = { set: new Uint32Array(WORDS).fill(0xffffffff), nullable: true };
const ASCII = String.fromCharCode(...Array.from({ length: BEYOND_ASCII }, (_, code) => code));

const ATOM = /\\u\{[^}]*\}|\\u[\da-fA-F]{4}|\\x[\da-fA-F]{2}|\\[pP]\{[^}]*\}|\\c[A-Za-z]|\\.|\[(?:\\.|[^\]\\])*\]|./sy;
const ZERO_WIDTH = /^(?:\\[bB]|[$^])$/;
const BACK_REFERENCE = /^\\(?:[1-9k])/;
const QUANTIFIER = /(?:([*?])|(\+)|\{(\d+)(?:,\d*)?\})\??/y;
const GROUP = /\((?:\?(?::|(<?[=!])|<\w+>))?/y;

const atoms = new Map<string, CharacterSet>();

/** Whether a character, or `BEYOND_ASCII`, is in a set. */
export function hasCharacter(set: CharacterSet, code: number): boolean {
  return (((set[code >> 5] ?? 0) >>> (code & 31)) & 1) === 1;
}

function add(set: CharacterSet, code: number): void {
  set[code >> 5] = (set[code >> 5] ?? 0) | (1 << (code & 31));
}

function charactersOf(atom: string, flags: string): CharacterSet {
  const key = flags + atom;
  let set = atoms.get(key);
  if (set === undefined) {
    set = new Uint32Array(WORDS);
    // Most atoms are one letter. Compiling a pattern for each of them would be a large part of the time until the first token.
    if (/^\w$/.test(atom) && !flags.includes('i')) add(set, atom.charCodeAt(0));
    else addMatches(set, atom, flags);
    atoms.set(key, set);
  }
  return set;
}

function addMatches(set: CharacterSet, atom: string, flags: string): void {
  // One search through all characters: V8 would compile a pattern that is called again and again to machine code.
  ASCII.replace(new RegExp(narrowToAscii(atom), `${flags}g`), (character) => {
    add(set, character.charCodeAt(0));
    return '';
  });
  if (mayExceedAscii(atom, flags)) add(set, BEYOND_ASCII);
}

/**
 * Whether an atom can match characters beyond ASCII: it is negated, has a property, an escape of a code point or such a character itself,
 * or ignores case with the flag `u`, where some of these characters are equal to ASCII letters.
 */
function mayExceedAscii(atom: string, flags: string): boolean {
  if (flags.includes('i') && flags.includes('u')) return true;
  return atom === '.' || /^\[\^|\\[DSWpPux]|[^\0-\x7f]/.test(atom);
}

function unite(left: CharacterSet, right: CharacterSet): CharacterSet {
  const both = new Uint32Array(WORDS);
  for (let word = 0; word < WORDS; word++) both[word] = (left[word] ?? 0) | (right[word] ?? 0);
  return both;
}

/** Reads the source of a pattern, as far as is necessary to tell which characters a match can begin with. */
class FirstCharacters {
  private position = 0;
  /** The last positive lookahead, and where it ended. */
  private look: { readonly part: Part; readonly end: number } | undefined;

  constructor(
    private readonly source: string,
    private readonly flags: string,
  ) {}

  alternatives(): Part {
    let part = this.sequence();
    while (this.source[this.position] === '|') {
      this.position++;
      const other = this.sequence();
      part = { set: unite(part.set, other.set), nullable: part.nullable || other.nullable };
    }
    return part;
  }

  private sequence(): Part {
    let whole = EMPTY;
    while (this.position < this.source.length && !'|)'.includes(this.source.charAt(this.position))) {
      const part = this.quantified(this.source[this.position] === '(' ? this.group() : this.atom(whole.nullable));
      if (whole.nullable) whole = { set: unite(whole.set, part.set), nullable: part.nullable };
    }
    return whole;
  }

  private group(): Part {
    const look = this.take(GROUP)?.[1];
    const inner = this.alternatives();
    this.position++;
    if (look === '=') this.look = { part: inner, end: this.position };
    return look === undefined ? inner : EMPTY;
  }

  private atom(canBeFirst: boolean): Part {
    const start = this.position;
    const text = this.take(ATOM)?.[0] ?? '';
    if (!canBeFirst || ZERO_WIDTH.test(text)) return EMPTY;
    // `(?=(a+))\1` stands for an atomic group, and begins as that does.
    if (BACK_REFERENCE.test(text)) return this.look?.end === start ? this.look.part : ANYTHING;
    return { set: charactersOf(text, this.flags), nullable: false };
  }

  private quantified(part: Part): Part {
    const match = this.take(QUANTIFIER);
    const optional = match !== undefined && (match[1] !== undefined || match[3] === '0');
    return optional ? { set: part.set, nullable: true } : part;
  }

  private take(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.position;
    const match = pattern.exec(this.source);
    if (match === null) return undefined;
    this.position = pattern.lastIndex;
    return match;
  }
}

/**
 * The characters with which a match of a pattern can begin. If the pattern can match an empty text, these are all characters.
 *
 * @example
 * firstCharacters(/(?:ab|[0-9])+/) // `a` and the digits
 */
export function firstCharacters(pattern: PatternText): CharacterSet {
  const part = new FirstCharacters(pattern.source, pattern.flags.replace(/[gmy]/g, '')).alternatives();
  return part.nullable ? ANYTHING.set : part.set;
}
