import { narrowToAscii } from '../../util/unicode-pattern.ts';

/** A pattern before it is compiled, or one that is compiled. */
export interface PatternText {
  readonly source: string;
  readonly flags: string;
}

/**
 * A pattern with Unicode properties (and the flag `u`), to be written instead of a literal, which V8 would read as soon as a language is
 * first used: that takes it 0.1 to 0.3 ms for each.
 *
 * @example
 * unicode`[\p{L}_][\p{L}\p{N}_]*`
 */
export function unicode(parts: TemplateStringsArray, ...values: readonly string[]): PatternText {
  return { source: String.raw(parts, ...values).replaceAll('\\`', '`'), flags: 'u' };
}

const SPACES = ' \\t\\r\\n\\f\\v';
/** What JavaScript takes for white space and Ruby does not. */
const OTHER_SPACES = '\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff';

/**
 * Letters, marks and digits beyond ASCII, as whole blocks: a list of the exact characters would be far longer. For a `\b` the
 * small digits and the fractions of Latin-1 are among them, though no class of Ruby's has them.
 */
const WORD_BEYOND_ASCII =
  '[\\xaa\\xb2\\xb3\\xb5\\xb9\\xba\\xbc-\\xbe\\xc0-\\xd6\\xd8-\\xf6\\xf8-\\u02c1\\u0300-\\u1fff\\u203f\\u2040\\u2054\\u2071\\u207f\\u2090-\\u209c\\u20d0-\\u20f0\\u2160-\\u2188\\u24b6-\\u24e9\\u2c00-\\u2dff\\u3005-\\u3007\\u3031-\\u3035\\u3041-\\u30fa\\u30fc-\\u318e' +
  '\\u3400-\\ud7ff\\uf900-\\ufdff\\ufe70-\\ufefe\\uff10-\\uff19\\uff21-\\uff3a\\uff41-\\uff5a\\uff66-\\uffdc]';

/** An escaped character, a class of characters with its brackets, or a sign that Ruby understands differently. */
const PART = /\\.|\[(?:[^\]\\]|\\.)*\]|[.^$]/gs;

/** What a sign outside brackets becomes. Lines end at a line feed only: a carriage return is one more character. */
const OUTSIDE: ReadonlyMap<string, string> = new Map([
  ['^', '(?<![^\\n])'],
  ['$', '(?![^\\n])'],
  ['.', '[^\\n]'],
  ['\\s', `[${SPACES}]`],
  ['\\S', `[^${SPACES}]`],
]);

const BOUNDARY = `\\b(?!${WORD_BEYOND_ASCII})(?<!${WORD_BEYOND_ASCII})`;

/** What an escaped sign within brackets becomes. */
const INSIDE: ReadonlyMap<string, string> = new Map([
  ['\\s', SPACES],
  ['\\S', `\\S${OTHER_SPACES}`],
]);

/**
 * Turns a pattern into one that matches what Ruby would match: `\s` is only ASCII white space (not a no-break space pasted into a code
 * block), `.` stops only at `\n` (unless the flag `s` is set), `^` and `$` match at every line, and there is no `\b` between an ASCII
 * letter and another one, so that `if` in `if문` is no keyword.
 *
 * @param isForAscii whether the pattern will only be used on ASCII text; it can then be far shorter
 * @example
 * toRubyReading(/\s.*$/, false) // the source [ \t\r\n\f\v][^\n]*(?![^\n]) and the flag y
 */
export function toRubyReading({ source, flags }: PatternText, isForAscii: boolean): PatternText {
  const dotAll = flags.includes('s');
  const read = source.replace(PART, (part) => {
    if (part.startsWith('[')) return part.replace(/\\./gs, (escaped) => INSIDE.get(escaped) ?? escaped);
    if (part === '\\b' && !isForAscii) return BOUNDARY;
    return part === '.' && dotAll ? part : (OUTSIDE.get(part) ?? part);
  });
  return { source: isForAscii ? narrowToAscii(read) : read, flags: `${flags.replace(/[gmy]/g, '')}y` };
}
