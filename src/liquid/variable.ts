import type { Context } from './context.ts';
import { type Expression, Literal, parseExpression } from './expression.ts';
import { FilterCall } from './filter.ts';
import { noteEncodings } from './filters/encoding-note.ts';
import { joinWordCounts } from './filters/word-count.ts';
import { markupPattern, tagAttributes } from './markup.ts';
import type { ParseContext } from './parse-context.ts';
import { TokenParser } from './token-parser.ts';

/**
 * An expression and the filters applied to it: the inside of `{{ … }}` and the right side of `assign`
 * (Liquid::Variable).
 */
export class Variable {
  constructor(
    readonly expression: Expression,
    readonly filters: readonly FilterCall[],
  ) {}

  /** The value after all filters. */
  evaluate(context: Context): unknown {
    let value = this.expression.evaluate(context);
    for (const filter of this.filters) value = filter.apply(value, context);
    return value;
  }
}

/** A parsed variable whose filter arguments are still markup. */
interface VariableParts {
  readonly expression: Expression;
  readonly filters: readonly [name: string, args: readonly string[]][];
}

/** A name and keys, as in most outputs. Both parsers agree on it, except for `contains`, which is an operator. */
const PLAIN_LOOKUP = /^[ \t\r\n\f\v]*([a-zA-Z_][\w-]*(?:\.[a-zA-Z_][\w-]*)*)[ \t\r\n\f\v]*$/;

/**
 * Parses an expression with filters in the error mode of the template.
 *
 * @throws {LiquidError} a SyntaxError where the strict parser rejects it and the mode is `strict`
 */
export function parseVariable(markup: string, parseContext: ParseContext): Variable {
  const plain = PLAIN_LOOKUP.exec(markup)?.[1];
  if (plain !== undefined && !plain.endsWith('contains')) return new Variable(parseExpression(plain), []);
  const parts = parseContext.parseWithFallback<VariableParts>({
    strict: () => parseStrictly(markup),
    lax: () => parseLaxly(markup),
    place: `{{${markup}}}`,
    line: parseContext.line,
  });
  const { liquid } = parseContext;
  const filters = parts.filters.map(([name, args]) => new FilterCall(name, parseArguments(args), liquid));
  const { expression } = parts;
  return new Variable(expression, noteEncodings(joinWordCounts(filters, liquid), expression, liquid));
}

function parseStrictly(markup: string): VariableParts {
  const parser = new TokenParser(markup);
  const expression = parseExpression(parser.expression());
  const filters: [string, string[]][] = [];
  while (parser.consumeIf('pipe') !== undefined) {
    const name = parser.consume('id');
    filters.push([name, parser.consumeIf('colon') === undefined ? [] : parseStrictArguments(parser)]);
  }
  parser.consume('end_of_string');
  return { expression, filters };
}

function parseStrictArguments(parser: TokenParser): string[] {
  const args = [parser.argument()];
  while (parser.consumeIf('comma') !== undefined) args.push(parser.argument());
  return args;
}

const NAME_AND_REST = markupPattern('(QF)(.*)');
const FILTERS = markupPattern('\\|\\s*(.*)');
const FILTER = markupPattern('(?:\\s+|QF|,)+', 'g');
const ARGUMENT = markupPattern('[:,]\\s*((?:\\w+\\s*:\\s*)?QF)', 'g');

function parseLaxly(markup: string): VariableParts {
  const match = NAME_AND_REST.exec(markup);
  if (match === null) return { expression: new Literal(null), filters: [] };
  const expression = parseExpression(match[1] ?? '');
  const pieces = FILTERS.exec(match[2] ?? '')?.[1]?.match(FILTER) ?? [];
  const filters: [string, string[]][] = [];
  for (const piece of pieces) {
    const name = /\w+/.exec(piece)?.[0];
    if (name === undefined) continue;
    filters.push([name, [...piece.matchAll(ARGUMENT)].map((argument) => argument[1] ?? '')]);
  }
  return { expression, filters };
}

/** The arguments of a filter: those by position, and those by keyword. */
export interface FilterArguments {
  readonly positional: readonly Expression[];
  readonly keywords: ReadonlyMap<string, Expression>;
}

function parseArguments(args: readonly string[]): FilterArguments {
  const positional: Expression[] = [];
  const keywords = new Map<string, Expression>();
  for (const arg of args) {
    const keyword = arg.includes(':') ? tagAttributes().exec(arg) : null;
    if (keyword !== null && keyword[0].length === arg.length)
      keywords.set(keyword[1] ?? '', parseExpression(keyword[2] ?? ''));
    else positional.push(parseExpression(arg));
  }
  return { positional, keywords };
}
