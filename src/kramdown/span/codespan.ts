import { isSpace } from '../characters.ts';
import type { SpanRule } from '../dispatch.ts';
import { Element } from '../element.ts';
import type { Parser } from '../parser.ts';
import type { Scanner } from '../scanner.ts';

const BACKTICK = 96;

/** A code span, or a run of backticks that starts none. */
interface Codespan {
  /** Undefined if the backticks are just text. */
  readonly code: string | undefined;
  /** The index after the code span, or after the backticks. */
  readonly end: number;
}

/** Reads the code span that starts at the backtick at `pos`. */
export function readCodespan(scanner: Scanner, pos: number): Codespan {
  const { text } = scanner;
  let start = pos;
  while (text.charCodeAt(start) === BACKTICK) start++;
  const delimiter = text.slice(pos, start);
  const isSimple = delimiter.length === 1;
  const standsAlone = isSimple && (pos === 0 || isSpace(text.charCodeAt(pos - 1))) && isSpace(text.charCodeAt(start));
  const end = standsAlone ? -1 : scanner.find(delimiter, start);
  if (end === -1) return { code: undefined, end: start };
  let code = text.slice(start, end);
  if (!isSimple) {
    if (code.startsWith(' ')) code = code.slice(1);
    if (code.endsWith(' ')) code = code.slice(0, -1);
  }
  return { code, end: end + delimiter.length };
}

function parseCodespan(parser: Parser): boolean {
  const { scanner } = parser;
  const { pos } = scanner;
  const { code, end } = readCodespan(scanner, pos);
  scanner.pos = end;
  if (code === undefined) parser.addWritten(pos, end);
  else parser.tree.append(new Element('codespan', code));
  return true;
}

/** Code between backticks, `` `code` ``. */
export const codespan: SpanRule = { name: 'codespan', starts: ['`'], parse: parseCodespan };
