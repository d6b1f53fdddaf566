import { compareTexts } from '../../../plugin/plugin.ts';
import { parseNameParts } from './name-parser.ts';
import type { FieldValue, TextFilter } from './value.ts';

/** The parts of a person's name, in the order in which templates see them. */
export interface NameParts {
  readonly first: string | undefined;
  readonly last: string | undefined;
  readonly prefix: string | undefined;
  readonly suffix: string | undefined;
}

export const NAME_PARTS = ['first', 'last', 'prefix', 'suffix'] as const;

function joinGiven(parts: readonly (string | undefined)[], separator: string): string {
  return parts.filter((part) => part !== undefined).join(separator);
}

/** Last name first: `van der Berg, Jr., Jan`. */
function sortOrder({ first, last, prefix, suffix }: NameParts): string {
  return joinGiven([joinGiven([prefix, last], ' '), suffix, first], ', ');
}

/** A list of people. */
export class Names {
  readonly kind = 'names';
  readonly names: readonly NameParts[];

  constructor(names: readonly NameParts[]) {
    this.names = names;
  }

  /** Reads `Ada Lovelace and Babbage, Charles`. As in bibtex-ruby, there is nobody in a text that is no list of names. */
  static parse(text: string): Names {
    return new Names(parseNameParts(text) ?? []);
  }

  get text(): string {
    return this.names.map(sortOrder).join(' and ');
  }

  quoted([open = '', ...others]: readonly string[]): string {
    return `${open}${this.text}${others.at(-1) ?? open}`;
  }

  filtered(filters: readonly TextFilter[]): Names {
    const filterPart = (part: string | undefined) =>
      part === undefined ? undefined : filters.reduce((text, filter) => filter(text), part);
    return new Names(
      this.names.map(({ first, last, prefix, suffix }) => ({
        first: filterPart(first),
        last: filterPart(last),
        prefix: filterPart(prefix),
        suffix: filterPart(suffix),
      })),
    );
  }

  /** Undefined where Ruby finds a name on one side and a text on the other. */
  compareTo(other: FieldValue): number | undefined {
    const others = other.kind === 'names' ? other.names : other.tokens;
    for (const [index, name] of this.names.entries()) {
      const rival = others[index];
      if (rival === undefined) return 1;
      if (typeof rival === 'string' || !('first' in rival)) return undefined;
      const result = compareTexts(sortOrder(name), sortOrder(rival));
      if (result !== 0) return result;
    }
    return Math.sign(this.names.length - others.length);
  }
}
