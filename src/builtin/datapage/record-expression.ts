import { dig, equals, isTruthy, toText, UttersonError } from '../../plugin/plugin.ts';

/** Computes something from a record. */
export type RecordExpression = (record: unknown) => unknown;

const FIELD = /record((?:\[(?:"[^"]*"|'[^']*')\])+)(?:\.to_s)?/y;
const KEY = /\[["']([^"']*)["']\]/g;
const TEXT = /"([^"\\#]*)"|'([^'\\]*)'/y;
const WORD = /(?:true|false|nil|-?\d+)\b/y;
const WORDS: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ['true', true],
  ['false', false],
  ['nil', null],
]);

/**
 * What Ruby's expressions in the settings are mostly made of, read and not run: fields of the record, texts and numbers, added,
 * compared with `==` and `!=`, and joined by `!`, `&&` and `||`.
 *
 * @throws UttersonError for anything else
 * @example
 * readExpression(`record['first'] + "_" + record['last']`, 'name_expr')
 */
export function readExpression(source: string, setting: string): RecordExpression {
  return new ExpressionReader(source, setting).readAll();
}

class ExpressionReader {
  readonly #source: string;
  readonly #setting: string;
  #at = 0;

  constructor(source: string, setting: string) {
    this.#source = source;
    this.#setting = setting;
  }

  readAll(): RecordExpression {
    const expression = this.#readOr();
    this.#take(/\s*/y);
    if (this.#at < this.#source.length) throw this.#failure();
    return expression;
  }

  #readOr(): RecordExpression {
    const left = this.#readAnd();
    if (!this.#takes(/[ \t]*\|\|/y)) return left;
    const right = this.#readOr();
    return (record) => {
      const value = left(record);
      return isTruthy(value) ? value : right(record);
    };
  }

  #readAnd(): RecordExpression {
    const left = this.#readComparison();
    if (!this.#takes(/[ \t]*&&/y)) return left;
    const right = this.#readAnd();
    return (record) => {
      const value = left(record);
      return isTruthy(value) ? right(record) : value;
    };
  }

  #readComparison(): RecordExpression {
    const left = this.#readSum();
    const [, operator] = this.#take(/[ \t]*(==|!=)/y) ?? [];
    if (operator === undefined) return left;
    const right = this.#readSum();
    return (record) => equals(left(record), right(record)) === (operator === '==');
  }

  #readSum(): RecordExpression {
    let sum = this.#readOperand();
    while (this.#takes(/[ \t]*\+/y)) {
      const [left, right] = [sum, this.#readOperand()];
      sum = (record) => this.#join(left(record), right(record));
    }
    return sum;
  }

  #readOperand(): RecordExpression {
    this.#take(/[ \t]*/y);
    if (this.#takes(/!(?!=)/y)) {
      const negated = this.#readOperand();
      return (record) => !isTruthy(negated(record));
    }
    if (this.#takes(/\(/y)) {
      const inner = this.#readOr();
      if (!this.#takes(/[ \t]*\)/y)) throw this.#failure();
      return inner;
    }
    return this.#readField() ?? this.#readValue();
  }

  #readField(): RecordExpression | undefined {
    const field = this.#take(FIELD);
    if (field === null) return undefined;
    const keys = [...(field[1] ?? '').matchAll(KEY)].map(([, key]) => key ?? '');
    return field[0].endsWith('.to_s')
      ? (record) => toText(dig(record, ...keys))
      : (record) => dig(record, ...keys) ?? null;
  }

  #readValue(): RecordExpression {
    const text = this.#take(TEXT);
    if (text !== null) return () => text[1] ?? text[2];
    const [word] = this.#take(WORD) ?? [];
    if (word === undefined) throw this.#failure();
    const value = WORDS.has(word) ? WORDS.get(word) : Number(word);
    return () => value;
  }

  #join(left: unknown, right: unknown): string {
    if (typeof left !== 'string' || typeof right !== 'string') throw this.#failure();
    return left + right;
  }

  #take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#source);
    if (match !== null) this.#at = pattern.lastIndex;
    return match;
  }

  #takes(pattern: RegExp): boolean {
    return this.#take(pattern) !== null;
  }

  #failure(): UttersonError {
    const message = `page_gen: ${this.#setting} is Ruby, which does not run here: ${this.#source}`;
    return new UttersonError('UnsupportedExpression', message, {
      hint: `Understood are expressions such as record['first'] + "_" + record['last'] and record['year'] == 2024 && !record['draft'].`,
    });
  }
}
