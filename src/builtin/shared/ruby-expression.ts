import { compare, equals, Float, inspect, isNil, isTruthy, UttersonError } from '../../plugin/plugin.ts';
import { CALLS, NoSuchMethod } from './ruby-calls.ts';
import { rubyPattern } from './ruby-pattern.ts';
import { Scanner } from './scanner.ts';

/** The value of a name in an expression; undefined or null is nil. */
type LookUp = (name: string) => unknown;
/** Computes the value of an expression. */
type RubyExpression = (lookUp: LookUp) => unknown;

/** Where an expression stands, for what is said about one that cannot be used. */
export interface ExpressionPlace {
  /** The filter or setting, with which messages begin. */
  readonly where: string;
  /** Examples of what may stand there. */
  readonly examples: string;
  /** The names that there are. Without them any name may be used. */
  readonly names?: readonly string[];
}

const SPACE = /[ \t\r\n]*/y;
const NAME = /[a-z_]\w*/y;
const NUMBER = /-?\d+(?:\.\d+)?(?![\w.])/y;
const TEXT = /"((?:[^"\\#]|\\["\\]|#(?!\{))*)"|'((?:[^'\\]|\\['\\])*)'/y;
const PATTERN = /\/((?:[^/\\#]|\\.|#(?!\{))*)\/([im]*)(?!\w)/y;
const SUBSCRIPT = /\[\s*(?:"([^"\\#]*)"|'([^'\\]*)')\s*\]/y;
const METHOD = /(&?\.)([a-z_]+[?]?)/y;
const WORD_OPERATOR = /(and|or)\b/y;
const EQUALITY = /==|!=|=~|!~/y;
const PLUS = /\+(?!=)/y;
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
 * Reads an expression in Ruby, without running any: names, texts, numbers and patterns, compared, added, joined with `and`, `or`, `not`,
 * `&&`, `||` and `!`, keys in brackets, and a few methods.
 *
 * @throws {UttersonError} `UnsupportedExpression` for anything else; what is returned throws `TypeError` and `NoMethodError` where Ruby does
 * @example
 * const place = { where: 'data_filter', examples: `role == 'pi'` };
 * readRubyExpression(`role == 'pi' and !gone`, place)((name) => member.get(name)) // true
 */
export function readRubyExpression(source: string, place: ExpressionPlace): RubyExpression {
  return new ExpressionReader(source, place).read();
}

/** Far beyond what anybody writes; an expression may come from a page, and must not exhaust the stack. */
const LONGEST = 2000;
const DEEPEST = 100;
/** How many characters of one a message shows. */
const SHOWN = 200;

class ExpressionReader extends Scanner {
  readonly #place: ExpressionPlace;
  #depth = 0;

  constructor(source: string, place: ExpressionPlace) {
    super(source);
    this.#place = place;
  }

  read(): RubyExpression {
    // Nothing at all is nil.
    if (this.source.trim() === '') return () => null;
    if (this.source.length > LONGEST) throw this.#fail();
    const expression = this.#readJoined();
    this.take(SPACE);
    if (!this.isAtEnd) throw this.#fail();
    return expression;
  }

  #fail(): UttersonError {
    const { where, examples } = this.#place;
    const shown = this.source.length > SHOWN ? `${this.source.slice(0, SHOWN)}…` : this.source;
    return new UttersonError('UnsupportedExpression', `${where}: this is Ruby, which does not run here: ${shown}`, {
      hint: `Understood are expressions such as ${examples}.`,
    });
  }

  #takeAfterSpace(pattern: RegExp): RegExpExecArray | null {
    const start = this.at;
    this.take(SPACE);
    const match = this.take(pattern);
    if (match === null) this.at = start;
    return match;
  }

  /** `and` and `or` have the same rank in Ruby, below all other operators. */
  #readJoined(): RubyExpression {
    let left = this.#readNot();
    for (let match = this.#takeAfterSpace(WORD_OPERATOR); match; match = this.#takeAfterSpace(WORD_OPERATOR)) {
      left = (match[1] === 'and' ? both : either)(left, this.#readNot());
    }
    return left;
  }

  #readNot(): RubyExpression {
    if (this.#takeAfterSpace(/not\b/y) === null) return this.#readEither();
    const operand = this.#readNested(() => this.#readNot());
    return (lookUp) => !isTruthy(operand(lookUp));
  }

  #readEither(): RubyExpression {
    let left = this.#readBoth();
    while (this.#takeAfterSpace(/\|\|/y)) left = either(left, this.#readBoth());
    return left;
  }

  #readBoth(): RubyExpression {
    let left = this.#readEquality();
    while (this.#takeAfterSpace(/&&/y)) left = both(left, this.#readEquality());
    return left;
  }

  #readEquality(): RubyExpression {
    const left = this.#readRelation();
    const operator = this.#takeAfterSpace(EQUALITY)?.[0];
    if (operator === undefined) return left;
    const right = this.#readRelation();
    const holds = operator.includes('~') ? matches : equals;
    const isNegated = operator.startsWith('!');
    return (lookUp) => holds(left(lookUp), right(lookUp)) !== isNegated;
  }

  #readRelation(): RubyExpression {
    const left = this.#readSum();
    const operator = this.#takeAfterSpace(RELATION)?.[0];
    if (operator === undefined) return left;
    const right = this.#readSum();
    return (lookUp) => this.#isInOrder(left(lookUp), operator, right(lookUp));
  }

  #readSum(): RubyExpression {
    let sum = this.#readUnary();
    while (this.#takeAfterSpace(PLUS)) {
      const [left, right] = [sum, this.#readUnary()];
      sum = (lookUp) => this.#add(left(lookUp), right(lookUp));
    }
    return sum;
  }

  #readUnary(): RubyExpression {
    if (this.#takeAfterSpace(/!(?![=~])/y) === null) return this.#readCalls();
    const operand = this.#readNested(() => this.#readUnary());
    return (lookUp) => !isTruthy(operand(lookUp));
  }

  #readCalls(): RubyExpression {
    let value = this.#readOperand();
    for (;;) {
      const next = this.#readKey(value) ?? this.#readCall(value);
      if (next === undefined) return value;
      value = next;
    }
  }

  /** The value of a key in brackets; nil for what has no keys. */
  #readKey(receiver: RubyExpression): RubyExpression | undefined {
    const [, double, single] = this.take(SUBSCRIPT) ?? [];
    const key = double ?? single;
    if (key === undefined) return undefined;
    return (lookUp) => {
      const on = receiver(lookUp);
      return on instanceof Map ? (on.get(key) ?? null) : null;
    };
  }

  #readCall(receiver: RubyExpression): RubyExpression | undefined {
    const match = this.take(METHOD);
    if (match === null) return undefined;
    const [, dot, name = ''] = match;
    const call = CALLS.get(name);
    if (call === undefined) throw this.#fail();
    const argument = call.takesText ? this.#readArgument() : undefined;
    return (lookUp) => {
      const on = receiver(lookUp);
      return dot === '&.' && isNil(on) ? null : this.#located(() => call.run(on, argument?.(lookUp)));
    };
  }

  #readNested(read: () => RubyExpression): RubyExpression {
    if (++this.#depth > DEEPEST) throw this.#fail();
    const expression = read();
    this.#depth--;
    return expression;
  }

  #readArgument(): RubyExpression {
    if (this.take(/\(/y) === null) throw this.#fail();
    const argument = this.#readNested(() => this.#readJoined());
    if (this.#takeAfterSpace(/\)/y) === null) throw this.#fail();
    return argument;
  }

  #readOperand(): RubyExpression {
    this.take(SPACE);
    if (this.source[this.at] === '(') return this.#readArgument();
    const literal = this.#readLiteral();
    if (literal !== undefined) return () => literal;
    const name = this.take(NAME)?.[0];
    if (name === undefined || KEYWORDS.has(name)) throw this.#fail();
    if (WORDS.has(name)) return () => WORDS.get(name);
    if (this.#place.names?.includes(name) === false) throw this.#fail();
    return (lookUp) => lookUp(name);
  }

  #readLiteral(): unknown {
    const number = this.take(NUMBER)?.[0];
    if (number !== undefined) return number.includes('.') ? new Float(Number(number)) : Number(number);
    const text = this.take(TEXT);
    if (text !== null) return (text[1] ?? text[2] ?? '').replace(/\\(["'\\])/g, '$1');
    const [, pattern, options = ''] = this.take(PATTERN) ?? [];
    if (pattern === undefined) return undefined;
    return rubyPattern((options === '' ? '' : `(?${options})`) + pattern.replaceAll('\\/', '/'));
  }

  #add(left: unknown, right: unknown): unknown {
    if (typeof left === 'string' && typeof right === 'string') return left + right;
    if (typeof left === 'number' && typeof right === 'number') return left + right;
    throw this.#typeError(`${inspect(left)} + ${inspect(right)} cannot be added`);
  }

  #isInOrder(left: unknown, operator: string, right: unknown): boolean {
    const order = compare(left, right);
    if (order === undefined) throw this.#typeError(`${inspect(left)} ${operator} ${inspect(right)} cannot be compared`);
    if (operator.startsWith('<')) return operator === '<' ? order < 0 : order <= 0;
    return operator === '>' ? order > 0 : order >= 0;
  }

  #typeError(problem: string): UttersonError {
    return new UttersonError('TypeError', `${this.#place.where}: ${problem}.`, {
      hint: 'Use values of one kind, and ask first whether the field is there: year and year > 2020.',
    });
  }

  #located<T>(call: () => T): T {
    try {
      return call();
    } catch (error) {
      if (!(error instanceof NoSuchMethod)) throw error;
      throw new UttersonError('NoMethodError', `${this.#place.where}: ${error.message}`, {
        hint: `Ask first whether the field is there: tags and tags.include?('x').`,
      });
    }
  }
}

const both =
  (left: RubyExpression, right: RubyExpression): RubyExpression =>
  (lookUp) => {
    const value = left(lookUp);
    return isTruthy(value) ? right(lookUp) : value;
  };

const either =
  (left: RubyExpression, right: RubyExpression): RubyExpression =>
  (lookUp) => {
    const value = left(lookUp);
    return isTruthy(value) ? value : right(lookUp);
  };

/** Ruby's `=~`, which is nil for what is no text. */
function matches(left: unknown, right: unknown): boolean {
  const [pattern, text] = left instanceof RegExp ? [left, right] : [right, left];
  return pattern instanceof RegExp && typeof text === 'string' && text.search(pattern) !== -1;
}
