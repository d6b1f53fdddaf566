import { isUtf8 } from 'node:buffer';
import { UttersonError } from '../errors.ts';
import { placeAt } from './text-place.ts';

const BYTE_ORDER_MARK = '\ufeff';

/** Names that Ruby has encodings for; it reads UTF-8 where there is none of that name, as with `latin1`. */
const OTHERS =
  /^(?:iso-?8859-\d+|windows-\d+|(?:cp|ibm)\d+|koi8-[ru]|shift_jis|sjis|euc-?\w+|gb\w+|big5\S*|(?:us-)?ascii|ascii-8bit|binary|mac\w+|tis-620|utf-(?:16|32)\w*)$/i;

/** Whether texts of this encoding are read and written as UTF-8. */
export function isUnicode(encoding: string): boolean {
  return !OTHERS.test(encoding);
}

/** The characters that texts of an encoding may hold: beyond Latin-1, those of ASCII are what is sure. */
export function charsetOf(encoding: string): 'unicode' | 'latin1' | 'ascii' {
  if (isUnicode(encoding)) return 'unicode';
  return /^iso-?8859-1$/i.test(encoding) ? 'latin1' : 'ascii';
}

/**
 * The text of a file, without a byte order mark.
 *
 * A file in another encoding than UTF-8 is read byte for byte and written so again: Ruby does not convert it either.
 */
export function decodeText(bytes: Uint8Array, encoding = 'utf-8'): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!isUnicode(encoding)) return buffer.toString('latin1');
  const text = decodeUtf8(buffer);
  return text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
}

/** What is written for a text that was read in an encoding. */
export function encodeText(text: string, encoding = 'utf-8'): Uint8Array {
  return isUnicode(encoding) ? encodeUtf8(text) : Buffer.from(text, 'latin1');
}

/** Half a character that stands for an octet: U+DC80 for 80, to U+DCFF for FF. */
const OCTET_BASE = 0xdc00;
const OCTETS = /[\udc80-\udcff]+/gu;
const REPLACEMENT = '\ufffd';

/**
 * A text from its octets. Those that are no UTF-8 are kept, as halves of characters that no text has: Ruby keeps them
 * too, and stops only where something looks at them as text.
 *
 * @example
 * decodeUtf8(Buffer.from([0x61, 0xff])) // 'a\udcff'
 */
export function decodeUtf8(bytes: Buffer): string {
  const text = bytes.toString('utf8');
  return text.includes(REPLACEMENT) && !isUtf8(bytes) ? decodeBroken(bytes) : text;
}

/** The octets of a text, with those that `decodeUtf8` has kept. */
export function encodeUtf8(text: string): Buffer {
  if (text.isWellFormed()) return Buffer.from(text);
  const parts: Buffer[] = [];
  let start = 0;
  for (const { 0: octets, index } of text.matchAll(OCTETS)) {
    // The low byte of each half is the octet.
    parts.push(Buffer.from(text.slice(start, index)), Buffer.from(octets, 'latin1'));
    start = index + octets.length;
  }
  return Buffer.concat([...parts, Buffer.from(text.slice(start))]);
}

function decodeBroken(bytes: Buffer): string {
  let text = '';
  let start = 0;
  for (let at = 0; at < bytes.length; ) {
    const length = characterLength(bytes, at);
    if (length > 0) {
      at += length;
      continue;
    }
    text += bytes.toString('utf8', start, at) + String.fromCharCode(OCTET_BASE + (bytes[at] ?? 0));
    at += 1;
    start = at;
  }
  return text + bytes.toString('utf8', start);
}

/** How many octets the character at a place has, 0 where there is none. */
function characterLength(bytes: Buffer, at: number): number {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return 1;
  const length = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
  return at + length <= bytes.length && isUtf8(bytes.subarray(at, at + length)) ? length : 0;
}

/**
 * Refuses a text that holds octets which are no UTF-8, as whatever looks at it in Ruby does.
 *
 * @throws UttersonError InvalidEncoding with the line
 * @example
 * requireUtf8(text, 'invalid byte sequence in UTF-8')
 */
export function requireUtf8(text: string, message: string, firstLine = 1): void {
  if (text.isWellFormed()) return;
  const { line, column } = placeAt(text, text.search(/\p{Cs}/u));
  throw new UttersonError('InvalidEncoding', message, {
    line: firstLine + line - 1,
    column,
    hint: 'Save the file as UTF-8, or set encoding: in _config.yml to the encoding of your files.',
  });
}
