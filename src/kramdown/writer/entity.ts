import { characterOf, type Entity } from '../entities.ts';

const ESCAPED = new Set(['<', '>', '&', '"']);

/** An entity in the form that the option `entity_output` asks for. */
export function writeEntity(entity: Entity, output: string | undefined, original?: string): string {
  const character = characterOf(entity);
  if (output === 'as_char' && character !== undefined && (character === '"' || !ESCAPED.has(character))) {
    return character;
  }
  if ((output === 'as_input' || output === 'as_char') && original !== undefined) return original;
  const isNamed = output === 'symbolic' || ESCAPED.has(character ?? '');
  return isNamed && entity.name !== undefined ? `&${entity.name};` : `&#${entity.codePoint};`;
}
