import type { OutputEntry, TagEntry } from './block-body.ts';
import type { Context } from './context.ts';
import { printValue } from './values.ts';
import type { Variable } from './variable.ts';

/*
 * Ruby's texts know their encoding: what `to_s` makes of numbers, nil or dates is US-ASCII, text of a template is UTF-8. Joined
 * pieces have the encoding of the first, unless one has characters beyond it. kramdown looks at that: it writes quotes and
 * dashes as entities where its text is US-ASCII.
 */

/** Filters whose result is text made of their input, in its encoding. */
const KEEPING: ReadonlySet<string> = new Set([
  ...['append', 'capitalize', 'downcase', 'escape', 'escape_once', 'h', 'inspect', 'lstrip', 'newline_to_br'],
  ...['normalize_whitespace', 'remove', 'remove_first', 'replace', 'replace_first', 'rstrip', 'slice', 'strip'],
  ...['strip_html', 'strip_newlines', 'truncate', 'truncatewords', 'upcase', 'url_encode', 'xml_escape'],
]);

/**
 * Whether a value prints as US-ASCII in Ruby: what is no text does, an array as its first item, unless that is an array, too.
 *
 * @example
 * printsUsAscii(null) // true
 * printsUsAscii(['a', 1]) // false
 * printsUsAscii([['a'], 1]) // true
 */
export function printsUsAscii(value: unknown): boolean {
  if (typeof value === 'string') return false;
  if (Array.isArray(value)) return Array.isArray(value[0]) || printsUsAscii(value[0]);
  return value instanceof Map && value.size > 0 ? printsUsAscii([...value.keys()][0]) : true;
}

/** Prints the first piece of a body, and leaves in the context whether the body begins in US-ASCII with it. */
export function printFirstPiece(entry: OutputEntry | TagEntry, context: Context): string {
  if (entry.kind === 'output') return printFirstOutput(entry.variable, context);
  context.startsUsAscii = false;
  const value = entry.node.render(context);
  if (typeof value !== 'string') context.startsUsAscii = printsUsAscii(value);
  else if (entry.node.printsBody !== true) context.startsUsAscii = false;
  return printValue(value);
}

function printFirstOutput({ expression, filters }: Variable, context: Context): string {
  let value = expression.evaluate(context);
  let isUsAscii = printsUsAscii(value);
  for (const filter of filters) {
    value = filter.apply(value, context);
    isUsAscii = typeof value === 'string' ? isUsAscii && KEEPING.has(filter.name) : printsUsAscii(value);
  }
  context.startsUsAscii = isUsAscii;
  return printValue(value);
}
