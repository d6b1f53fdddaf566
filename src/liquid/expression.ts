import { float } from '../util/values/float.ts';
import { toText } from '../util/values/inspect.ts';
import { isFloat, isInteger, toDouble } from '../util/values/ruby-float.ts';
import { leadingFloat, leadingInteger } from '../util/values/ruby-text.ts';
import type { Context } from './context.ts';
import { LiquidError } from './liquid-error.ts';
import { lookUp } from './lookup.ts';
import { Range } from './range.ts';
import { MethodLiteral } from './values.ts';

/** Anything in a template that has a value: `'text'`, `1.5`, `page.title`, `(1..n)`. */
export type Expression = Literal | Lookup | RangeExpression;

/** A value written out in the template. */
export class Literal {
  readonly kind = 'literal';

  constructor(readonly value: unknown) {}

  evaluate(_context: Context): unknown {
    return this.value;
  }
}

const BLANK = new MethodLiteral('blank?');
const DEFINED_BLANK = new MethodLiteral('blank?', true);
const NIL_OR_EMPTY = new MethodLiteral('blank?', 'nil-or-empty');

/** `blank`, which works only where a plugin brings the method. */
export class BlankLiteral extends Literal {
  constructor() {
    super(BLANK);
  }

  override evaluate(context: Context): unknown {
    const { definesBlank } = context.liquid;
    if (definesBlank === 'nil-or-empty') return NIL_OR_EMPTY;
    return definesBlank ? DEFINED_BLANK : BLANK;
  }
}

/** One step after a variable's name. */
export interface LookupStep {
  readonly key: string | Expression;
  /** `size`, `first` or `last` after a dot. */
  readonly isCommand: boolean;
}

/** A variable and the steps into it. */
export class Lookup {
  readonly kind = 'lookup';

  constructor(
    readonly name: string | null | Expression,
    readonly steps: readonly LookupStep[],
  ) {}

  evaluate(context: Context): unknown {
    const name = this.name;
    let value = context.find(typeof name === 'object' && name !== null ? name.evaluate(context) : name);
    for (const { key, isCommand } of this.steps) {
      const resolved = typeof key === 'string' ? key : key.evaluate(context);
      const found = lookUp(value, resolved, isCommand);
      if (typeof found === 'symbol') return context.missing(resolved, found);
      value = found;
    }
    return value;
  }
}

/** `(first..last)` with at least one bound that is a variable. */
class RangeExpression {
  readonly kind = 'range';

  constructor(
    readonly first: Expression,
    readonly last: Expression,
  ) {}

  evaluate(context: Context): Range {
    const first = toRangeBound(this.first.evaluate(context));
    return new Range(first, toRangeBound(this.last.evaluate(context)));
  }
}

/**
 * The value of a variable as the bound of a range.
 *
 * @throws {LiquidError} an ArgumentError for a value that is no integer
 */
export function toRangeBound(value: unknown): number | bigint {
  if (isInteger(value)) return value;
  if (value === null || value === undefined) return 0;
  return typeof value === 'string' ? leadingInteger(value) : toStrictInteger(value);
}

const WHOLE_NUMBER = /^[ \t\r\n\f\v]*[+-]?(?:0[dD])?\d+(?:_\d+)*[ \t\r\n\f\v]*$/;
const OTHER_BASE = /^[ \t\r\n\f\v]*([+-]?)(0[xX][\da-fA-F]+|0[bB][01]+|0[oO]?[0-7]+)[ \t\r\n\f\v]*$/;

/**
 * Kernel#Integer on a value's text (Liquid::Utils.to_integer).
 *
 * @example
 * toStrictInteger('12')  // 12
 * toStrictInteger('1.5') // throws LiquidError: invalid integer
 */
export function toStrictInteger(value: unknown): number | bigint {
  if (isInteger(value)) return value;
  const text = toText(value);
  const other = OTHER_BASE.exec(text);
  if (other !== null) return parseOtherBase(other[1] ?? '', other[2] ?? '');
  if (!WHOLE_NUMBER.test(text)) throw new LiquidError('ArgumentError', 'invalid integer');
  return leadingInteger(text.replace(/0[dD]/, ''));
}

/** In Ruby a leading 0 alone means octal. */
function parseOtherBase(sign: string, digits: string): number {
  const octal = /^0[0-7]/.test(digits) ? `0o${digits.slice(1)}` : digits;
  return Number(octal) * (sign === '-' ? -1 : 1);
}

