import { inheritedNameOptions } from './style.ts';
import type { XmlElement } from './xml.ts';

/** What a `name` element says, with what it inherits from the citation or bibliography and from the style. */
export class NameOptions {
  readonly name = 'name';
  readonly parts: readonly XmlElement[];
  readonly etAl: XmlElement | undefined;
  readonly #options: ReadonlyMap<string, string>;

  constructor(names: XmlElement, mode: XmlElement, style: XmlElement) {
    const own = names.child('name');
    this.parts = own?.children.filter(({ name }) => name === 'name-part') ?? [];
    this.etAl = names.child('et-al');
    this.#options = new Map([
      ...inheritedNameOptions(style),
      ...inheritedNameOptions(mode),
      ...(own?.attributes ?? []),
    ]);
  }

  get(option: string): string | undefined {
    return this.#options.get(option);
  }

  get delimiter(): string {
    return this.get('delimiter') ?? ', ';
  }

  /** Whether only the number of names is asked for. */
  get counts(): boolean {
    return this.get('form') === 'count';
  }

  /** What stands before the last name; the word for `text` is the locale's. */
  get connector(): string | undefined {
    const and = this.get('and');
    return and === 'symbol' ? '&' : and;
  }

  /** Of this many names, how many are shown; undefined if all are. */
  shownOf(count: number): number | undefined {
    const [least, shown] = [this.get('et-al-min'), this.get('et-al-use-first')];
    if (least === undefined || shown === undefined || count < Number.parseInt(least, 10)) return undefined;
    return Number.parseInt(shown, 10);
  }

  get showsLast(): boolean {
    return /^true$/m.test(this.get('et-al-use-last') ?? '');
  }

  /** Whether the name at this position, from 1, has its last name first. */
  isInverted(position: number): boolean {
    const order = this.get('name-as-sort-order') ?? '';
    return /^all$/i.test(order) || (position === 1 && /^first$/i.test(order));
  }

  delimiterPrecedesLast(count: number): boolean {
    if (this.get('and') === undefined) return true;
    const rule = (this.get('delimiter-precedes-last') ?? '').toLowerCase();
    if (rule === 'never') return false;
    if (rule === 'always') return true;
    if (rule.startsWith('after-inverted-name')) {
      if (this.get('name-as-sort-order') === undefined) return false;
      return /^all$/i.test(this.get('name-as-sort-order') ?? '') || count === 2;
    }
    return count > 2;
  }

  delimiterPrecedesEtAl(count: number): boolean {
    const rule = (this.get('delimiter-precedes-et-al') ?? '').toLowerCase();
    if (rule === 'never') return false;
    if (rule === 'always') return true;
    return rule.startsWith('after-inverted-name') ? this.isInverted(count) : count > 1;
  }
}
