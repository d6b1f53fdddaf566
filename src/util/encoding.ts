import { isUtf8 } from 'node:buffer';

const BYTE_ORDER_MARK = '\ufeff';

/** Whether texts of this encoding are read and written as UTF-8. */
export function isUnicode(encoding: string): boolean {
  return /^utf-?8$/i.test(encoding);
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
