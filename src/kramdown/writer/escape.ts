import type { Attributes } from '../element.ts';

const ESCAPES: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;' };

const SPECIAL = /[<>&]/;
const SPECIAL_IN_ATTRIBUTE = /[<>&"]/;
const REFERENCE = '&(?:[\\w:][\\-\\w.:]*|#\\d+|#x[0-9a-fA-F]+);';
const ALL_BUT_REFERENCES = new RegExp(`${REFERENCE}|[<>&]`, 'g');
const ALL_IN_ATTRIBUTE = new RegExp(`${REFERENCE}|[<>&"]`, 'g');

const escapeMatch = (match: string): string => ESCAPES[match] ?? match;

/** Escapes `<`, `>` and any `&` that starts no entity. */
export function escapeText(text: string): string {
  return SPECIAL.test(text) ? text.replace(ALL_BUT_REFERENCES, escapeMatch) : text;
}

/** The same, and double quotes. */
function escapeAttribute(text: string): string {
  return SPECIAL_IN_ATTRIBUTE.test(text) ? text.replace(ALL_IN_ATTRIBUTE, escapeMatch) : text;
}

/** Attributes as written in a tag, each preceded by a space; an empty id is left out. */
export function writeAttributes(attributes: Attributes | undefined): string {
  if (attributes === undefined) return '';
  let written = '';
  for (const [name, value] of attributes) {
    if (value === null || (name === 'id' && value.trim() === '')) continue;
    written += ` ${name}="${escapeAttribute(value)}"`;
  }
  return written;
}
