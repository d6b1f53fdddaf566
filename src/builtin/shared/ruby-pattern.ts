import { UttersonError } from '../../plugin/plugin.ts';
import { Scanner } from './scanner.ts';
import { IN_WORD, WORD_CHARACTERS, WORD_EDGE } from './word-class.ts';

const SPACES = ' \\t\\r\\n\\f\\v';
/** What JavaScript takes for white space and Ruby does not. */
const OTHER_SPACES = '\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff';
const TEXT_START = '(?<![\\s\\S])';
const TEXT_END = '(?![\\s\\S])';

/** Ruby's named classes, as they are written inside of brackets in JavaScript. All others have the same name, or are scripts. */
const NAMED_CLASSES: Readonly<Record<string, string>> = {
  alnum: '\\p{Alphabetic}\\p{Nd}',
  alpha: '\\p{Alphabetic}',
  ascii: '\\x00-\\x7f',
  blank: '\\p{Zs}\\t',
  cntrl: '\\p{Cc}',
  digit: '\\p{Nd}',
  lower: '\\p{Lowercase}',
  punct: '\\p{P}$+<=>^`|~',
  space: '\\p{White_Space}',
  upper: '\\p{Uppercase}',
  word: WORD_CHARACTERS,
  xdigit: '0-9a-fA-F',
};

/** Escapes outside of brackets that JavaScript does not have, or that have another meaning there. */
const ESCAPES: Readonly<Record<string, string>> = {
  A: TEXT_START,
  B: `(?:(?<=${IN_WORD})(?=${IN_WORD})|(?<!${IN_WORD})(?!${IN_WORD}))`,
  R: '(?:\\r\\n|[\\n-\\r\\u0085\\u2028\\u2029])',
  S: `[^${SPACES}]`,
  Z: `(?=\\n?${TEXT_END})`,
  b: WORD_EDGE,
  z: TEXT_END,
};

/** Escapes for classes, as they are written inside of brackets in JavaScript. */
const CLASS_ESCAPES: Readonly<Record<string, string>> = {
  D: '\\D',
  S: `\\S${OTHER_SPACES}`,
  W: '\\W',
  d: '\\d',
  h: '0-9a-fA-F',
  s: SPACES,
  w: '\\w',
};

const CHARACTER_ESCAPES: Readonly<Record<string, string>> = { a: '\\x07', e: '\\x1b' };
const UNSUPPORTED_ESCAPES = /[GKXg]/;
const SYNTAX = /[\^$\\.*+?()[\]{}|/]/;

/** One escape: `\u{…}`, `\u1234`, `\x1f`, `\p{…}`, `\k<…>`, or a backslash and a character. */
const ESCAPE =
  /\\(?:u\{(?<braced>[0-9a-fA-F]+)\}|u(?<four>[0-9a-fA-F]{4})|x(?<two>[0-9a-fA-F]{1,2})|(?<property>[pP])\{(?<caret>\^?)(?<name>\w+)\}|(?<reference>k<\w+>)|(?<letter>.))/suy;
