import { strip } from '../../util/values/ruby-text.ts';
import type { SpanRule } from '../dispatch.ts';
import { Element } from '../element.ts';
import type { Parser } from '../parser.ts';

function parseInlineMath(parser: Parser): boolean {
  const { scanner } = parser;
  const { text, pos } = scanner;
  if (!text.startsWith('$$', pos)) return false;
  const end = scanner.find('$$', pos + 2);
  if (end === -1) return false;
  scanner.pos = end + 2;
  const formula = strip(text.slice(pos + 2, end));
  parser.tree.append(new Element('math', formula, undefined, { category: 'span' }));
  return true;
}

/** `$$formula$$` at span level. */
export const inlineMath: SpanRule = { name: 'inline_math', starts: ['$$'], parse: parseInlineMath };
