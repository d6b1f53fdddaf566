import { toText } from '../util/values/inspect.ts';
import type { Context } from './context.ts';
import type { Expression } from './expression.ts';
import { KEEPS_ENCODING } from './first-piece.ts';
import type { Liquid } from './liquid.ts';
import { LiquidError } from './liquid-error.ts';
import { toLiquid } from './values.ts';
import type { FilterArguments } from './variable.ts';

/**
 * The implementation of a filter. Keyword arguments come as one Map, the last argument.
 *
 * @example
 * const shout: FilterFunction = (input, [times = 1]) => `${toText(input)}${'!'.repeat(Number(times))}`;
 */
export type FilterFunction = (input: unknown, args: readonly unknown[], context: Context) => unknown;

/** How many arguments a filter takes besides its input. */
export interface Arity {
  readonly required?: number;
  readonly optional?: number;
}

/** What `defineFilter` may be told about a filter. */
export interface FilterTraits extends Arity {
  /** Whether it may look up variables of the template, as `where_exp` does; true unless stated. */
  readonly seesVariables?: boolean;
  /** Whether it asks `context.filtersUsAscii` about an input that is a text; false unless stated. */
  readonly seesEncoding?: boolean;
}

/** A filter as it is registered. */
export interface FilterDefinition {
  readonly apply: FilterFunction;
  readonly required: number;
  readonly optional: number;
  readonly seesVariables: boolean;
  readonly seesEncoding: boolean;
}

/** The keyword arguments of a call; to Ruby's filters they are a hash like any other. */
export class KeywordArguments extends Map<string, unknown> {}

/** A filter applied at one place of a template: its name and arguments. */
export class FilterCall {
  readonly positional: readonly Expression[];
  readonly keywords: ReadonlyMap<string, Expression>;
  /** The argument values, where all are literals. */
  private readonly constants: readonly unknown[] | undefined;

  constructor(
    readonly name: string,
    args: FilterArguments,
    private readonly liquid: Liquid,
  ) {
    this.positional = args.positional;
    this.keywords = args.keywords;
    this.constants = constantArguments(args);
  }

  /** The filter's result; a filter that is not registered returns its input, or is an error with `strict_filters`. */
  apply(input: unknown, context: Context): unknown {
    return this.applyTo(input, this.constants ?? this.evaluateArguments(context), context);
  }

  /** The same with arguments already evaluated. */
  applyTo(input: unknown, args: readonly unknown[], context: Context): unknown {
    return applyFilter(this.name, this.liquid.findFilter(this.name), input, args, context);
  }

  /** Whether Ruby's result has the encoding of the input; `first-piece.ts` says why it matters. */
  get keepsEncoding(): boolean {
    return KEEPS_ENCODING.has(this.name);
  }

  /** Whether the filter may look up variables beyond those in its arguments. */
  get seesVariables(): boolean {
    return this.liquid.findFilter(this.name)?.seesVariables ?? false;
  }

  get hasConstantArguments(): boolean {
    return this.constants !== undefined;
  }

  private evaluateArguments(context: Context): unknown[] {
    const args: unknown[] = [];
    for (const expression of this.positional) args.push(expression.evaluate(context));
    if (this.keywords.size > 0) {
      args.push(
        new KeywordArguments([...this.keywords].map(([name, expression]) => [name, expression.evaluate(context)])),
      );
    }
    return args;
  }
}

function constantArguments(args: FilterArguments): readonly unknown[] | undefined {
  if (args.keywords.size > 0) return undefined;
  const values: unknown[] = [];
  for (const argument of args.positional) {
    if (argument.kind !== 'literal') return undefined;
    values.push(argument.value);
  }
  return values;
}

/**
 * Runs a filter on its input; if there is no such filter, returns the input.
 *
 * @throws {LiquidError} an UndefinedFilter with `strict_filters`, an ArgumentError for a wrong number of arguments
 */
export function applyFilter(
  name: string,
  filter: FilterDefinition | undefined,
  input: unknown,
  args: readonly unknown[],
  context: Context,
): unknown {
  if (filter === undefined) {
    if (context.strictFilters) throw new LiquidError('UndefinedFilter', `undefined filter ${name}`);
    return toLiquid(input);
  }
  if (args.length < filter.required || args.length > filter.required + filter.optional) {
    throw new LiquidError('ArgumentError', describeArity(filter, args.length));
  }
  return toLiquid(filter.apply(input, args, context));
}

/** Ruby counts the input as the first argument. */
function describeArity(filter: FilterDefinition, given: number): string {
  const least = filter.required + 1;
  const expected =
    filter.optional === 0
      ? `${least}`
      : Number.isFinite(filter.optional)
        ? `${least}..${least + filter.optional}`
        : `${least}+`;
  return `wrong number of arguments (given ${given + 1}, expected ${expected})`;
}

/** An argument's `to_s`, or the fallback where the argument is missing. */
export function argumentText(args: readonly unknown[], index: number, fallback = ''): string {
  return index < args.length ? toText(args[index]) : fallback;
}
