import { isAscii } from './values/ruby-text.ts';

/**
 * The ASCII characters of each Unicode property that patterns name, as they are written between brackets. A property without any is
 * a character that no ASCII text has.
 */
const IN_ASCII: ReadonlyMap<string, string> = new Map([
  ['Alphabetic', 'A-Za-z'],
  ['L', 'A-Za-z'],
  ['Lu', 'A-Z'],
  ['Uppercase', 'A-Z'],
  ['Ll', 'a-z'],
  ['Lowercase', 'a-z'],
  ['N', '0-9'],
  ['Nd', '0-9'],
  ['Pc', '_'],
  ['Sm', '+<=>|~'],
  ['Zs', ' '],
  ['Z', ' '],
  ['White_Space', '\\t-\\r '],
  ['Cc', '\\x00-\\x1f\\x7f'],
  ...['M', 'Mn', 'Mc', 'Lt', 'Lo', 'Lm', 'Nl', 'Cf', 'Cn', 'Cs', 'So'].map((name) => [name, '\\x80'] as const),
  ...['Han', 'Hangul', 'Hiragana', 'Katakana'].map((name) => [`Script=${name}`, '\\x80'] as const),
]);

const PART = /\\p\{([\w=]+)\}|\\.|[[\]]/gs;

/**
 * The source of a pattern that finds the same in an ASCII text, without the Unicode properties of which only a few ASCII characters are
 * part. V8 takes about 0.3 ms to read a class such as `[\p{Alphabetic}\p{M}]`, and does so up to four times until the pattern has been
 * used twice; for `[A-Za-z]` it takes a fiftieth.
 *
 * @example
 * narrowToAscii('[\\p{L}_]\\p{Nd}*') // '[A-Za-z_][0-9]*'
 */
export function narrowToAscii(source: string): string {
  let isInBrackets = false;
  return source.replace(PART, (part, property: string | undefined) => {
    if (part === '[' || part === ']') isInBrackets = part === '[';
    const characters = property === undefined ? undefined : IN_ASCII.get(property);
    if (characters === undefined) return part;
    return isInBrackets ? characters : `[${characters}]`;
  });
}

/**
 * A pattern with Unicode properties. Nothing is compiled before it is used, and for ASCII texts only what {@link narrowToAscii} makes of it.
 *
 * @example
 * const notInSlugs = new UnicodePattern(String.raw`[^\p{L}\p{Nd}]+`, 'g');
 * 'two words'.replace(notInSlugs.for('two words'), '-') // 'two-words'
 */
export class UnicodePattern {
  private ascii: RegExp | undefined;
  private whole: RegExp | undefined;

  /** @param flags those besides `u`, which is always set */
  constructor(
    private readonly source: string,
    private readonly flags = '',
  ) {}

  /** The pattern to be used on a text. */
  for(text: string): RegExp {
    if (isAscii(text)) {
      this.ascii ??= new RegExp(narrowToAscii(this.source), `u${this.flags}`);
      return this.ascii;
    }
    this.whole ??= new RegExp(this.source, `u${this.flags}`);
    return this.whole;
  }
}
