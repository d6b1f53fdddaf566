import { compare, equals, Float, isNil, isTruthy, toText, UttersonError } from '../../../plugin/plugin.ts';
import { rubyPattern } from '../../ruby-pattern.ts';
import { CALLS } from './calls.ts';

/** The value of a name in a condition; undefined or null is nil. */
export type LookUp = (name: string) => unknown;
type Expression = (lookUp: LookUp) => unknown;

const SPACE = /[ \t\r\n]*/y;
const NAME = /[a-z_]\w*/y;
const NUMBER = /-?\d+(?:\.\d+)?(?![\w.])/y;
const TEXT = /"((?:[^"\\#]|\\["\\]|#(?!\{))*)"|'((?:[^'\\]|\\['\\])*)'/y;
const PATTERN = /\/((?:[^/\\#]|\\.|#(?!\{))*)\/([im]*)(?!\w)/y;
const METHOD = /(&?\.)([a-z_]+[?]?)/y;
const WORD_OPERATOR = /(and|or)\b/y;
const EQUALITY = /==|!=|=~|!~/y;
const RELATION = /<=|>=|<(?!<)|>(?!>)/y;
/** Words of Ruby that are no names of values. */
const KEYWORDS: ReadonlySet<string> = new Set(
  (
    'alias begin BEGIN break case class def defined do else elsif end ensure for if in module next redo rescue retry return self super ' +
    'then undef unless until when while yield and or not'
  ).split(' '),
);
const WORDS: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ['true', true],
  ['false', false],
  ['nil', null],
]);

/**
 * Reads a condition in Ruby, without running any: names, texts, numbers and patterns, compared, joined with `and`, `or`, `not`,
 * `&&`, `||` and `!`, and a few methods.
 *
 * @throws UttersonError for anything else
 * @example
 * readCondition("role == 'pi' and !gone")((name) => member.get(name))
 */
export function readCondition(source: string): (lookUp: LookUp) => boolean {
  const expression = new ConditionReader(source).read();
  return (lookUp) => isTruthy(expression(lookUp));
}

class ConditionReader {
  readonly #source: string;
  #at = 0;

  constructor(source: string) {
    this.#source = source;
  }

  read(): Expression {
    // Nothing at all is nil.
    if (this.#source.trim() === '') return () => null;
    const expression = this.#readJoined();
    this.#take(SPACE);
    if (this.#at < this.#source.length) throw this.#fail();
    return expression;
  }

  #fail(): UttersonError {
    return new UttersonError(
      'UnsupportedExpression',
      `data_filter: this is Ruby, which does not run here: ${this.#source}`,
      {
        hint: `Understood are conditions such as role == 'pi', !group, year >= 2020 and title =~ /^The/i, joined with and, or, not and parentheses.`,
      },
    );
  }

  #take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#source);
    if (match !== null) this.#at = pattern.lastIndex;
    return match;
  }

  #takeAfterSpace(pattern: RegExp): RegExpExecArray | null {
    const start = this.#at;
    this.#take(SPACE);
    const match = this.#take(pattern);
    if (match === null) this.#at = start;
    return match;
  }

  /** `and` and `or` have the same rank in Ruby, below all other operators. */
  #readJoined(): Expression {
    let left = this.#readNot();
    for (let match = this.#takeAfterSpace(WORD_OPERATOR); match; match = this.#takeAfterSpace(WORD_OPERATOR)) {
      left = (match[1] === 'and' ? both : either)(left, this.#readNot());
    }
    return left;
  }

  #readNot(): Expression {
    if (this.#takeAfterSpace(/not\b/y) === null) return this.#readEither();
    const operand = this.#readNot();
    return (lookUp) => !isTruthy(operand(lookUp));
  }

  #readEither(): Expression {
    let left = this.#readBoth();
    while (this.#takeAfterSpace(/\|\|/y)) left = either(left, this.#readBoth());
    return left;
  }

  #readBoth(): Expression {
    let left = this.#readEquality();
    while (this.#takeAfterSpace(/&&/y)) left = both(left, this.#readEquality());
    return left;
  }

  #readEquality(): Expression {
    const left = this.#readRelation();
    const operator = this.#takeAfterSpace(EQUALITY)?.[0];
    if (operator === undefined) return left;
    const right = this.#readRelation();
    const holds = operator.includes('~') ? matches : equals;
    const isNegated = operator.startsWith('!');
    return (lookUp) => holds(left(lookUp), right(lookUp)) !== isNegated;
  }

  #readRelation(): Expression {
    const left = this.#readUnary();
    const operator = this.#takeAfterSpace(RELATION)?.[0];
    if (operator === undefined) return left;
    const right = this.#readUnary();
    return (lookUp) => isInOrder(left(lookUp), operator, right(lookUp));
  }

  #readUnary(): Expression {
    if (this.#takeAfterSpace(/!(?![=~])/y) === null) return this.#readCalls();
    const operand = this.#readUnary();
    return (lookUp) => !isTruthy(operand(lookUp));
  }

  #readCalls(): Expression {
    let value = this.#readOperand();
    for (let match = this.#take(METHOD); match; match = this.#take(METHOD)) {
      const [, dot, name = ''] = match;
      const call = CALLS.get(name);
      if (call === undefined) throw this.#fail();
      const receiver = value;
      const argument = call.takesText ? this.#readArgument() : undefined;
      value = (lookUp) => {
        const on = receiver(lookUp);
        return dot === '&.' && isNil(on) ? null : call.run(on, argument?.(lookUp));
      };
    }
    return value;
  }

  #readArgument(): Expression {
    if (this.#take(/\(/y) === null) throw this.#fail();
    const argument = this.#readJoined();
    if (this.#takeAfterSpace(/\)/y) === null) throw this.#fail();
    return argument;
  }

  #readOperand(): Expression {
    this.#take(SPACE);
    if (this.#source[this.#at] === '(') return this.#readArgument();
    const literal = this.#readLiteral();
    if (literal !== undefined) return () => literal;
    const name = this.#take(NAME)?.[0];
    if (name === undefined || KEYWORDS.has(name)) throw this.#fail();
    if (WORDS.has(name)) return () => WORDS.get(name);
    if (name !== 'item') return (lookUp) => lookUp(name);
    const [, double, single] = this.#take(/\[\s*(?:"([^"\\#]*)"|'([^'\\]*)')\s*\]/y) ?? [];
    const key = double ?? single;
    if (key === undefined) throw this.#fail();
    return (lookUp) => lookUp(`item ${key}`);
  }

  #readLiteral(): unknown {
    const number = this.#take(NUMBER)?.[0];
    if (number !== undefined) return number.includes('.') ? new Float(Number(number)) : Number(number);
    const text = this.#take(TEXT);
    if (text !== null) return (text[1] ?? text[2] ?? '').replace(/\\(["'\\])/g, '$1');
    const [, pattern, options = ''] = this.#take(PATTERN) ?? [];
    if (pattern === undefined) return undefined;
    return rubyPattern((options === '' ? '' : `(?${options})`) + pattern.replaceAll('\\/', '/'));
  }
}

const both =
  (left: Expression, right: Expression): Expression =>
  (lookUp) => {
    const value = left(lookUp);
    return isTruthy(value) ? right(lookUp) : value;
  };

const either =
  (left: Expression, right: Expression): Expression =>
  (lookUp) => {
    const value = left(lookUp);
    return isTruthy(value) ? value : right(lookUp);
  };

/** Ruby's `=~`, which is nil for what is no text. */
function matches(left: unknown, right: unknown): boolean {
  const [pattern, text] = left instanceof RegExp ? [left, right] : [right, left];
  return pattern instanceof RegExp && typeof text === 'string' && text.search(pattern) !== -1;
}

function isInOrder(left: unknown, operator: string, right: unknown): boolean {
  const order = compare(left, right);
  if (order === undefined) {
    throw new UttersonError(
      'TypeError',
      `data_filter: ${toText(left) || 'nil'} ${operator} ${toText(right) || 'nil'} cannot be compared.`,
      {
        hint: 'Compare values of one kind, and ask first whether the field is there: year and year > 2020.',
      },
    );
  }
  if (operator.startsWith('<')) return operator === '<' ? order < 0 : order <= 0;
  return operator === '>' ? order > 0 : order >= 0;
}
