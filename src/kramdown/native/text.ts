import { Element } from '../element.ts';
import { type Entity, entityAt, entityNamed } from '../entities.ts';
import { newEntity } from '../span/html-entity.ts';

const ENTITY = /&(?:([\w:][\w.:-]*)|#(\d+)|#x([0-9a-fA-F]+));/g;
const QUOTES = new Set(['lsquo', 'rsquo', 'ldquo', 'rdquo']);
const SYMBOLS = new Set(['mdash', 'ndash', 'hellip', 'laquo', 'raquo']);

function findEntity(name: string | undefined, decimal: string | undefined, hexadecimal: string): Entity | undefined {
  if (name !== undefined) return entityNamed(name);
  return entityAt(decimal === undefined ? Number.parseInt(hexadecimal, 16) : Number(decimal));
}

/** Text and the elements for the entities in it; blanks become single spaces unless they are kept. */
export function splitEntities(raw: string, keepsBlanks: boolean): Element[] {
  const text = keepsBlanks ? raw : raw.replace(/[ \t\n\v\f\r]+/g, ' ');
  const parts: Element[] = [];
  let from = 0;
  for (const match of text.matchAll(ENTITY)) {
    const [whole, name, decimal, hexadecimal = ''] = match;
    parts.push(new Element('text', text.slice(from, match.index)));
    from = match.index + whole.length;
    const entity = findEntity(name, decimal, hexadecimal);
    if (name !== undefined && QUOTES.has(name)) parts.push(new Element('smart_quote', name));
    else if (name !== undefined && SYMBOLS.has(name)) parts.push(new Element('typographic_sym', name));
    else if (entity !== undefined) parts.push(newEntity(entity, whole));
    else {
      parts.push(newEntity({ codePoint: 38, name: 'amp' }));
      from = match.index + 1;
    }
  }
  if (from < text.length) parts.push(new Element('text', text.slice(from)));
  return parts;
}
