import { isUtf8 } from 'node:buffer';
import { UttersonError } from '../errors.ts';
import { placeAt } from './text-place.ts';

const BYTE_ORDER_MARK = '\ufeff';

/** Ruby's encodings other than UTF-8. For a name that Ruby does not know, such as `latin1`, it reads UTF-8. */
const OTHERS =
  /^(?:iso-?8859-\d+|windows-\d+|(?:cp|ibm)\d+|koi8-[ru]|shift_jis|sjis|euc-?\w+|gb\w+|big5\S*|(?:us-)?ascii|ascii-8bit|binary|mac\w+|tis-620|utf-(?:16|32)\w*)$/i;

/** Whether files in this encoding are read and written as UTF-8. */
export function isUnicode(encoding: string): boolean {
  return !OTHERS.test(encoding);
}

/** The character set of an encoding; for any other than UTF-8 and Latin-1, only ASCII is certain. */
export function charsetOf(encoding: string): 'unicode' | 'latin1' | 'ascii' {
  if (isUnicode(encoding)) return 'unicode';
  return /^iso-?8859-1$/i.test(encoding) ? 'latin1' : 'ascii';
}

/**
 * Decodes a file's content, without a byte order mark.
 *
 * In any encoding other than UTF-8, bytes are passed through one to one: Ruby does not convert them either.
 */
export function decodeText(bytes: Uint8Array, encoding = 'utf-8'): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!isUnicode(encoding)) return buffer.toString('latin1');
  const text = decodeUtf8(buffer);
  return text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
}

/**
 * Decodes a text of the source. On Windows lines that end in CR LF, as in most clones that Git makes there, end in LF
 * then: Ruby opens such files as text. Elsewhere Jekyll keeps the CR, and so does this.
 *
 * @example
 * decodeSource(Buffer.from('a\r\nb'), 'utf-8', 'win32') // 'a\nb'
 */
export function decodeSource(bytes: Uint8Array, encoding = 'utf-8', platform: string = process.platform): string {
  return withRubysLineEnds(decodeText(bytes, encoding), platform);
}

/** The line ends of a text as Ruby reads it: see `decodeSource`. */
export function withRubysLineEnds(text: string, platform: string = process.platform): string {
  return platform === 'win32' ? text.replaceAll('\r\n', '\n') : text;
}

/** The reverse of `decodeText`. */
export function encodeText(text: string, encoding = 'utf-8'): Uint8Array {
  return isUnicode(encoding) ? encodeUtf8(text) : Buffer.from(text, 'latin1');
}

/** A byte that is not UTF-8 becomes a lone surrogate: 0x80 is U+DC80, 0xFF is U+DCFF. */
const OCTET_BASE = 0xdc00;
const OCTETS = /[\udc80-\udcff]+/gu;
const REPLACEMENT = '\ufffd';

/**
 * Decodes UTF-8. Bytes that are not UTF-8 are kept as lone surrogates, which no valid text contains: Ruby keeps such
 * bytes too, and fails only where something processes them as text.
 *
 * @example
 * decodeUtf8(Buffer.from([0x61, 0xff])) // 'a\udcff'
 */
export function decodeUtf8(bytes: Buffer): string {
  const text = bytes.toString('utf8');
  return text.includes(REPLACEMENT) && !isUtf8(bytes) ? decodeBroken(bytes) : text;
}

/** Encodes as UTF-8, restoring the bytes that `decodeUtf8` has kept. */
export function encodeUtf8(text: string): Buffer {
  if (text.isWellFormed()) return Buffer.from(text);
  const parts: Buffer[] = [];
  let start = 0;
  for (const { 0: octets, index } of text.matchAll(OCTETS)) {
    // The low byte of each surrogate is the original byte.
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

/** The number of bytes of the character at an index; 0 where there is no valid one. */
function characterLength(bytes: Buffer, at: number): number {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return 1;
  const length = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
  return at + length <= bytes.length && isUtf8(bytes.subarray(at, at + length)) ? length : 0;
}

/**
 * Rejects a text with bytes that are not UTF-8, as Ruby does when something processes it.
 *
 * @param firstLine the line of the file on which the text begins
 * @throws {UttersonError} `InvalidEncoding` with line and column
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
