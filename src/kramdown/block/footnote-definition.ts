import type { BlockRule } from '../dispatch.ts';
import { Element } from '../element.ts';
import type { Parser } from '../parser.ts';
import { skipIndent } from './boundary.ts';
import { findCodeEnd, unindent } from './codeblock.ts';

const START = /\[\^([0-9A-Za-z_][\w-]*)\]:/y;

function parseFootnoteDefinition(parser: Parser): boolean {
  const { scanner } = parser;
  const { text, pos } = scanner;
  START.lastIndex = skipIndent(text, pos);
  const match = START.exec(text);
  if (match === null) return false;
  const contentStart = START.lastIndex;
  const firstEnd = text.indexOf('\n', contentStart) + 1;
  if (firstEnd === 0) return false;
  const name = match[1] ?? '';
  const end = findCodeEnd(scanner, firstEnd, true);
  const { line } = scanner;
  scanner.pos = end;
  const content = new Element('footnote_def', '', line);
  parser.parseBlocks(content, unindent(text.slice(contentStart, end)));
  if (parser.footnotes.has(name)) {
    parser.warn(() => `Duplicate footnote name '${name}' on line ${line} - overwriting`);
  }
  const element = parser.newBlock('eob', 'footnote_def');
  parser.tree.append(element);
  parser.footnotes.set(name, { content, element, isReferenced: false });
  return true;
}

/** `[^name]: text` */
export const footnoteDefinition: BlockRule = {
  name: 'footnote_definition',
  first: '[',
  parse: parseFootnoteDefinition,
};
