import { type Variable, variableText } from './variables.ts';
import type { XmlElement } from './xml.ts';

/** What labels call the variables that have another name. */
const TERMS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'number-of-pages': 'page',
    'number-of-volumes': 'volume',
    'chapter-number': 'chapter',
    'collection-number': 'collection',
  }),
);

/** The term of a locale that labels a variable. */
export function labelTerm(variable: string): string {
  return TERMS.get(variable) ?? variable;
}

/** Whether the element `label` itself asks for the plural; undefined if that depends on what it labels. */
export function chosenPlural(label: XmlElement, value: Variable | string): boolean | undefined {
  const rule = (label.get('plural') ?? '').toLowerCase();
  if (rule === 'always') return true;
  if (rule === 'never') return false;
  if (!/^number-of-(?:pages|volumes)/i.test(label.get('variable') ?? '')) return undefined;
  const text = typeof value === 'string' ? value : variableText(value);
  return Number(/[+-]?\d+/.exec(text)?.[0] ?? 0) > 1;
}
