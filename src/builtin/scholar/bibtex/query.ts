import { compareTexts } from '../../../plugin/plugin.ts';
import { rubyPattern } from '../../shared/ruby-pattern.ts';
import { splitParts } from '../../shared/split-parts.ts';
import { toInteger } from '../../shared/to-integer.ts';
import type { Entry } from './entry.ts';
import type { FieldValue } from './value.ts';

type Test = (entry: Entry) => boolean;

const SELECTOR = /(!)?@(\*|\w+)(?:\[([^\]]*)\])?/g;
const OPERATOR = /\s*([!~/^<>]?=|!~|=~|<|>)\s*/;
const DIGITS = /^\d+$/m;

/** A field, or one of the values that every entry has. */
function propertyOf(entry: Entry, name: string): FieldValue | string | undefined {
  switch (name) {
    case 'key':
    case 'id':
      return entry.key;
    case 'type':
      return entry.fields.get('type');
    case 'year':
      return entry.fields.get('year') ?? /\d{4}/.exec(entry.fields.get('date')?.text ?? '')?.[0];
    case 'date':
      return entry.get('date') ?? entry.get('year');
    default:
      return entry.get(name);
  }
}

function compareBy(operator: string, actual: string, value: string): boolean {
  const isNumeric = DIGITS.test(actual) && DIGITS.test(value);
  const result = isNumeric ? toInteger(actual) - toInteger(value) : compareTexts(actual, value);
  if (operator.startsWith('<')) return result < 0 || (operator === '<=' && result === 0);
  return result > 0 || (operator === '>=' && result === 0);
}

/** `year>=2020`, `title^=The`, `keywords~=web`, or only `doi` for entries that have it. */
function readCondition(text: string): Test {
  const [property, operator, given] = splitParts(text, OPERATOR);
  if (property === undefined) return () => true;
  const name = property.trim();
  if (operator === undefined) return (entry) => entry.provides(name);
  const value = given?.trim();
  const test = readOperator(operator, value);
  return (entry) => {
    const actual = propertyOf(entry, name);
    return test(actual === undefined || typeof actual === 'string' ? actual : actual.text);
  };
}

function readOperator(operator: string, value: string | undefined): (actual: string | undefined) => boolean {
  const matches = (source: string) => {
    const pattern = rubyPattern(source);
    return (actual: string) => actual.search(pattern) !== -1;
  };
  switch (operator) {
    case '!=':
    case '/=':
      return (actual) => actual === undefined || actual !== value;
    case '^=': {
      const test = matches(`^${value ?? ''}`);
      return (actual) => actual !== undefined && test(actual);
    }
    case '~=': {
      const test = matches(value ?? '');
      return (actual) => actual !== undefined && test(actual);
    }
    case '!~': {
      const test = matches(value ?? '');
      return (actual) => actual === undefined || !test(actual);
    }
    case '<=':
    case '>=':
    case '<':
    case '>':
      return (actual) => actual !== undefined && compareBy(operator, actual, value ?? '');
    default:
      return (actual) => actual !== undefined && actual === value;
  }
}

function hasType(entry: Entry, type: string): boolean {
  return type === '*' || /^entry$/i.test(type) || entry.type.toLowerCase() === type.toLowerCase();
}

function readSelector(negation: string | undefined, type: string, condition: string | undefined): Test {
  const alternatives = splitParts(condition ?? '', /\s*\|\|\s*/).map((all) =>
    splitParts(all, /\s*(?:,|&&)\s*/).map(readCondition),
  );
  return (entry) => {
    if (hasType(entry, type) === (negation !== undefined)) return false;
    return (
      condition === undefined || condition === '' || alternatives.some((tests) => tests.every((test) => test(entry)))
    );
  };
}

/**
 * The entries that a query selects: `@*`, `@article[year>=2020, keywords~=web]`, `!@book`. A query that does not begin with
 * a selector selects nothing.
 */
export function selectEntries(entries: readonly Entry[], query: string): readonly Entry[] {
  if (!/^!?@/.test(query)) return [];
  const tests = [...query.matchAll(SELECTOR)].map(([, negation, type = '', condition]) =>
    readSelector(negation, type, condition),
  );
  return entries.filter((entry) => tests.some((test) => test(entry)));
}
