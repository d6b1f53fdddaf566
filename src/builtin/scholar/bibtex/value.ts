import { compareTexts, inspect } from '../../../plugin/plugin.ts';
import { toInteger } from '../../shared/to-integer.ts';
import type { Names } from './names.ts';

/** The name of a string, as in `month = jan`: Ruby's symbol. */
export class StringName {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

/** A text, or a string's name, whose value the bibliography knows. */
export type ValueToken = string | StringName;

/** Changes a text: one of `bibtex_filters`. */
export type TextFilter = (text: string) => string;

const NUMERIC = /^[ \t\r\n\f\v]*[+-]?\d+[ \t\r\n\f\v]*$/m;

function textOfToken(token: ValueToken): string {
  return typeof token === 'string' ? token : token.name;
}

/** What stands on the right of a field: texts and names of strings, which `#` joins. */
export class Value {
  readonly kind = 'value';
  tokens: readonly ValueToken[];

  constructor(tokens: readonly ValueToken[]) {
    this.tokens = tokens;
  }

  get isAtomic(): boolean {
    return this.tokens.length < 2;
  }

  get hasNames(): boolean {
    return this.tokens.some((token) => typeof token !== 'string');
  }

  get isNumeric(): boolean {
    const [first] = this.tokens;
    return this.isAtomic && first !== undefined && NUMERIC.test(textOfToken(first));
  }

  get integer(): number {
    const [first = ''] = this.tokens;
    return toInteger(textOfToken(first));
  }

  get text(): string {
    if (this.isAtomic) return textOfToken(this.tokens[0] ?? '');
    return this.tokens.map((token) => (typeof token === 'string' ? inspect(token) : token.name)).join(' # ');
  }

  /** As it is written in a file of BibTeX. */
  quoted([open = '', ...others]: readonly string[]): string {
    if (!this.isAtomic || this.hasNames) return this.text;
    return `${open}${this.text}${others.at(-1) ?? open}`;
  }

  /** The same with the strings of these names in place of their names; each in its turn. */
  replaced(strings: Iterable<readonly [string, Value]>): Value {
    if (!this.hasNames) return this;
    let tokens = this.tokens;
    for (const [name, value] of strings) {
      tokens = tokens.flatMap((token) => (typeof token !== 'string' && token.name === name ? value.tokens : [token]));
    }
    return new Value(tokens);
  }

  joined(): Value {
    const tokens: ValueToken[] = [];
    for (const token of this.tokens) {
      const last = tokens.at(-1);
      if (typeof last === 'string' && typeof token === 'string') tokens[tokens.length - 1] = last + token;
      else tokens.push(token);
    }
    return new Value(tokens);
  }

  filtered(filters: readonly TextFilter[]): Value {
    if (filters.length === 0) return this;
    return new Value(this.tokens.map((token) => filters.reduce((text, filter) => filter(text), textOfToken(token))));
  }
}

/** What a field holds: a value, or the people in `author`, `editor` and the like. */
export type FieldValue = Value | Names;

/**
 * Ruby's `<=>` of two values, each as bibtex-ruby compares it; undefined if they cannot be compared.
 */
export function compareValues(left: FieldValue, right: FieldValue): number | undefined {
  if (left.kind === 'names') return left.compareTo(right);
  if (right.kind === 'value' && left.isNumeric && right.isNumeric) return Math.sign(left.integer - right.integer);
  return compareTexts(left.text, right.text);
}
