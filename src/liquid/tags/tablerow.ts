import { isTruthy } from '../../util/values/is-truthy.ts';
import type { BlockBody } from '../block-body.ts';
import type { Context } from '../context.ts';
import type { Expression } from '../expression.ts';
import { markupPattern, tagAttributes } from '../markup.ts';
import { sliceCollection } from '../slice-collection.ts';
import { TablerowloopDrop } from '../tablerowloop-drop.ts';
import type { TagNode, TagSource } from '../tag.ts';
import { toWhole } from './for.ts';

const SYNTAX = markupPattern('(?<!\\w)(\\w+)\\s+in\\s+((?:QF)+)');
const TABLEROW_SYNTAX = "Syntax Error in 'table_row loop' - Valid syntax: table_row [item] in [collection] cols=3";

interface TablerowParts {
  readonly variable: string;
  readonly collection: Expression;
  readonly attributes: ReadonlyMap<string, Expression>;
  readonly body: BlockBody;
}

/** `{% tablerow item in collection cols:2 %}` prints the cells of a table, row by row. */
class TablerowNode implements TagNode {
  constructor(private readonly parts: TablerowParts) {}

  render(context: Context): string {
    const collection = this.parts.collection.evaluate(context);
    if (!isTruthy(collection)) return '';
    const { attributes } = this.parts;
    const offset = attributes.get('offset');
    const from = offset === undefined ? 0 : toWhole(offset.evaluate(context));
    const limit = attributes.get('limit');
    const to = limit === undefined ? undefined : from + toWhole(limit.evaluate(context));
    const items = sliceCollection(collection, { from, to, limits: context.limits });
    const columns = toWhole(attributes.get('cols')?.evaluate(context));
    return context.stack(() => this.renderRows(items, columns, context));
  }

  private renderRows(items: readonly unknown[], columns: number, context: Context): string {
    const loop = new TablerowloopDrop(items.length, columns);
    context.set('tablerowloop', loop);
    let output = '<tr class="row1">\n';
    for (const item of items) {
      context.set(this.parts.variable, item);
      output += `<td class="col${loop.column}">${this.parts.body.render(context)}</td>`;
      if (loop.column === columns && !loop.isLast) output += `</tr>\n<tr class="row${loop.row + 1}">`;
      loop.advance();
    }
    return `${output}</tr>\n`;
  }
}

export function parseTablerow(tag: TagSource): TagNode {
  const match = SYNTAX.exec(tag.markup);
  if (match === null) throw tag.syntaxError(TABLEROW_SYNTAX);
  const attributes = new Map<string, Expression>();
  for (const [, name = '', value = ''] of tag.markup.matchAll(tagAttributes())) {
    attributes.set(name, tag.parseExpression(value));
  }
  const collection = tag.parseExpression(match[2] ?? '');
  return new TablerowNode({ variable: match[1] ?? '', collection, attributes, body: tag.parseBody() });
}
