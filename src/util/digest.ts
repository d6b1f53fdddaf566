import { hash } from 'node:crypto';
import { encodeUtf8 } from './encoding.ts';

/** The SHA-1 of a string, in Base64. */
export function digest(text: string): string {
  // Bytes that are not UTF-8 are lone surrogates here, which Node would all hash as U+FFFD.
  return hash('sha1', text.isWellFormed() ? text : encodeUtf8(text), 'base64');
}
