import type { SpanRule } from '../dispatch.ts';
import { Element } from '../element.ts';
import type { Parser } from '../parser.ts';

const LINE_BREAK = /(?: {2}|\\\\)(?=\n)/y;

function parseLineBreak(parser: Parser): boolean {
  if (parser.scanner.scan(LINE_BREAK) === null) return false;
  parser.tree.append(new Element('br'));
  return true;
}

/** Two spaces or two backslashes at the end of a line. */
export const lineBreak: SpanRule = { name: 'line_break', starts: ['  ', '\\\\'], parse: parseLineBreak };
