import type { Attributes } from '../element.ts';
import { writeAttributes } from './escape.ts';

/** How many spaces each level of elements is indented by. */
export const INDENT = 2;

const spaces: string[] = [];

/** A string of `width` spaces, from a cache. */
export function indentation(width: number): string {
  spaces[width] ??= ' '.repeat(width);
  return spaces[width];
}

/** An element at span level. */
export function writeSpan(name: string, attributes: Attributes | undefined, body: string): string {
  return `<${name}${writeAttributes(attributes)}>${body}</${name}>`;
}

/** An element on a line of its own. */
export function writeLine(name: string, attributes: Attributes | undefined, body: string, indent: number): string {
  return `${indentation(indent)}<${name}${writeAttributes(attributes)}>${body}</${name}>\n`;
}
