import { strip } from '../util/values/ruby-text.ts';
import type { Comparison, Condition } from './condition.ts';
import { parseExpression } from './expression.ts';
import { LiquidError } from './liquid-error.ts';
import { markupPattern } from './markup.ts';
import type { ParseContext } from './parse-context.ts';
import { TokenParser } from './token-parser.ts';

type Relation = 'and' | 'or';

const IF_SYNTAX = "Syntax Error in tag 'if' - Valid syntax: if [expression]";

/**
 * Parses the condition of `if`, `elsif` or `unless` in the error mode of the template.
 *
 * @param line where the block began: warnings about an `elsif` name that line too, as Ruby's do
 * @throws {LiquidError} a SyntaxError where the error mode allows no way to read the markup
 */
export function parseCondition(markup: string, parseContext: ParseContext, line: number): Condition {
  return parseContext.parseWithFallback({
    strict: () => parseConditionStrictly(markup),
    lax: () => parseLaxly(markup),
    place: strip(markup),
    line,
  });
}

/**
 * Parses a condition with the strict parser only, as Jekyll's `where_exp` does.
 *
 * @throws {LiquidError} a SyntaxError where the markup is no condition
 * @example
 * parseConditionStrictly("item.n > 1 and item.live")
 */
export function parseConditionStrictly(markup: string): Condition {
  const parser = new TokenParser(markup);
  const comparisons = [parseComparison(parser)];
  const relations: Relation[] = [];
  for (;;) {
    const relation = parseRelation(parser);
    if (relation === undefined) break;
    relations.push(relation);
    comparisons.push(parseComparison(parser));
  }
  parser.consume('end_of_string');
  return joinComparisons(comparisons, relations);
}

function parseRelation(parser: TokenParser): Relation | undefined {
  if (parser.consumeWord('and')) return 'and';
  return parser.consumeWord('or') ? 'or' : undefined;
}

function parseComparison(parser: TokenParser): Comparison {
  const left = parseExpression(parser.expression());
  const operator = parser.consumeIf('comparison');
  const right = operator === undefined ? undefined : parseExpression(parser.expression());
  return { left, operator, right };
}

/** Builds the chain from its end, since each comparison holds the rest of the condition and how it is joined to it. */
function joinComparisons(comparisons: readonly Comparison[], relations: readonly Relation[]): Condition {
  let condition: Condition | undefined;
  for (let index = comparisons.length - 1; index >= 0; index--) {
    const comparison = comparisons[index];
    const relation = relations[index];
    if (comparison === undefined) continue;
    const next = condition === undefined || relation === undefined ? undefined : { relation, condition };
    const { left, operator, right } = comparison;
    condition = { left, operator, right, next };
  }
  if (condition === undefined) throw new LiquidError('SyntaxError', IF_SYNTAX);
  return condition;
}

const PIECES = markupPattern(
  '(?:\\b(?:\\s?and\\s?|\\s?or\\s?)\\b|(?:\\s*(?!\\b(?:\\s?and\\s?|\\s?or\\s?)\\b)(?:QF|[^ \\t\\r\\n\\f\\v]+)\\s*)+)',
  'g',
);
const COMPARISON = markupPattern('(QF)\\s*([=!<>a-z_]+)?\\s*(QF)?');

/** The lax parser works backwards from the end, and ignores what it does not understand. */
function parseLaxly(markup: string): Condition {
  const pieces = markup.match(PIECES) ?? [];
  const comparisons: Comparison[] = [parseLaxComparison(pieces.pop() ?? '')];
  const relations: Relation[] = [];
  while (pieces.length > 0) {
    const relation = strip(pieces.pop() ?? '');
    comparisons.push(parseLaxComparison(pieces.pop() ?? ''));
    if (relation !== 'and' && relation !== 'or') throw new LiquidError('SyntaxError', IF_SYNTAX);
    relations.push(relation);
  }
  return joinComparisons(comparisons.reverse(), relations.reverse());
}

function parseLaxComparison(piece: string): Comparison {
  const match = COMPARISON.exec(piece);
  if (match === null) throw new LiquidError('SyntaxError', IF_SYNTAX);
  const [, left = '', operator, right = ''] = match;
  return { left: parseExpression(left), operator, right: parseExpression(right) };
}
