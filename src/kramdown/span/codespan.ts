import { isSpace } from '../characters.ts';
import type { SpanRule } from '../dispatch.ts';
import { Element } from '../element.ts';
import type { Parser } from '../parser.ts';

const BACKTICK = 96;

function parseCodespan(parser: Parser): boolean {
  const { scanner } = parser;
  const { text, pos } = scanner;
  let start = pos;
  while (text.charCodeAt(start) === BACKTICK) start++;
  const delimiter = text.slice(pos, start);
  const isSimple = delimiter.length === 1;
  const standsAlone = isSimple && (pos === 0 || isSpace(text.charCodeAt(pos - 1))) && isSpace(text.charCodeAt(start));
  const end = standsAlone ? -1 : scanner.find(delimiter, start);
  if (end === -1) {
    scanner.pos = start;
    parser.addText(delimiter);
    return true;
  }
  let code = text.slice(start, end);
  if (!isSimple) {
    if (code.startsWith(' ')) code = code.slice(1);
    if (code.endsWith(' ')) code = code.slice(0, -1);
  }
  scanner.pos = end + delimiter.length;
  parser.tree.append(new Element('codespan', code));
  return true;
}

/** Code between backticks, `` `code` ``. */
export const codespan: SpanRule = { name: 'codespan', starts: ['`'], parse: parseCodespan };