const QUANTIFIER = /(?:[*+?]|\{(\d*)(,?)(\d*)\})([+?]?)/y;
const GROUP = /\((?:\?(?:#([^)]*)\)|(<[A-Za-z_]\w*>)|(:|=|!|<=|<!)|([\s\S]{0,2})))?/y;
const POSIX = /\[:(\^?)(\w+):\]/y;

/**
 * Translates a regular expression from Ruby to JavaScript.
 *
 * @throws {UttersonError} `RegexpError` if Ruby would reject it, or if JavaScript cannot express it (atomic groups, possessive quantifiers, …)
 * @example
 * rubyPattern('\\A[[:alpha:]]+') // matches the letters at the beginning of a text
 */
export function rubyPattern(source: string): RegExp {
  return new PatternReader(source).read();
}

/** The parts of an escape that was matched. */
type EscapeParts = Readonly<Record<string, string | undefined>>;

const groupsOf = ({ groups = {} }: RegExpExecArray): EscapeParts => groups;

class PatternReader extends Scanner {
  readonly #hasNames: boolean;
  #dot = '[^\\n]';
  #flags = 'gu';

  constructor(source: string) {
    super(source);
    this.#hasNames = /\(\?<[A-Za-z_]/.test(source);
  }

  read(): RegExp {
    this.#readOptions();
    let pattern = '';
    while (!this.isAtEnd) pattern += this.#readPiece();
    try {
      return new RegExp(pattern, this.#flags);
    } catch {
      throw this.#fail('is not valid');
    }
  }

  #fail(what: string): UttersonError {
    return new UttersonError('RegexpError', `The regular expression /${this.source}/ ${what}.`, {
      hint: 'Utterson understands what Ruby and JavaScript have in common, Ruby’s own classes and anchors, and (?i) and (?m) at the beginning.',
    });
  }

  #readOptions(): void {
    const options = this.take(/\(\?([im]+)\)/y)?.[1] ?? '';
    if (options.includes('i')) this.#flags += 'i';
    if (options.includes('m')) this.#dot = '[\\s\\S]';
  }

  #readPiece(): string {
    switch (this.source[this.at]) {
      case '\\':
        return this.#readEscape();
      case '[':
        this.at++;
        return this.#readBrackets();
      case '(':
        return this.#readGroup();
      case '*':
      case '+':
      case '?':
      case '{':
        return this.#readQuantifier();
      default:
        return this.#readPlain();
    }
  }

  /** `^` and `$` are the ends of lines, but no line begins after the last line break. */
  #readPlain(): string {
    const character = this.takeCharacter();
    if (character === '^') return `(?:${TEXT_START}|(?<=\\n)(?=[\\s\\S]))`;
    if (character === '$') return `(?=\\n|${TEXT_END})`;
    if (character === '.') return this.#dot;
    return character === ']' || character === '}' ? `\\${character}` : character;
  }

  #readQuantifier(): string {
    const match = this.take(QUANTIFIER);
    // A brace that begins no quantifier is a character.
    if (match === null || match[0].startsWith('{}') || match[0].startsWith('{,}')) {
      this.at -= match?.[0].length ?? 0;
      return `\\${this.takeCharacter()}`;
    }
    const [text, least, comma, most, suffix] = match;
    if (suffix === '+') throw this.#fail(`has the possessive quantifier ${text}, which does not work here`);
    if (least === undefined) return text;
    return `{${least || '0'}${comma}${most}}${suffix}`;
  }

  #readGroup(): string {
    const [text = '', comment, name, kind, other] = this.take(GROUP) ?? [];
    if (comment !== undefined) return '';
    if (other !== undefined) throw this.#fail(`has ${text}, which does not work here`);
    if (name !== undefined || kind !== undefined) return text;
    // Beside groups with names, those without capture nothing.
    return this.#hasNames ? '(?:' : '(';
  }

  #readEscape(): string {
    const match = this.#takeEscape();
    const { reference, letter = '' } = groupsOf(match);
    if (reference !== undefined) return match[0];
    if (UNSUPPORTED_ESCAPES.test(letter)) throw this.#fail(`has \\${letter}, which does not work here`);
    if (/[1-9]/.test(letter)) return match[0];
    const own = ESCAPES[letter];
    if (own !== undefined) return own;
    if (letter === 'H') return '[^0-9a-fA-F]';
    const set = this.#classOf(match);
    return set === undefined ? this.#characterOf(match) : `[${set}]`;
  }

  #takeEscape(): RegExpExecArray {
    const match = this.take(ESCAPE);
    if (match === null) throw this.#fail('ends with a backslash');
    return match;
  }

  /** An escape that stands for a class, as it is written inside of brackets. */
  #classOf(match: RegExpExecArray): string | undefined {
    const { property, caret, name = '', letter = '' } = groupsOf(match);
    if (property === undefined) return CLASS_ESCAPES[letter];
    const isNegated = (property === 'P') !== (caret === '^');
    return this.#namedClass(name, isNegated);
  }

  #namedClass(name: string, isNegated: boolean): string {
    const known = NAMED_CLASSES[name.toLowerCase()];
    const sign = isNegated ? 'P' : 'p';
    if (known === undefined) return `\\${sign}{${name.length > 2 ? 'Script=' : ''}${name}}`;
    if (!isNegated) return known;
    const [, single] = /^\\p(\{\w+\})$/.exec(known) ?? [];
    if (single === undefined) throw this.#fail(`negates the class ${name}, which does not work here`);
    return `\\P${single}`;
  }

  /** An escape that stands for one character. */
  #characterOf(match: RegExpExecArray): string {
    const { braced, four, two, letter = '' } = groupsOf(match);
    const code = braced ?? four ?? two;
    if (code !== undefined) return `\\u{${code}}`;
    if (letter === '0') return '\\0';
    if (/[fnrtv]/.test(letter) || SYNTAX.test(letter)) return match[0];
    return CHARACTER_ESCAPES[letter] ?? letter;
  }

  /** What is between brackets, after the opening one. */
  #readBrackets(): string {
    const start = this.source[this.at] === '^' ? '[^' : '[';
    this.at += start.length - 1;
    return `${start}${this.#readSet()}]`;
  }

  #readSet(): string {
    let set = '';
    for (;;) {
      if (this.isAtEnd) throw this.#fail('has a bracket that is not closed');
      if (this.source[this.at] === ']' && set !== '') break;
      if (this.source.startsWith('&&', this.at)) throw this.#fail('has && in brackets, which does not work here');
      set += this.#readRange();
    }
    this.at++;
    return set;
  }

  /** A character, a range of characters, or a class. */
  #readRange(): string {
    const first = this.#readMember();
    if (!first.isCharacter || !/^-[^\]]/.test(this.source.slice(this.at, this.at + 2))) return first.text;
    this.at++;
    const last = this.#readMember();
    if (!last.isCharacter) throw this.#fail('has a range that ends with a class');
    return `${first.text}-${last.text}`;
  }

  #readMember(): { text: string; isCharacter: boolean } {
    const posix = this.take(POSIX);
    if (posix !== null) return { text: this.#namedClass(posix[2] ?? '', posix[1] === '^'), isCharacter: false };
    if (this.source[this.at] === '\\') {
      const match = this.#takeEscape();
      const set = this.#classOf(match);
      return set === undefined
        ? { text: match.groups?.['letter'] === '-' ? '\\-' : this.#characterOf(match), isCharacter: true }
        : { text: set, isCharacter: false };
    }
    const character = this.takeCharacter();
    if (character === '[') {
      if (this.source[this.at] === '^') throw this.#fail('negates brackets within brackets, which does not work here');
      return { text: this.#readSet(), isCharacter: false };
    }
    return { text: SYNTAX.test(character) || character === '-' ? `\\${character}` : character, isCharacter: true };
  }
}
