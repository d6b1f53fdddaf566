import { escapeMarkup } from '../../../plugin/plugin.ts';
import type { XmlElement } from './xml.ts';

interface Term {
  readonly name: string;
  readonly form: string;
  readonly match: string | undefined;
  readonly single: string;
  readonly multiple: string;
}

/** The form that stands in for one that a term does not have. */
const FALLBACKS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    long: 'long',
    verb: 'long',
    short: 'long',
    'verb-short': 'verb',
    symbol: 'short',
  }),
);

const ORDINAL = /^(?:long-)?ordinal(?:-\d\d+)?$/;
/** In CSL 1.0 `ordinal-01` to `ordinal-03` are for numbers with that last digit, and this one for all others. */
const LEGACY_REST = 4;

function readTerm(element: XmlElement): Term {
  const part = (name: string) => escapeMarkup((element.child(name)?.text ?? '').trim());
  return {
    name: element.get('name') ?? '',
    form: element.get('form') ?? 'long',
    match: element.get('match'),
    single: element.text ?? part('single'),
    multiple: element.text ?? part('multiple'),
  };
}

/** The words, dates and quotation marks of a language. */
export class Locale {
  readonly language: string;
  readonly dates: readonly XmlElement[];
  readonly punctuationInQuotes: boolean;
  readonly limitsDayOrdinals: boolean;
  readonly #terms = new Map<string, Term[]>();
  /** By number; those that apply to any have -1. */
  readonly #ordinals = new Map<number, Term[]>();

  constructor(root: XmlElement, language: string) {
    this.language = language;
    this.dates = root.children.filter(({ name }) => name === 'date');
    const options = root.child('style-options');
    this.punctuationInQuotes = /^true$/i.test(options?.get('punctuation-in-quote') ?? '');
    this.limitsDayOrdinals = /^true$/i.test(options?.get('limit-day-ordinals-to-day-1') ?? '');
    for (const child of root.child('terms')?.children ?? []) if (child.name === 'term') this.#add(readTerm(child));
  }

  #add(term: Term): void {
    const number = term.name === 'ordinal' ? -1 : Number(/\d+/.exec(term.name)?.[0] ?? 0);
    if (ORDINAL.test(term.name)) this.#ordinals.set(number, [...(this.#ordinals.get(number) ?? []), term]);
    else this.#terms.set(term.name, [...(this.#terms.get(term.name) ?? []), term]);
  }

  /** A term in a form, or in the one that stands in for it; undefined if the language has none. */
  translate(
    name: string,
    { form = 'long', isPlural = false }: { form?: string | undefined; isPlural?: boolean } = {},
  ): string | undefined {
    const candidates = this.#terms.get(name) ?? [];
    for (let wanted: string | undefined = form; wanted !== undefined; ) {
      const term = candidates.find((candidate) => candidate.form === wanted);
      if (term !== undefined) return isPlural ? term.multiple : term.single;
      const fallback: string | undefined = FALLBACKS.get(wanted);
      wanted = fallback === wanted ? undefined : fallback;
    }
    return undefined;
  }

  /** A number as an ordinal: `2nd`, or `second` in the long form. */
  ordinalize(number: number, form?: string): string {
    const count = Math.abs(number);
    const long = form?.startsWith('long')
      ? this.#ordinals.get(count)?.find(({ name }) => name.startsWith('long-'))
      : undefined;
    if (long !== undefined) return long.single;
    const term = this.#ordinals.has(-1) ? this.#findOrdinal(count) : this.#findLegacyOrdinal(count);
    return `${number}${term?.single ?? ''}`;
  }

  #findOrdinal(number: number): Term | undefined {
    const divisors = [undefined, ...(number < 100 ? [] : [100]), ...(number < 10 ? [] : [10])];
    for (const divisor of divisors) {
      const rest = divisor === undefined ? number : number % divisor;
      const term = this.#ordinals
        .get(rest)
        ?.find((candidate) => !candidate.name.startsWith('long-') && matches(candidate, rest, number));
      if (term !== undefined) return term;
    }
    return this.#ordinals.get(-1)?.[0];
  }

  /** The rule of CSL 1.0. */
  #findLegacyOrdinal(number: number): Term | undefined {
    const isTeen = number % 100 > 10 && number % 100 < 14;
    const last = number % 10;
    return this.#ordinals.get(!isTeen && last > 0 && last < LEGACY_REST ? last : LEGACY_REST)?.[0];
  }
}

function matches({ match }: Term, ordinal: number, number: number): boolean {
  switch (match) {
    case 'last-two-digits':
      return ordinal === number % 100;
    case 'last-digit':
      return ordinal === number % 10;
    case 'whole-number':
      return ordinal === number;
    default:
      return true;
  }
}
