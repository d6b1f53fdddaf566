import { characterOf, type Entity } from '../entities.ts';

const KEEPING_INPUT = new Set(['as_input', 'as_char', 'as_ascii']);
const ESCAPED = new Set(['<', '>', '&', '"']);

/** An entity in the form that the option `entity_output` asks for; `as_ascii` is what `as_char` becomes in US-ASCII. */
export function writeEntity(entity: Entity, output: string | undefined, original?: string): string {
  const character = characterOf(entity);
  const isPossible = output === 'as_char' || (output === 'as_ascii' && entity.codePoint < 128);
  if (isPossible && character !== undefined && (character === '"' || !ESCAPED.has(character))) return character;
  if (output !== undefined && KEEPING_INPUT.has(output) && original !== undefined) return original;
  const isNamed = output === 'symbolic' || ESCAPED.has(character ?? '');
  return isNamed && entity.name !== undefined ? `&${entity.name};` : `&#${entity.codePoint};`;
}
