import { isUtf8 } from 'node:buffer';

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
  const text = buffer.toString('utf8');
  return text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
}

/** What is written for a text that was read in an encoding. */
export function encodeText(text: string, encoding = 'utf-8'): Uint8Array {
  return Buffer.from(text, isUnicode(encoding) ? 'utf8' : 'latin1');
}

/** Whether the bytes are what the encoding allows. */
export function isValidText(bytes: Uint8Array, encoding = 'utf-8'): boolean {
  return !isUnicode(encoding) || isUtf8(bytes);
}
