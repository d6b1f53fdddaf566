import type { CitedItem } from './item.ts';
import { isNumericVariable } from './variables.ts';
import type { XmlElement } from './xml.ts';

type Matcher = 'all' | 'any' | 'none';

const CONDITION = /^(disambiguate|position|is-numeric|is-uncertain-date|locator|type|variable)(?:-(any|all|none))?$/;

function matcherOf(match: string | undefined): Matcher {
  return match === 'any' || match === 'none' ? match : 'all';
}

function test<T>(values: readonly T[], matcher: Matcher, isTrue: (value: T) => boolean): boolean {
  if (matcher === 'any') return values.some(isTrue);
  return matcher === 'none' ? !values.some(isTrue) : values.every(isTrue);
}

/** Whether one value of a condition holds. What depends on other citations never does, as in citeproc-ruby. */
function valueHolds(condition: string, value: string, item: CitedItem): boolean {
  switch (condition) {
    case 'is-numeric':
      return isNumericVariable(item.peek(value));
    case 'locator':
      return (item.label ?? '').replaceAll(' ', '-') === value;
    case 'type':
      return item.type === value;
    case 'variable':
      return item.has(value) || (value === 'locator' && item.locator !== undefined);
    default:
      return false;
  }
}

/**
 * Whether the conditions of `if`, `else-if` or `else` hold.
 */
export function holds(block: XmlElement, item: CitedItem): boolean {
  const outer = matcherOf(block.get('match'));
  const conditions = [...block.attributes].flatMap(([name, values]) => {
    const [, condition, own] = CONDITION.exec(name) ?? [];
    return condition === undefined ? [] : [{ condition, own, values: values.split(/\s+/) }];
  });
  return test(conditions, outer, ({ condition, own, values }) => {
    if (condition === 'disambiguate' || condition === 'position') return false;
    // Within `none`, a condition holds if any of its values does.
    const matcher = own === undefined ? (outer === 'none' ? 'any' : outer) : matcherOf(own);
    return test(values, matcher, (value) => {
      const [negated, plain] = value.startsWith('not:') ? [true, value.slice(4)] : [false, value];
      return valueHolds(condition, plain, item) !== negated;
    });
  });
}
