import { countWords } from '../../util/values/ruby-text.ts';
import type { Context } from '../context.ts';
import { FilterCall } from '../filter.ts';
import type { Liquid } from '../liquid.ts';
import { size } from './array-filters.ts';
import { split } from './text-piece-filters.ts';

/**
 * `split: " " | size` as one step, which counts the words without creating them. Layouts apply it to the content of
 * every page to estimate the reading time.
 */
class WordCount extends FilterCall {
  constructor(
    splitting: FilterCall,
    private readonly counting: FilterCall,
    private readonly filters: Liquid,
  ) {
    super(splitting.name, splitting, filters);
  }

  override apply(input: unknown, context: Context): unknown {
    if (typeof input === 'string' && this.areStandard()) return countWords(input);
    return this.counting.apply(super.apply(input, context), context);
  }

  /** Whether no plugin has replaced either filter. */
  private areStandard(): boolean {
    return this.filters.findFilter('split')?.apply === split && this.filters.findFilter('size')?.apply === size;
  }
}

function splitsWords({ name, positional, keywords }: FilterCall): boolean {
  const [pattern] = positional;
  const hasOne = positional.length === 1 && keywords.size === 0;
  return name === 'split' && hasOne && pattern?.kind === 'literal' && pattern.value === ' ';
}

const countsItems = ({ name, positional, keywords }: FilterCall): boolean =>
  name === 'size' && positional.length === 0 && keywords.size === 0;

/** The filters of a variable, with each `split: " " | size` replaced by a single WordCount. */
export function joinWordCounts(filters: readonly FilterCall[], liquid: Liquid): readonly FilterCall[] {
  const joined: FilterCall[] = [];
  for (const filter of filters) {
    const last = joined.at(-1);
    if (last !== undefined && splitsWords(last) && countsItems(filter)) {
      joined[joined.length - 1] = new WordCount(last, filter, liquid);
    } else joined.push(filter);
  }
  return joined;
}
