/** One flag per ASCII character, and a last one for everything beyond, set where something beyond may match. */
export type CharacterSet = Uint8Array;

export const BEYOND_ASCII = 128;

interface Part {
  readonly set: CharacterSet;
  /** Whether the part can match without consuming a character. */
  readonly nullable: boolean;
}

const EMPTY: Part = { set: new Uint8Array(BEYOND_ASCII + 1), nullable: true };
const ANYTHING: Part = { set: new Uint8Array(BEYOND_ASCII + 1).fill(1), nullable: true };

const ATOM = /\\u\{[^}]*\}|\\u[\da-fA-F]{4}|\\x[\da-fA-F]{2}|\\[pP]\{[^}]*\}|\\c[A-Za-z]|\\.|\[(?:\\.|[^\]\\])*\]|./sy;
const ZERO_WIDTH = /^(?:\\[bB]|[$^])$/;
const BACK_REFERENCE = /^\\(?:[1-9k])/;
const QUANTIFIER = /(?:([*?])|(\+)|\{(\d+)(?:,\d*)?\})\??/y;
const GROUP = /\((?:\?(?::|(<?[=!])|<\w+>))?/y;

const atoms = new Map<string, CharacterSet>();

function charactersOf(atom: string, flags: string): CharacterSet {
  const key = flags + atom;
  let set = atoms.get(key);
  if (set === undefined) {
    const pattern = new RegExp(`^(?:${atom})$`, flags);
    set = new Uint8Array(BEYOND_ASCII + 1);
    for (let code = 0; code < BEYOND_ASCII; code++) set[code] = pattern.test(String.fromCharCode(code)) ? 1 : 0;
    set[BEYOND_ASCII] = mayExceedAscii(atom, flags) ? 1 : 0;
    atoms.set(key, set);
  }
  return set;
}

/** Negations, properties, escapes of code points and letters beyond ASCII; ignoring case in Unicode folds some onto ASCII. */
function mayExceedAscii(atom: string, flags: string): boolean {
  if (flags.includes('i') && flags.includes('u')) return true;
  return atom === '.' || /^\[\^|\\[DSWpPux]|[^\0-\x7f]/.test(atom);
}

function unite(left: CharacterSet, right: CharacterSet): CharacterSet {
  return left.map((flag, code) => flag | (right[code] ?? 0));
}

/** Walks the source of one pattern; knows just enough of the grammar to tell what a match can begin with. */
class FirstCharacters {
  private position = 0;

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
      const part = this.quantified(this.source[this.position] === '(' ? this.group() : this.atom());
      if (whole.nullable) whole = { set: unite(whole.set, part.set), nullable: part.nullable };
    }
    return whole;
  }

  private group(): Part {
    const look = this.take(GROUP)?.[1] !== undefined;
    const inner = this.alternatives();
    this.position++;
    return look ? EMPTY : inner;
  }

  private atom(): Part {
    const text = this.take(ATOM)?.[0] ?? '';
    if (ZERO_WIDTH.test(text)) return EMPTY;
    if (BACK_REFERENCE.test(text)) return ANYTHING;
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
 * The characters with which a match of a pattern can begin; all of them when it can match nothing at all.
 *
 * @example
 * firstCharacters(/(?:ab|[0-9])+/) // flags set for `a` and the digits
 */
export function firstCharacters(pattern: RegExp): CharacterSet {
  const part = new FirstCharacters(pattern.source, pattern.flags.replace(/[gmy]/g, '')).alternatives();
  return part.nullable ? ANYTHING.set : part.set;
}
