import { digest } from '../digest.ts';
import { inspect } from '../values/inspect.ts';

/** From this length on, the digest of a list or hash stands for its text. */
const LONG = 1000;

/**
 * A text that is the same for equal values, and another one for values that templates can tell apart. Unlike that of `inspect`, its length
 * does not grow with how often the aliases of a YAML file repeat a list: ten lines of YAML can stand for thousands of millions of items.
 *
 * @example
 * fingerprintOf(dataNow) === fingerprintOf(dataBefore)
 */
export function fingerprintOf(value: unknown): string {
  return textOf(value, new Map());
}

/** @param known the texts of the lists and hashes that have been met */
function textOf(value: unknown, known: Map<object, string>): string {
  const isList = Array.isArray(value);
  if (!isList && !(value instanceof Map)) return inspect(value);
  const before = known.get(value);
  if (before !== undefined) return before;
  // Aliases can make a list contain itself.
  known.set(value, '...');
  const text = isList ? listText(value, known) : hashText(value, known);
  const short = text.length < LONG ? text : `<${digest(text)}>`;
  known.set(value, short);
  return short;
}

function listText(list: readonly unknown[], known: Map<object, string>): string {
  return `[${list.map((item) => textOf(item, known)).join(', ')}]`;
}

function hashText(hash: ReadonlyMap<unknown, unknown>, known: Map<object, string>): string {
  const pairs: string[] = [];
  for (const [key, item] of hash) pairs.push(`${textOf(key, known)}=>${textOf(item, known)}`);
  return `{${pairs.join(', ')}}`;
}
