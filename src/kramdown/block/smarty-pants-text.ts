import { ANY, type BlockRule } from '../dispatch.ts';
import type { Parser } from '../parser.ts';

function parseText(parser: Parser): boolean {
  const { scanner } = parser;
  const { text, pos } = scanner;
  scanner.pos = scanner.lineEnd();
  parser.addText(text.slice(pos, scanner.pos));
  return true;
}

/** A line of text: SmartyPants knows no blocks other than HTML. */
export const smartyPantsText: BlockRule = { name: 'content', first: ANY, parse: parseText };
