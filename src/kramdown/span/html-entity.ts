import type { SpanRule } from '../dispatch.ts';
import { Element } from '../element.ts';
import { ENTITY_PATTERN, type Entity, entityNamed, entityOf } from '../entities.ts';
import type { Parser } from '../parser.ts';

const ENTITY = new RegExp(ENTITY_PATTERN, 'y');

function parseHtmlEntity(parser: Parser): boolean {
  const { scanner, tree } = parser;
  const match = scanner.scan(ENTITY);
  if (match === null) return false;
  const entity = entityOf(match);
  if (entity !== undefined) {
    tree.append(newEntity(entity, match[0]));
    return true;
  }
  const ampersand = entityNamed('amp');
  if (ampersand !== undefined) tree.append(newEntity(ampersand));
  parser.addText(match[0].slice(1));
  return true;
}

/** An element for an entity; `original` is how it was written, for `entity_output: as_input`. */
export function newEntity(entity: Entity, original?: string): Element {
  return new Element('entity', '', undefined, original === undefined ? { entity } : { entity, original });
}

/** `&nbsp;`, `&#160;`, `&#xa0;`. */
export const htmlEntity: SpanRule = { name: 'html_entity', starts: ['&'], parse: parseHtmlEntity };
