import { readPlainScalar } from './safe-scalar.ts';

/** A character that has no special meaning within a line, whatever surrounds it. */
const PRINTABLE = String.raw`[^\0-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]`;
const LINE = new RegExp(
  String.raw`([A-Za-z_][\w-]*):(?: +(?:"((?:(?!["\\])${PRINTABLE})*)"|'((?:(?!')${PRINTABLE})*)'|` +
    String.raw`\[((?:[A-Za-z0-9][\w.-]*(?: [\w.]+)*)(?:, *[A-Za-z0-9][\w.-]*(?: [\w.]+)*)*)\]|([A-Za-z0-9]${PRINTABLE}*)))? *\n`,
  'y',
);
const ITEM = new RegExp(
  String.raw`( *)- +(?:"((?:(?!["\\])${PRINTABLE})*)"|'((?:(?!')${PRINTABLE})*)'|([A-Za-z0-9]${PRINTABLE}*)) *\n`,
  'y',
);
/** What ends a plain scalar, or begins a comment. */
const NOT_PLAIN = /:(?: |$)| #/;
const LONGEST_KEY = 1000;

/**
 * A fast path for the YAML of most front matter: lines of `key: value`, where the value is plain, quoted, or a list, on
 * one line or below. Undefined for anything else, which the parser then reads; the parser would give the same result.
 */
export function readPlainMapping(text: string): Map<unknown, unknown> | undefined {
  const mapping = new Map<unknown, unknown>();
  let at = text.startsWith('---\n') ? 4 : 0;
  while (at < text.length) {
    LINE.lastIndex = at;
    const match = LINE.exec(text);
    const key = match === null ? null : readKey(match[1] ?? '');
    if (match === null || key === null) return undefined;
    at = LINE.lastIndex;
    const [, , double, single, list, plain] = match;
    if (list !== undefined) mapping.set(key, list.split(/, */).map(readPlainScalar));
    else if (double !== undefined || single !== undefined) mapping.set(key, double ?? single);
    else if (plain !== undefined) {
      if (NOT_PLAIN.test(plain.trimEnd())) return undefined;
      mapping.set(key, readPlainScalar(trimSpaces(plain)));
    } else {
      const below = readItems(text, at);
      if (below === undefined) return undefined;
      mapping.set(key, below.items);
      at = below.end;
    }
  }
  return mapping.size === 0 ? undefined : mapping;
}

const trimSpaces = (text: string): string => text.replace(/ +$/, '');

/** A key's value; null if it is the word for null, or too long for a key. */
function readKey(name: string): unknown {
  return name.length > LONGEST_KEY ? null : readPlainScalar(name);
}

/** The list below a key; null if there is none, undefined if it is more than a list of scalars. */
function readItems(text: string, start: number): { items: unknown[] | null; end: number } | undefined {
  const items: unknown[] = [];
  let end = start;
  let indent: string | undefined;
  for (;;) {
    ITEM.lastIndex = end;
    const match = ITEM.exec(text);
    if (match === null) return { items: items.length === 0 ? null : items, end };
    const [, spaces = '', double, single, plain = ''] = match;
    indent ??= spaces;
    if (spaces !== indent || NOT_PLAIN.test(plain.trimEnd())) return undefined;
    items.push(double ?? single ?? readPlainScalar(trimSpaces(plain)));
    end = ITEM.lastIndex;
  }
}
