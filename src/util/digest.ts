import { hash } from 'node:crypto';
import { encodeUtf8 } from './encoding.ts';

/** The SHA-1 of a string or of its bytes in UTF-8, in Base64. */
export function digest(text: string | Uint8Array): string {
  if (typeof text !== 'string') return hash('sha1', text, 'base64');
  // Bytes that are not UTF-8 are lone surrogates here, which Node would all hash as U+FFFD.
  return hash('sha1', text.isWellFormed() ? text : encodeUtf8(text), 'base64');
}
