import type { Context } from '../context.ts';
import { FilterCall } from '../filter.ts';
import { KEEPS_ENCODING, printsUsAscii } from '../first-piece.ts';
import type { Liquid } from '../liquid.ts';

/**
 * Stands in front of filters that derive texts from their input: returns the input, and records whether Ruby would have
 * it, and thus those texts, in US-ASCII.
 */
class EncodingNote extends FilterCall {
  constructor(liquid: Liquid) {
    super('', { positional: [], keywords: new Map() }, liquid);
  }

  override apply(input: unknown, context: Context): unknown {
    context.filtersUsAscii = printsUsAscii(input);
    return input;
  }

  override get seesVariables(): boolean {
    return false;
  }
}

/** The filters of a variable. If one asks for the encoding of its input, a note is in front of each run that keeps it. */
export function noteEncodings(filters: readonly FilterCall[], liquid: Liquid): readonly FilterCall[] {
  const asking = filters.findLastIndex(({ name }) => liquid.findFilter(name)?.seesEncoding === true);
  return filters.flatMap((filter, index) => {
    const previous = filters[index - 1]?.name;
    const startsRun = previous === undefined || !KEEPS_ENCODING.has(previous);
    return startsRun && index <= asking ? [new EncodingNote(liquid), filter] : [filter];
  });
}
