import { characterOf, type Entity } from '../entities.ts';

/** The code points below which an entity can be written as a character, by the value of `entity_output`. */
const WRITABLE: ReadonlyMap<string, number> = new Map([
  ['as_char', Number.POSITIVE_INFINITY],
  ['as_latin1', 0x100],
  ['as_ascii', 0x80],
]);
const KEEPS_INPUT = new Set(['as_input', ...WRITABLE.keys()]);
const ESCAPED = new Set(['<', '>', '&', '"']);

/**
 * An entity in the form set by `entity_output`; for a text in ASCII or Latin-1, `as_char` has become `as_ascii` or
 * `as_latin1`.
 */
export function writeEntity(entity: Entity, output: string | undefined, original?: string): string {
  const character = characterOf(entity);
  const isPossible = entity.codePoint < (WRITABLE.get(output ?? '') ?? 0);
  if (isPossible && character !== undefined && (character === '"' || !ESCAPED.has(character))) return character;
  if (output !== undefined && KEEPS_INPUT.has(output) && original !== undefined) return original;
  const isNamed = output === 'symbolic' || ESCAPED.has(character ?? '');
  return isNamed && entity.name !== undefined ? `&${entity.name};` : `&#${entity.codePoint};`;
}
