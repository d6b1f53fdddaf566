import { inspect } from '../../util/values/inspect.ts';
import type { Context } from '../context.ts';
import type { Expression } from '../expression.ts';
import { markupPattern } from '../markup.ts';
import type { TagNode, TagSource } from '../tag.ts';

const NAMED = markupPattern('^(QF)\\s*:\\s*(.*)');
const SIMPLE = markupPattern('^QF');
const ITEM = markupPattern('QF');

/** `{% cycle 'odd', 'even' %}` prints the next item each time; tags with the same `{% cycle 'name': … %}` take turns. */
class CycleNode implements TagNode {
  constructor(
    /** The group's name: an expression, or a string made from the items; without either, the tag is a group by itself. */
    private readonly group: Expression | string | undefined,
    private readonly items: readonly Expression[],
  ) {}

  render(context: Context): unknown {
    const { cycles } = context.state;
    context.state.isUsed = true;
    const key = this.findGroup(context);
    const turn = cycles.get(key) ?? 0;
    const item = this.items[turn]?.evaluate(context);
    cycles.set(key, turn + 1 >= this.items.length ? 0 : turn + 1);
    return item;
  }

  private findGroup(context: Context): unknown {
    if (this.group === undefined) return this;
    return typeof this.group === 'string' ? this.group : inspect(this.group.evaluate(context));
  }
}

export function parseCycle(tag: TagSource): TagNode {
  const named = NAMED.exec(tag.markup);
  if (named !== null) {
    return new CycleNode(tag.parseExpression(named[1] ?? ''), parseItems(tag, named[2] ?? ''));
  }
  if (!SIMPLE.test(tag.markup)) {
    throw tag.syntaxError("Syntax Error in 'cycle' - Valid syntax: cycle [name :] var [, var2, var3 ...]");
  }
  const items = parseItems(tag, tag.markup);
  return new CycleNode(describeItems(items), items);
}

/** Items are split at commas, even inside quotes. */
function parseItems(tag: TagSource, markup: string): Expression[] {
  const items: Expression[] = [];
  for (const part of markup.split(',')) {
    const item = ITEM.exec(part)?.[0];
    const expression = item === undefined ? undefined : tag.parseExpression(item);
    if (expression !== undefined && !isNilLiteral(expression)) items.push(expression);
  }
  return items;
}

/** Liquid drops nil together with empty parts. */
function isNilLiteral(expression: Expression): boolean {
  return expression.kind === 'literal' && expression.value === null;
}

/**
 * The name of an unnamed group. Ruby uses the `inspect` of the items: literals show their value, variables their address
 * in memory, so that a cycle over variables never shares its position with another (undefined here).
 */
function describeItems(items: readonly Expression[]): string | undefined {
  const values: unknown[] = [];
  for (const item of items) {
    if (item.kind !== 'literal') return undefined;
    values.push(item.value);
  }
  return inspect(inspect(values));
}
