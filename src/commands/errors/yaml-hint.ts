import type { SourceLocation } from '../../errors.ts';

/** How the YAML reader ends a message: with the place where the construct begins that it could not read. */
const YAML_PLACE = / at line (\d+) column (\d+)$/;

/** Problems that are noticed long after what has to be fixed: an open quote or bracket, a line without a colon. */
const NOTICED_LATE = /end of stream|document indicator|expected ',' or|expected ':'/;

/** A YAML error's message without the place at its end. */
export const withoutYamlPlace = (message: string): string => message.replace(YAML_PLACE, '');

/**
 * Where to fix a YAML error.
 *
 * @param message as the YAML reader words it
 * @param noticed where the problem was noticed
 * @example
 * yamlPlace("did not find expected ',' or ']' while parsing a flow sequence at line 1 column 8", { line: 2, column: 4 }) // { line: 1, column: 8 }
 */
export function yamlPlace(message: string, noticed: SourceLocation): SourceLocation {
  const [, line, column] = YAML_PLACE.exec(message) ?? [];
  const isKnown = noticed.line !== undefined && !(/ while /.test(message) && NOTICED_LATE.test(message));
  return isKnown || line === undefined ? noticed : { ...noticed, line: Number(line), column: Number(column) };
}

const SAME_COLUMN = 'Keys that belong together begin in the same column, and are indented by spaces.';
const KEY_AND_VALUE = 'Each line is `key: value`, with a space after the colon.';

/**
 * What the author of a YAML file can do about an error in it; the reader's own words are those of Ruby's Psych.
 *
 * @param place where to fix it, with the text of the file
 * @example
 * yamlHint('mapping values are not allowed in this context', { line: 1, column: 11, source: 'title: Foo: bar' })
 * // 'Put a value that contains a colon in quotes: title: "Foo: bar"'
 */
export function yamlHint(message: string, { line = 0, column = 1, source = '' }: SourceLocation): string | undefined {
  const text = source.split(/\r?\n/)[line - 1] ?? '';
  if (text.slice(0, column).includes('\t') && /cannot start any token|violates indentation/.test(message)) {
    return 'YAML allows no tabs for indentation. Use spaces.';
  }
  if (message.includes('cannot start any token')) return `Put a value that begins with ${text[column - 1]} in quotes.`;
  if (message.includes('mapping values are not allowed')) return hintForColon(text) ?? SAME_COLUMN;
  if (message.includes('did not find expected key'))
    return hintForQuotes(text) ?? hintForEnd(text.slice(0, column - 1)) ?? SAME_COLUMN;
  if (/expected '-' indicator|entries are not allowed/.test(message)) return SAME_COLUMN;
  return PROBLEMS.find(([problem]) => problem.test(message))?.[1];
}

const PROBLEMS: readonly (readonly [problem: RegExp, hint: string])[] = [
  [/scanning a quoted scalar/, 'The quote that begins here is not closed.'],
  [
    /expected ',' or|parsing a flow node/,
    'A list in [ ] or a mapping in { } begins here and is not closed, or lacks a comma. Put a value that is only text in quotes.',
  ],
  [/expected ':'/, KEY_AND_VALUE],
  [/unknown escape|hexdecimal/, 'In double quotes a backslash begins an escape sequence. Use single quotes.'],
  [/scanning an? (?:alias|anchor)/, 'Put a value that begins with * or & in quotes.'],
];

/** A key, its colon, and its value. */
const PAIR = /^\s*(?:- +)*([^\s:#'"-][^:]*):\s+(\S.*)$/;

function hintForColon(text: string): string | undefined {
  const [, key = '', value = ''] = PAIR.exec(text.trimEnd()) ?? [];
  return /:(?:\s|$)/.test(value) ? `Put a value that contains a colon in quotes: ${key}: ${quote(value)}` : undefined;
}

/** For text after a closing quote, as in `"Foo" bar` and `'It's'`. */
function hintForQuotes(text: string): string | undefined {
  const [, key = '', value = ''] = PAIR.exec(text.trimEnd()) ?? [];
  if (!/^(?:"[^"\\]*"|'[^']*')[^\s,#]|^(?:"[^"\\]*"|'[^']*')\s+[^\s#]/.test(value)) return undefined;
  const inner = /^(['"])(.*)\1$/.exec(value)?.[2] ?? value;
  return `The value goes on after its closing quote. Put all of it in quotes: ${key}: ${quote(inner)}`;
}

/** For a quote within a text of several lines, which ends it. */
function hintForEnd(before: string): string | undefined {
  const end = before.trimEnd().at(-1);
  if (end === "'") return "The quote before this ends the value. Within single quotes, write it twice: ''.";
  return end === '"' ? 'The quote before this ends the value. Within double quotes, write it as \\".' : undefined;
}

function quote(value: string): string {
  return /["\\]/.test(value) ? `'${value.replaceAll("'", "''")}'` : `"${value}"`;
}
