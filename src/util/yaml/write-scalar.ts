import { scalarStyle } from './scalar-style.ts';

/** libyaml breaks a line at the first single space beyond this column. */
const WIDEST = 80;

const ESCAPES: Readonly<Record<string, string>> = {
  '\0': '\\0',
  '\x07': '\\a',
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\v': '\\v',
  '\f': '\\f',
  '\r': '\\r',
  '\x1b': '\\e',
  '"': '\\"',
  '\\': '\\\\',
  '\x85': '\\N',
  '\u2028': '\\L',
  '\u2029': '\\P',
};

/** Where a scalar is written: the column it starts in, the indentation of its further lines, and whether it is a key. */
interface ScalarPlace {
  readonly column: number;
  readonly indent: number;
  readonly isKey: boolean;
}

/** A string as Psych writes it: quoted only where necessary, and broken into lines where it is long. */
export function writeScalar(text: string, place: ScalarPlace): string {
  // Without the tag, it would be a merge key.
  if (text === '<<') return "!!str '<<'";
  switch (scalarStyle(text, place.isKey)) {
    case 'plain':
      return fold([...text], place, '');
    case 'single':
      return `'${fold(singleQuoted(text, place), place, "'")}'`;
    case 'double':
      return `"${fold([...text].map(escapeCharacter), place, '"')}"`;
    case 'literal':
      return literal(text, place);
  }
}

/** The characters of a single-quoted scalar as they are written: a line break is doubled. */
function singleQuoted(text: string, { indent }: ScalarPlace): string[] {
  const breaks = (run: string): string[] => [`${run}\n${' '.repeat(indent)}`];
  return (text.match(/\n+|[^\n]/gu) ?? []).flatMap((part) => {
    if (part.startsWith('\n')) return breaks(part);
    return part === "'" ? "''" : part;
  });
}

function escapeCharacter(character: string): string {
  const known = ESCAPES[character];
  if (known !== undefined) return known;
  if (/[\x20-\x7e\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd]/.test(character) && character.length === 1) return character;
  const code = character.codePointAt(0) ?? 0;
  const hex = (width: number): string => code.toString(16).toUpperCase().padStart(width, '0');
  if (code <= 0xff) return `\\x${hex(2)}`;
  return code <= 0xffff ? `\\u${hex(4)}` : `\\U${hex(8)}`;
}

/**
 * Breaks lines at single spaces beyond the widest column, but not next to another space or at the ends of a quoted
 * string.
 */
function fold(parts: readonly string[], { column, indent, isKey }: ScalarPlace, quote: string): string {
  if (isKey) return parts.join('');
  let at = column + quote.length;
  let written = '';
  parts.forEach((part, index) => {
    const isInside = quote === '' || (index > 0 && index < parts.length - 1);
    const isBreakable = part === ' ' && at > WIDEST && isInside && parts[index - 1] !== ' ';
    const next = parts[index + 1];
    if (isBreakable && (quote === '"' || next !== ' ')) {
      const kept = quote === '"' && next === ' ' ? '\\' : '';
      written += `\n${' '.repeat(indent)}${kept}`;
      at = indent + kept.length;
      return;
    }
    written += part;
    at = part.includes('\n') ? indent : at + [...part].length;
  });
  return written;
}

/** A literal block scalar, with the indicators that preserve leading spaces and the number of line breaks at the end. */
function literal(text: string, { indent }: ScalarPlace): string {
  const indentation = /^[ \n]/.test(text) ? '2' : '';
  const chomping = text.endsWith('\n') ? (/\n\n$/.test(text) ? '+' : '') : '-';
  const lines = text.replace(/\n$/, '').split('\n');
  const body = lines.map((line) => (line === '' ? '' : ' '.repeat(indent) + line)).join('\n');
  return `|${indentation}${chomping}\n${body}`;
}
