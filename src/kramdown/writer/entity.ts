import { characterOf, type Entity } from '../entities.ts';

/** Below which code point an entity can be written as its character. */
const WRITABLE: ReadonlyMap<string, number> = new Map([
  ['as_char', Number.POSITIVE_INFINITY],
  ['as_latin1', 0x100],
  ['as_ascii', 0x80],
]);
const KEEPING_INPUT = new Set(['as_input', ...WRITABLE.keys()]);
const ESCAPED = new Set(['<', '>', '&', '"']);

/** An entity in the form that the option `entity_output` asks for; `as_char` becomes `as_ascii` or `as_latin1` in texts of these encodings. */
export function writeEntity(entity: Entity, output: string | undefined, original?: string): string {
  const character = characterOf(entity);
  const isPossible = entity.codePoint < (WRITABLE.get(output ?? '') ?? 0);
  if (isPossible && character !== undefined && (character === '"' || !ESCAPED.has(character))) return character;
  if (output !== undefined && KEEPING_INPUT.has(output) && original !== undefined) return original;
  const isNamed = output === 'symbolic' || ESCAPED.has(character ?? '');
  return isNamed && entity.name !== undefined ? `&${entity.name};` : `&#${entity.codePoint};`;
}