const LITERALS: ReadonlyMap<string, Literal> = new Map([
  ['nil', new Literal(null)],
  ['null', new Literal(null)],
  ['', new Literal(null)],
  ['true', new Literal(true)],
  ['false', new Literal(false)],
  ['blank', new BlankLiteral()],
  ['empty', new Literal(new MethodLiteral('empty?'))],
]);

const QUOTED = /^(?:'(.*)'|"(.*)")$/s;
const INTEGER = /^-?\d+$/;
const RANGE = /^\(([^ \t\r\n\f\v]+)\.\.([^ \t\r\n\f\v]+)\)$/;
const FLOAT = /^-?\d[\d.]+$/;

/**
 * Parses one expression (Liquid::Expression.parse). Any markup is one: what is not a literal is a variable.
 *
 * @example
 * parseExpression('1.5')        // Literal { value: 1.5 }
 * parseExpression('page.title') // Lookup { name: 'page', … }
 */
export function parseExpression(markup: string): Expression {
  const literal = LITERALS.get(markup);
  if (literal !== undefined) return literal;
  const first = markup.charCodeAt(0);
  // Only these characters can start a literal: " ' ( - 0-9
  const isLiteral = first === 34 || first === 39 || first === 40 || first === 45 || (first >= 48 && first <= 57);
  return (isLiteral ? parseLiteral(markup) : undefined) ?? parseLookup(markup);
}

function parseLiteral(markup: string): Expression | undefined {
  const quoted = QUOTED.exec(markup);
  if (quoted !== null) return new Literal(quoted[1] ?? quoted[2]);
  if (INTEGER.test(markup)) return new Literal(leadingInteger(markup));
  const range = RANGE.exec(markup);
  if (range !== null) return parseRange(range[1] ?? '', range[2] ?? '');
  return FLOAT.test(markup) ? new Literal(float(leadingFloat(markup))) : undefined;
}

function parseRange(firstMarkup: string, lastMarkup: string): Expression {
  const first = parseExpression(firstMarkup);
  const last = parseExpression(lastMarkup);
  if (first.kind !== 'literal' || last.kind !== 'literal') return new RangeExpression(first, last);
  return new Literal(new Range(toLiteralBound(first.value), toLiteralBound(last.value)));
}

/** Literal bounds are converted when the template is parsed, by `to_i`. */
function toLiteralBound(value: unknown): number | bigint {
  if (value === null || value === undefined) return 0;
  if (typeof value === 'string') return leadingInteger(value);
  if (isInteger(value)) return value;
  if (isFloat(value)) return Math.trunc(toDouble(value));
  throw new LiquidError('SyntaxError', `${toText(value)} cannot be the bound of a range`);
}

const PART = /[\w-]+\??/y;

/** The names and bracketed parts of a lookup; anything between them is skipped. */
function splitLookup(markup: string): string[] {
  const parts: string[] = [];
  // After the last `]`, no `[` is worth a search: each would scan to the end.
  const lastBracket = markup.lastIndexOf(']');
  for (let index = 0; index < markup.length; ) {
    const part = markup.charAt(index) === '[' ? readBracketed(markup, index, lastBracket) : readName(markup, index);
    if (part !== '') parts.push(part);
    index += Math.max(1, part.length);
  }
  return parts;
}

function readBracketed(markup: string, start: number, lastBracket: number): string {
  if (lastBracket < start) return '';
  const end = markup.indexOf(']', start);
  return end === start + 1 ? '' : markup.slice(start, end + 1);
}

function readName(markup: string, start: number): string {
  PART.lastIndex = start;
  return PART.exec(markup)?.[0] ?? '';
}

const COMMANDS: ReadonlySet<string> = new Set(['size', 'first', 'last']);

/** A variable and its steps, however they are joined: `a.b`, `a[b]`, and by the lax rules also `a b`. */
function parseLookup(markup: string): Lookup {
  const parts = splitLookup(markup);
  const steps: LookupStep[] = [];
  for (let index = 1; index < parts.length; index++) steps.push(parseStep(parts[index] ?? ''));
  return new Lookup(parts[0] === undefined ? null : parsePart(parts[0]), steps);
}

function parseStep(part: string): LookupStep {
  return { key: parsePart(part), isCommand: COMMANDS.has(part) };
}

function parsePart(part: string): string | Expression {
  return part.startsWith('[') && part.endsWith(']') ? parseExpression(part.slice(1, -1)) : part;
}
