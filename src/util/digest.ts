import { hash } from 'node:crypto';
import { encodeUtf8 } from './encoding.ts';

/** A short text that stands for a long one: another text has another digest. */
export function digest(text: string): string {
  // Octets that are no UTF-8 would all count as the same.
  return hash('sha1', text.isWellFormed() ? text : encodeUtf8(text), 'base64');
}
