import { Element } from '../element.ts';
import { ENTITY_PATTERN, entityOf } from '../entities.ts';
import { newEntity } from '../span/html-entity.ts';

const ENTITY = new RegExp(ENTITY_PATTERN, 'g');
const QUOTES = new Set(['lsquo', 'rsquo', 'ldquo', 'rdquo']);
const SYMBOLS = new Set(['mdash', 'ndash', 'hellip', 'laquo', 'raquo']);

/** Splits text into text elements and elements for its entities; white space becomes single spaces unless it is kept. */
export function splitEntities(raw: string, keepsBlanks: boolean): Element[] {
  const text = keepsBlanks ? raw : raw.replace(/[ \t\n\v\f\r]+/g, ' ');
  const parts: Element[] = [];
  let from = 0;
  for (const match of text.matchAll(ENTITY)) {
    const [whole, name] = match;
    parts.push(new Element('text', text.slice(from, match.index)));
    from = match.index + whole.length;
    const entity = entityOf(match);
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
