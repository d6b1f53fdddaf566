import { dig, equals, toText, UttersonError } from '../../plugin/plugin.ts';

/** Computes something from a record. */
export type RecordExpression = (record: unknown) => unknown;

const FIELD = /record((?:\[(?:"[^"]*"|'[^']*')\])+)(?:\.to_s)?/y;
const KEY = /\[["']([^"']*)["']\]/g;
const TEXT = /"([^"\\#]*)"|'([^'\\]*)'/y;
const WORD = /(?:true|false|nil|-?\d+)\b/y;
const OPERATOR = /[ \t]*(\+|==|!=)[ \t]*/y;
const WORDS: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ['true', true],
  ['false', false],
  ['nil', null],
]);

/**
 * What Ruby's expressions in the settings are mostly made of, read and not run: fields of the record, texts and numbers, added
 * or compared with `==` and `!=`.
 *
 * @throws UttersonError for anything else
 * @example
 * readExpression(`record['first'] + "_" + record['last']`, 'name_expr')
 */
export function readExpression(source: string, setting: string): RecordExpression {
  const fail = (): UttersonError =>
    new UttersonError('UnsupportedExpression', `page_gen: ${setting} is Ruby, which does not run here: ${source}`, {
      hint: `Understood are expressions such as record['first'] + "_" + record['last'] and record['year'] == 2024.`,
    });
  let at = 0;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const match = pattern.exec(source);
    if (match !== null) at = pattern.lastIndex;
    return match;
  };
  const takeOperand = (): RecordExpression => {
    const field = take(FIELD);
    if (field !== null) {
      const keys = [...(field[1] ?? '').matchAll(KEY)].map(([, key]) => key ?? '');
      return field[0].endsWith('.to_s')
        ? (record) => toText(dig(record, ...keys))
        : (record) => dig(record, ...keys) ?? null;
    }
    const text = take(TEXT);
    if (text !== null) return () => text[1] ?? text[2];
    const [word] = take(WORD) ?? [];
    if (word === undefined) throw fail();
    const value = WORDS.has(word) ? WORDS.get(word) : Number(word);
    return () => value;
  };
  take(/[ \t]*/y);
  let expression = takeOperand();
  for (let match = take(OPERATOR); match !== null; match = take(OPERATOR)) {
    const [left, right, operator] = [expression, takeOperand(), match[1]];
    if (operator === '+') expression = (record) => join(left(record), right(record), fail);
    else expression = (record) => equals(left(record), right(record)) === (operator === '==');
  }
  if (source.slice(at).trim() !== '') throw fail();
  return expression;
}

function join(left: unknown, right: unknown, fail: () => UttersonError): string {
  if (typeof left !== 'string' || typeof right !== 'string') throw fail();
  return left + right;
}
