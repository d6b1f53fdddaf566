import { Distinct } from '../../liquid/distinct.ts';
import type { FilterFunction } from '../../liquid/filter.ts';
import type { Liquid } from '../../liquid/liquid.ts';
import { NO_LINE, ParseContext } from '../../liquid/parse-context.ts';
import { parseVariable, type Variable } from '../../liquid/variable.ts';
import { toText } from '../../util/values/inspect.ts';
import { enumerableItems, itemProperty } from './item-property.ts';
import { requireText } from './ruby-failure.ts';

/** `group_by`: a group's name is a property's value as a string. */
const groupBy: FilterFunction = (input, [property]) => {
  const items = enumerableItems(input);
  return items === undefined ? input : group(items, (item) => toText(itemProperty(item, property)));
};

/** `group_by_exp`: a group's name is the value of an expression, which may have filters. */
function groupByExpression(liquid: Liquid): FilterFunction {
  const expressions = new Map<string, Variable>();
  return (input, [variable, expression], context) => {
    const items = enumerableItems(input);
    if (items === undefined) return input;
    const text = requireText(expression);
    const parsed =
      expressions.get(text) ?? parseVariable(text, new ParseContext(liquid, liquid.settings.errorMode, NO_LINE));
    expressions.set(text, parsed);
    return context.stack(() =>
      group(items, (item) => {
        context.set(toText(variable), item);
        return parsed.evaluate(context);
      }),
    );
  };
}

function group(items: readonly unknown[], nameOf: (item: unknown) => unknown): Map<string, unknown>[] {
  const distinct = new Distinct();
  const groups = new Map<unknown, { name: unknown; items: unknown[] }>();
  for (const item of items) {
    const name = nameOf(item);
    const key = distinct.keyOf(name);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, { name, items: [item] });
    else known.items.push(item);
  }
  return [...groups.values()].map(
    ({ name, items: members }) =>
      new Map<string, unknown>([
        ['name', name],
        ['items', members],
        ['size', members.length],
      ]),
  );
}

/** The filters of one site that group items. */
export const groupingFilters = (liquid: Liquid) => ({ group_by: groupBy, group_by_exp: groupByExpression(liquid) });
