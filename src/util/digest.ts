import { hash } from 'node:crypto';

/** A short text that stands for a long one: another text has another digest. */
export function digest(text: string): string {
  return hash('sha1', text, 'base64');
}
