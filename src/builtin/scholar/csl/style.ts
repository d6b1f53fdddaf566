import type { XmlElement } from './xml.ts';

/** The attributes of names that styles, citations and bibliographies pass on to `name`. */
const INHERITED: readonly string[] = [
  ...['and', 'delimiter-precedes-et-al', 'initialize-with', 'delimiter-precedes-last', 'et-al-min', 'et-al-use-first'],
  ...['et-al-subsequent-min', 'et-al-subsequent-use-first', 'et-al-use-last', 'name-as-sort-order', 'sort-separator'],
  'initialize',
];

/** A citation style. */
export class Style {
  readonly root: XmlElement;
  readonly #macros = new Map<string, XmlElement>();

  constructor(root: XmlElement) {
    this.root = root;
    for (const child of root.children) if (child.name === 'macro') this.#macros.set(child.get('name') ?? '', child);
  }

  macro(name: string): XmlElement | undefined {
    return this.#macros.get(name);
  }

  get citation(): XmlElement | undefined {
    return this.root.child('citation');
  }

  get bibliography(): XmlElement | undefined {
    return this.root.child('bibliography');
  }

  /** The style that this one only gives another name, as the last part of its address. */
  get parentName(): string | undefined {
    const links = this.root.child('info')?.children ?? [];
    const link = links.find((child) => child.name === 'link' && child.get('rel') === 'independent-parent');
    return link?.get('href')?.split('/').at(-1);
  }
}

/** The options of names that an element passes on. */
export function inheritedNameOptions(element: XmlElement): Map<string, string> {
  const options = new Map<string, string>();
  for (const name of INHERITED) {
    const value = element.get(name);
    if (value !== undefined) options.set(name, value);
  }
  const [delimiter, form] = [element.get('name-delimiter'), element.get('name-form')];
  if (delimiter !== undefined) options.set('delimiter', delimiter);
  if (form !== undefined) options.set('form', form);
  return options;
}

/** The delimiter of a group or layout around an element. */
export function closestDelimiter(element: XmlElement): string {
  for (let parent = element.parent; parent !== undefined; parent = parent.parent) {
    if (parent.name.startsWith('group') || parent.name.endsWith('layout')) return parent.get('delimiter') ?? '';
  }
  return '';
}
