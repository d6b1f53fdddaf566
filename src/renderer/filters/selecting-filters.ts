import { type Condition, evaluateCondition } from '../../liquid/condition.ts';
import { parseConditionStrictly } from '../../liquid/condition-parser.ts';
import type { Context } from '../../liquid/context.ts';
import type { FilterFunction } from '../../liquid/filter.ts';
import { SITE } from '../../plugin/registers.ts';
import { toText } from '../../util/values/inspect.ts';
import { isTruthy } from '../../util/values/is-truthy.ts';
import { itemProperty, matchesTarget, selectableItems } from './item-property.ts';
import { PropertyIndexes } from './property-index.ts';
import { requireText } from './ruby-failure.ts';

/** Selects some of the items, or one. */
type Take = (items: readonly unknown[], isWanted: (item: unknown) => boolean) => unknown;

const takeAll: Take = (items, isWanted) => items.filter(isWanted);
/** In Jekyll's `find` an item that is itself false or nil counts as not found. */
const takeFirstTrue: Take = (items, isWanted) => items.find(isWanted) || undefined;
const takeFirst: Take = (items, isWanted) => items.find(isWanted);

/** `where`: the items whose property has the given value. */
function where(): FilterFunction {
  const indexes = new PropertyIndexes();
  const search = byProperty(takeAll);
  return (input, args, context) => {
    const [property, target] = args;
    const site = context.registerIfGiven(SITE);
    const isSimple = isTruthy(property) && !Array.isArray(target) && !(target instanceof Map);
    if (site === undefined || !isSimple || !Array.isArray(input)) return search(input, args, context);
    const found = indexes.find(input, toText(property), target, site);
    // The result is a copy, so that nothing a template does to it affects the index.
    return found === undefined ? search(input, args, context) : [...found];
  };
}

/** Selects by a property and the value it should have. */
function byProperty(take: Take): FilterFunction {
  return (input, [property, target]) => {
    if (!isTruthy(property) || Array.isArray(target) || target instanceof Map) return input;
    const items = selectableItems(input);
    if (items === undefined) return input;
    return take(items, (item) => matchesTarget(itemProperty(item, property), target));
  };
}

/** `where_exp` and `find_exp`: selects by an expression about each item. Each expression is parsed once for a site. */
function byExpression(take: Take): FilterFunction {
  const conditions = new Map<string, Condition>();
  return (input, [variable, expression], context) => {
    const items = selectableItems(input);
    if (items === undefined) return input;
    const text = requireText(expression);
    const condition = conditions.get(text) ?? parseConditionStrictly(text);
    conditions.set(text, condition);
    return context.stack(() => take(items, (item) => holds(condition, item, { context, variable: toText(variable) })));
  };
}

interface Scope {
  readonly context: Context;
  readonly variable: string;
}

function holds(condition: Condition, item: unknown, { context, variable }: Scope): boolean {
  context.set(variable, item);
  return isTruthy(evaluateCondition(condition, context));
}

/** The filters of one site that select items. */
export const selectingFilters = () => ({
  where: where(),
  find: byProperty(takeFirstTrue),
  where_exp: byExpression(takeAll),
  find_exp: byExpression(takeFirst),
});
