import { blankLineEnd } from '../characters.ts';
import type { BlockRule } from '../dispatch.ts';
import type { Parser } from '../parser.ts';
import { isEndOfBlock } from './boundary.ts';

function parseEndOfBlock(parser: Parser): boolean {
  const { scanner } = parser;
  if (!isEndOfBlock(scanner.text, scanner.pos)) return false;
  scanner.pos = blankLineEnd(scanner.text, scanner.pos + 1);
  parser.tree.append(parser.newBlock('eob'));
  return true;
}

/** A line of `^`, which ends a list or a quote. */
export const endOfBlock: BlockRule = { name: 'eob_marker', first: '^', parse: parseEndOfBlock };
