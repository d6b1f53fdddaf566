import { contentOf, type HtmlElement, type HtmlNode } from './node.ts';
import type { Compound, Condition, Selector, Step } from './selector.ts';

/** An element and where it is. */
interface Place {
  readonly element: HtmlElement;
  readonly parent: Place | undefined;
  readonly siblings: Siblings;
}

/** The elements that are beside each other. */
class Siblings {
  readonly #elements: readonly HtmlElement[];
  readonly #indexes = new Map<HtmlElement, number>();
  /** For each element, its number among those of its name, from the beginning and from the end. */
  readonly #numbers = new Map<HtmlElement, number>();
  readonly #counts = new Map<string, number>();

  constructor(nodes: readonly HtmlNode[]) {
    this.#elements = nodes.filter((node) => node.kind === 'element');
    for (const [index, element] of this.#elements.entries()) {
      const number = (this.#counts.get(element.name) ?? 0) + 1;
      this.#counts.set(element.name, number);
      this.#numbers.set(element, number);
      this.#indexes.set(element, index);
    }
  }

  /** The number of an element, counted from 1, among those of its name (`ofType`) or among all. */
  numberOf(element: HtmlElement, ofType: boolean): number {
    return ofType ? (this.#numbers.get(element) ?? 0) : (this.#indexes.get(element) ?? 0) + 1;
  }

  /** The same, where the last element is number 1. */
  numberFromEnd(element: HtmlElement, ofType: boolean): number {
    const count = ofType ? (this.#counts.get(element.name) ?? 0) : this.#elements.length;
    return count - this.numberOf(element, ofType) + 1;
  }

  /** The elements before one, the nearest first. */
  *before(element: HtmlElement): Generator<HtmlElement> {
    for (let index = (this.#indexes.get(element) ?? 0) - 1; index >= 0; index--) {
      const previous = this.#elements[index];
      if (previous !== undefined) yield previous;
    }
  }
}

/** The elements that one of the selectors is about, in the order of the page. */
export function selectElements(nodes: readonly HtmlNode[], selectors: readonly Selector[]): HtmlElement[] {
  const selected: HtmlElement[] = [];
  const visit = (children: readonly HtmlNode[], parent: Place | undefined): void => {
    const siblings = new Siblings(children);
    for (const element of children) {
      if (element.kind !== 'element') continue;
      const place = { element, parent, siblings };
      if (selectors.some((selector) => matches(place, selector))) selected.push(element);
      visit(element.children, place);
    }
  };
  visit(nodes, undefined);
  return selected;
}

function matches(place: Place, { compound, before }: Selector): boolean {
  if (!matchesCompound(place, compound)) return false;
  if (before === undefined) return true;
  const { element, parent, siblings } = place;
  const { combinator, selector } = before;
  switch (combinator) {
    case '>':
      return parent !== undefined && matches(parent, selector);
    case ' ':
      for (let outer = parent; outer !== undefined; outer = outer.parent) if (matches(outer, selector)) return true;
      return false;
    case '+':
    case '~':
      for (const previous of siblings.before(element)) {
        if (matches({ element: previous, parent, siblings }, selector)) return true;
        if (combinator === '+') return false;
      }
      return false;
  }
}

function matchesCompound(place: Place, { name, conditions }: Compound): boolean {
  if (name !== '*' && name !== place.element.name) return false;
  // Beside a name, a position is counted among the elements of that name, otherwise among all.
  return conditions.every((condition) => meets(place, condition, name !== '*'));
}

function meets(place: Place, condition: Condition, hasName: boolean): boolean {
  const { element, parent, siblings } = place;
  switch (condition.kind) {
    case 'id':
      return element.attributes.get('id') === condition.value;
    case 'class':
      return (element.attributes.get('class') ?? '').split(/[ \t\r\n\f\v]+/).includes(condition.value);
    case 'attribute':
      return (
        element.attributes.has(condition.name) && meetsOperator(element.attributes.get(condition.name) ?? '', condition)
      );
    case 'position': {
      const ofType = condition.ofType && hasName;
      const number = condition.fromEnd ? siblings.numberFromEnd(element, ofType) : siblings.numberOf(element, ofType);
      return isOnStep(number, condition.step);
    }
    case 'only': {
      const ofType = condition.ofType && hasName;
      return siblings.numberOf(element, ofType) === 1 && siblings.numberFromEnd(element, ofType) === 1;
    }
    case 'empty':
      return element.children.length === 0;
    case 'filled':
      return element.children.length > 0;
    case 'root':
      return parent === undefined;
    case 'contains':
      return contentOf(element).includes(condition.value);
    case 'not':
      return !matchesCompound(place, condition.compound);
    case 'has':
      return selectElements(element.children, [condition.selector]).length > 0;
  }
}

function meetsOperator(value: string, { operator, value: sought }: { operator: string; value: string }): boolean {
  switch (operator) {
    case '=':
      return value === sought;
    case '!=':
      return value !== sought;
    case '~=':
      return value.split(/[ \t\r\n]+/).includes(sought);
    case '|=':
      return value === sought || value.startsWith(`${sought}-`);
    case '^=':
      return value.startsWith(sought);
    case '$=':
      return value.endsWith(sought);
    case '*=':
      return value.includes(sought);
    default:
      return true;
  }
}

function isOnStep(number: number, { step, offset }: Step): boolean {
  if (step === 0) return number === offset;
  const times = (number - offset) / step;
  return times >= 0 && Number.isInteger(times);
}
