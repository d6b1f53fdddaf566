import type { OutputEntry, TagEntry } from './block-body.ts';
import type { Context } from './context.ts';
import { Drop } from './drop.ts';
import type { Expression } from './expression.ts';
import { Register } from './register.ts';
import { printValue } from './values.ts';
import type { Variable } from './variable.ts';

/*
 * Ruby's strings carry an encoding: the `to_s` of numbers, nil and dates is US-ASCII, the text of a template is UTF-8.
 * Joined pieces have the encoding of the first, unless one contains characters outside of it. kramdown looks at that: in
 * US-ASCII it writes quotes and dashes as entities.
 */

/** The text in US-ASCII that was computed last for a lookup; null if the last one was not. Whoever renders may pass it. */
export const LAST_US_ASCII = new Register<{ text: string | null }>('last text in US-ASCII');

/** Filters whose result is derived from their input and keeps its encoding. */
export const KEEPS_ENCODING: ReadonlySet<string> = new Set([
  ...['append', 'capitalize', 'downcase', 'escape', 'escape_once', 'h', 'inspect', 'lstrip', 'markdownify'],
  ...[
    'newline_to_br',
    'normalize_whitespace',
    'remove',
    'remove_first',
    'replace',
    'replace_first',
    'rstrip',
    'slice',
    'smartify',
  ],
  ...['strip', 'strip_html', 'strip_newlines', 'truncate', 'truncatewords', 'upcase', 'url_encode', 'xml_escape'],
]);

/**
 * Whether a value prints as US-ASCII in Ruby: strings do not, most other values do. An array prints in the encoding of
 * its first item, but in US-ASCII where that is an array too.
 *
 * @example
 * printsUsAscii(null) // true
 * printsUsAscii(['a', 1]) // false
 * printsUsAscii([['a'], 1]) // true
 */
export function printsUsAscii(value: unknown): boolean {
  if (typeof value === 'string') return false;
  if (value instanceof Drop) return value.printsUsAscii;
  if (Array.isArray(value)) return Array.isArray(value[0]) || printsUsAscii(value[0]);
  return value instanceof Map && value.size > 0 ? printsUsAscii([...value.keys()][0]) : true;
}

/** Prints the first piece of a body, and records in `context.startsUsAscii` whether Ruby would have it in US-ASCII. */
export function printFirstPiece(entry: OutputEntry | TagEntry, context: Context): string {
  if (entry.kind === 'output') return printFirstOutput(entry.variable, context);
  context.startsUsAscii = false;
  const value = entry.node.render(context);
  if (typeof value !== 'string') context.startsUsAscii = printsUsAscii(value);
  else if (entry.node.printsBody !== true) context.startsUsAscii = false;
  return printValue(value);
}

function printFirstOutput(variable: Variable, context: Context): string {
  const { value, isUsAscii } = evaluateEncoded(variable, context);
  context.startsUsAscii = isUsAscii;
  return printValue(value);
}

/** A value, and whether Ruby would have its text in US-ASCII. */
interface EncodedValue {
  readonly value: unknown;
  readonly isUsAscii: boolean;
}

/** The value of a variable after its filters, and its encoding. */
export function evaluateEncoded({ expression, filters }: Variable, context: Context): EncodedValue {
  // What an earlier lookup has left there is not this one's.
  const last = context.registerIfGiven(LAST_US_ASCII);
  if (last !== undefined) last.text = null;
  let value = expression.evaluate(context);
  let isUsAscii = isInUsAscii(value, variableName(expression), context);
  for (const filter of filters) {
    value = filter.apply(value, context);
    isUsAscii = typeof value === 'string' ? isUsAscii && filter.keepsEncoding : printsUsAscii(value);
  }
  return { value, isUsAscii };
}

/** @param name the variable of the template that the value is from; null if it is from elsewhere */
export function isInUsAscii(value: unknown, name: string | null, context: Context): boolean {
  if (typeof value !== 'string') return printsUsAscii(value);
  return name === null ? value === context.registerIfGiven(LAST_US_ASCII)?.text : context.holdsUsAscii(name);
}

/** The name of an expression that is a variable and nothing else. */
export function variableName(expression: Expression): string | null {
  const isName = expression.kind === 'lookup' && expression.steps.length === 0 && typeof expression.name === 'string';
  return isName ? expression.name : null;
}

/** Whether a text in US-ASCII can be the result, by what is in the template. */
export function mayBeUsAscii({ expression, filters }: Variable): boolean {
  const last = filters.at(-1);
  return last === undefined ? variableName(expression) !== null : last.keepsEncoding;
}
