/**
 * Ruby's String methods, where JavaScript's differ: Ruby's white space is that of ASCII and NUL, and lengths count
 * characters.
 */

function isStripped(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 0;
}

/** String#lstrip. */
export function stripLeft(text: string): string {
  let start = 0;
  while (start < text.length && isStripped(text.charCodeAt(start))) start++;
  return start === 0 ? text : text.slice(start);
}

/** String#rstrip. */
export function stripRight(text: string): string {
  let end = text.length;
  while (end > 0 && isStripped(text.charCodeAt(end - 1))) end--;
  return end === text.length ? text : text.slice(0, end);
}

/**
 * String#strip.
 *
 * @example
 * strip(' a\u00a0') // 'a\u00a0'
 */
export function strip(text: string): string {
  return stripLeft(stripRight(text));
}

/** String#split without an argument: the words between white space, at most `most` of them. */
export function splitWords(text: string, most = Number.POSITIVE_INFINITY): string[] {
  const words: string[] = [];
  let start = -1;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    const isSpace = code === 32 || (code >= 9 && code <= 13);
    if (isSpace === start < 0) continue;
    if (isSpace && words.push(text.slice(start, index)) >= most) return words;
    start = isSpace ? -1 : index;
  }
  if (start >= 0) words.push(text.slice(start));
  return words;
}

const encoder = new TextEncoder();
/** A buffer for the text being counted, in UTF-8; it grows with the longest text so far. */
let bytes = new Uint8Array(1 << 16);
/** 1 for each byte that is ASCII white space; no byte of a longer character is. */
const IS_SPACE = Uint8Array.from({ length: 256 }, (_, code) => (code === 32 || (code >= 9 && code <= 13) ? 1 : 0));

/**
 * The number of words that `splitWords` finds, without creating them. Themes with reading times need it for every page,
 * and counting bytes is twice as fast as counting characters.
 */
export function countWords(text: string): number {
  const most = 3 * text.length;
  if (bytes.length < most) bytes = new Uint8Array(most);
  const { written } = encoder.encodeInto(text, bytes);
  let words = 0;
  let wasSpace = 1;
  for (let index = 0; index < written; index++) {
    const isSpace = IS_SPACE[bytes[index] as number] as number;
    words += wasSpace & ~isSpace;
    wasSpace = isSpace;
  }
  return words;
}

/** Whether Ruby's `/\A\s*\z/` matches. */
export function isWhiteSpace(text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code !== 32 && (code < 9 || code > 13)) return false;
  }
  return true;
}

const SURROGATE = /[\ud800-\udfff]/;

/**
 * String#length: characters, not UTF-16 units.
 *
 * @example
 * characterCount('a😀') // 2
 */
export function characterCount(text: string): number {
  return SURROGATE.test(text) ? [...text].length : text.length;
}

/** String#[] with a start (not negative, within the text) and a number of characters. */
export function sliceCharacters(text: string, start: number, count: number): string {
  if (!SURROGATE.test(text)) return text.slice(start, start + count);
  return [...text].slice(start, start + count).join('');
}

const LEADING_INTEGER = /^[ \t\r\n\f\v]*([+-]?\d+(?:_\d+)*)/;

/**
 * String#to_i: the leading integer, 0 if there is none.
 *
 * @example
 * leadingInteger(' 12abc') // 12
 */
export function leadingInteger(text: string): number | bigint {
  const digits = LEADING_INTEGER.exec(text)?.[1]?.replaceAll('_', '');
  if (digits === undefined) return 0;
  const value = Number(digits);
  return Number.isSafeInteger(value) ? value + 0 : BigInt(digits.replace('+', ''));
}

const LEADING_FLOAT = /^[ \t\r\n\f\v]*([+-]?(?:\d+(?:_\d+)*(?:\.\d+(?:_\d+)*)?|\.\d+)(?:[eE][+-]?\d+)?)/;

/** String#to_f: the leading decimal number, 0 if there is none. */
export function leadingFloat(text: string): number {
  const digits = LEADING_FLOAT.exec(text)?.[1]?.replaceAll('_', '');
  return digits === undefined ? 0 : Number(digits);
}

/** String#ascii_only?. */
export function isAscii(text: string): boolean {
  return !/[^\0-\x7f]/.test(text);
}
