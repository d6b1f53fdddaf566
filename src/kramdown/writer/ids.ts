import type { Settings } from '../options.ts';
import { transliterate } from './transliterate.ts';

/** The id that kramdown makes from a text: its ASCII letters, digits and hyphens from the first letter on. */
export function basicId(text: string): string {
  return text
    .replace(/(^|\n)[^a-zA-Z]+/g, '$1')
    .replace(/[^a-zA-Z0-9 -]/g, '')
    .replaceAll(' ', '-')
    .toLowerCase();
}

/** Makes the ids of the headings of one document, with a number after an id that is already taken. */
export class HeadingIds {
  private readonly used = new Map<string, number>();

  constructor(private readonly settings: Settings) {}

  make(text: string): string {
    const source = this.settings.transliterated_header_ids ? transliterate(text) : text;
    const id = basicId(source) || 'section';
    const count = this.used.get(id);
    this.used.set(id, count === undefined ? 0 : count + 1);
    return this.settings.auto_id_prefix + (count === undefined ? id : `${id}-${count + 1}`);
  }
}
