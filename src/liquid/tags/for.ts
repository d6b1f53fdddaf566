import { Time } from '../../util/time/time.ts';
import { isTruthy } from '../../util/values/is-truthy.ts';
import { isNumeric, toDouble } from '../../util/values/ruby-float.ts';
import { leadingInteger, strip } from '../../util/values/ruby-text.ts';
import { BlockBody } from '../block-body.ts';
import type { Context } from '../context.ts';
import { type Expression, parseExpression } from '../expression.ts';
import { ForloopDrop } from '../forloop-drop.ts';
import { markupPattern, tagAttributes } from '../markup.ts';
import { sliceCollection } from '../slice-collection.ts';
import type { TagNode, TagSource, UnknownTagHandler } from '../tag.ts';
import { TokenParser } from '../token-parser.ts';

const SYNTAX = markupPattern('^([\\w-]+)\\s+in\\s+((?:QF)+)\\s*(reversed)?');
const FOR_SYNTAX = "Syntax Error in 'for loop' - Valid syntax: for [item] in [collection]";
const ATTRIBUTE_SYNTAX = 'Invalid attribute in for loop. Valid attributes are limit and offset';

/** The head of a loop: `item in collection reversed limit:2 offset:continue`. */
interface ForHead {
  readonly variable: string;
  /** The variable and the collection as written, which identifies the loop for `offset: continue`. */
  readonly name: string;
  readonly collection: Expression;
  readonly isReversed: boolean;
  readonly limit: Expression | undefined;
  readonly offset: Expression | 'continue' | undefined;
}

/** `{% for item in collection %}…{% else %}…{% endfor %}`. */
export class ForNode implements TagNode {
  readonly kind = 'for';

  constructor(
    readonly head: ForHead,
    readonly body: BlockBody,
    readonly otherwise: BlockBody | undefined,
  ) {}

  render(context: Context): string {
    const items = evaluateItems(this.head, context);
    if (items.length === 0) return this.otherwise?.render(context) ?? '';
    const loop = new ForloopDrop(this.head.name, items.length, context.loops.at(-1));
    context.loops.push(loop);
    const outer = context.openStack();
    try {
      context.set('forloop', loop);
      return this.renderItems(items, loop, context);
    } finally {
      context.closeStack(outer);
      context.loops.pop();
    }
  }

  private renderItems(items: readonly unknown[], loop: ForloopDrop, context: Context): string {
    let output = '';
    for (const item of items) {
      context.set(this.head.variable, item);
      output += this.body.render(context);
      loop.advance();
      if (context.interrupts.length > 0 && context.interrupts.pop() === 'break') break;
    }
    return output;
  }
}

/** The items of a loop; evaluates its offset, collection and limit, in Ruby's order. */
function evaluateItems(head: ForHead, context: Context): readonly unknown[] {
  const offset = typeof head.offset === 'object' ? toWhole(head.offset.evaluate(context)) : 0;
  const collection = head.collection.evaluate(context);
  return selectItems(head, context, offset, collection, head.limit?.evaluate(context));
}

/** The items of a loop whose markup is evaluated; also records where it ends, for a later `offset: continue`. */
export function selectItems(
  head: ForHead,
  context: Context,
  offset: number,
  collection: unknown,
  limit: unknown,
): readonly unknown[] {
  const { offsets } = context.state;
  const from = head.offset === 'continue' ? continueFrom(head, context) : offset;
  const hasLimit = isTruthy(limit);
  const to = hasLimit ? toWhole(limit) + from : undefined;
  const items = sliceCollection(collection, { from, to, limits: context.limits });
  offsets.set(head.name, from + items.length);
  return head.isReversed ? items.toReversed() : items;
}

function continueFrom(head: ForHead, context: Context): number {
  context.state.isUsed = true;
  return context.state.offsets.get(head.name) ?? 0;
}

/**
 * Ruby's `to_i`.
 *
 * @throws {TypeError} for values that have none: all but numbers, strings, times and nil
 * @throws {RangeError} for infinity and for what is no number
 */
export function toWhole(value: unknown): number {
  if (value === null || value === undefined) return 0;
  if (typeof value === 'string') return Number(leadingInteger(value));
  if (isNumeric(value)) return truncate(toDouble(value));
  if (value instanceof Time) return value.seconds;
  throw new TypeError('The limit or offset of a loop must be a number.');
}

function truncate(value: number): number {
  if (!Number.isFinite(value)) throw new RangeError(`The limit or offset of a loop cannot be ${value}.`);
  return Math.trunc(value);
}

export function parseFor(tag: TagSource): ForNode {
  const head = tag.parseContext.parseWithFallback<ForHead>({
    strict: () => parseStrictly(tag),
    lax: () => parseLaxly(tag),
    place: strip(tag.markup),
    line: tag.line,
  });
  const body = new BlockBody();
  const elseBodies: BlockBody[] = [];
  const takeElse: UnknownTagHandler = ({ name }) => {
    if (name !== 'else') return false;
    elseBodies.push(new BlockBody());
    return true;
  };
  // In Liquid 4.0.4 a second `else` ends the loop on the spot, and its empty body replaces that of the first.
  const hasElse = tag.parsePart(body, takeElse);
  if (hasElse) tag.parsePart(elseBodies.at(-1) ?? body, takeElse);
  return new ForNode(head, body, elseBodies.at(-1));
}

function parseStrictly(tag: TagSource): ForHead {
  const parser = new TokenParser(tag.markup);
  const variable = parser.consume('id');
  if (!parser.consumeWord('in')) throw tag.syntaxError("For loops require an 'in' clause");
  const collection = parser.expression();
  const isReversed = parser.consumeWord('reversed');
  const attributes = new Map<string, string>();
  while (parser.look('id') && parser.look('colon', 1)) {
    const name = parser.consume('id');
    if (name !== 'limit' && name !== 'offset') throw tag.syntaxError(ATTRIBUTE_SYNTAX);
    parser.consume('colon');
    attributes.set(name, parser.expression());
  }
  parser.consume('end_of_string');
  return createHead({ variable, collection, isReversed, attributes });
}

function parseLaxly(tag: TagSource): ForHead {
  const match = SYNTAX.exec(tag.markup);
  if (match === null) throw tag.syntaxError(FOR_SYNTAX);
  const attributes = new Map<string, string>();
  for (const [, name = '', value = ''] of tag.markup.matchAll(tagAttributes())) attributes.set(name, value);
  const [, variable = '', collection = '', reversed] = match;
  return createHead({ variable, collection, isReversed: reversed !== undefined, attributes });
}

interface HeadMarkup {
  readonly variable: string;
  readonly collection: string;
  readonly isReversed: boolean;
  readonly attributes: ReadonlyMap<string, string>;
}

function createHead({ variable, collection, isReversed, attributes }: HeadMarkup): ForHead {
  const limit = attributes.get('limit');
  const offset = attributes.get('offset');
  return {
    variable,
    name: `${variable}-${collection}`,
    collection: parseExpression(collection),
    isReversed,
    limit: limit === undefined ? undefined : parseExpression(limit),
    offset: offset === undefined || offset === 'continue' ? offset : parseExpression(offset),
  };
}
