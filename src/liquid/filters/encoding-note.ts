import type { Context } from '../context.ts';
import type { Expression } from '../expression.ts';
import { FilterCall } from '../filter.ts';
import { isInUsAscii, variableName } from '../first-piece.ts';
import type { Liquid } from '../liquid.ts';

/**
 * Stands in front of filters that derive texts from their input: returns the input, and records whether Ruby would have
 * it, and thus those texts, in US-ASCII.
 */
export class EncodingNote extends FilterCall {
  /** @param variable the variable that the input is from; null if it is from elsewhere */
  constructor(
    private readonly language: Liquid,
    private readonly variable: string | null,
  ) {
    super('', { positional: [], keywords: new Map() }, language);
  }

  override apply(input: unknown, context: Context): unknown {
    context.filtersUsAscii = isInUsAscii(input, this.variable, context);
    return input;
  }

  /** The same in a loop of generated code, whose variables hide those of the context. */
  within(variables: ReadonlyMap<string, unknown>): EncodingNote {
    return this.variable !== null && variables.has(this.variable) ? new EncodingNote(this.language, null) : this;
  }

  override get keepsEncoding(): boolean {
    return true;
  }

  override get seesVariables(): boolean {
    return false;
  }
}

/** The filters of an expression. If one asks for the encoding of its input, a note is in front of each run that keeps it. */
export function noteEncodings(
  filters: readonly FilterCall[],
  expression: Expression,
  liquid: Liquid,
): readonly FilterCall[] {
  const asking = filters.findLastIndex(({ name }) => liquid.findFilter(name)?.seesEncoding === true);
  return filters.flatMap((filter, index) => {
    const startsRun = index === 0 || filters[index - 1]?.keepsEncoding !== true;
    if (!startsRun || index > asking) return [filter];
    return [new EncodingNote(liquid, index === 0 ? variableName(expression) : null), filter];
  });
}
