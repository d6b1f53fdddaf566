import type { SpanRule } from '../dispatch.ts';
import type { Parser } from '../parser.ts';

const ESCAPABLE = '\\.*_+`<>()[]{}#!:|"\'$=-';

function parseEscaped(parser: Parser, escapable: string): boolean {
  const { scanner } = parser;
  const character = scanner.text[scanner.pos + 1];
  if (character === undefined || !escapable.includes(character)) return false;
  scanner.pos += 2;
  parser.addText(character);
  return true;
}

/** `\*`. */
export const escapedCharacters: SpanRule = {
  name: 'escaped_chars',
  starts: ['\\'],
  parse: (parser) => parseEscaped(parser, ESCAPABLE),
};

/** GFM adds the tilde of its strike-through. */
export const escapedCharactersGfm: SpanRule = {
  name: 'escaped_chars_gfm',
  starts: ['\\'],
  parse: (parser) => parseEscaped(parser, `${ESCAPABLE}~`),
};

const ESCAPED = /\\([\\.*_+`<>()[\]{}#!:|"'$=-])/g;

/** The text with backslash escapes resolved, as for the `alt` of an image. */
export function removeEscapes(text: string): string {
  return text.includes('\\') ? text.replace(ESCAPED, '$1') : text;
}
