import { type FilterDefinition, KeywordArguments } from '../filter.ts';
import type { Liquid } from '../liquid.ts';
import type { FilterImplOptions } from '../liquidjs.ts';
import { foreignContextOf, nativeContextOf } from './foreign-context.ts';
import { settle } from './foreign-tag.ts';
import { toRubyValue } from './foreign-value.ts';
import { fromPlain, toPlain } from './plain-value.ts';

type Handler = Extract<FilterImplOptions, (...args: never[]) => unknown>;

/** Adapts a filter registered through liquidjs's `registerFilter`; it gets keyword arguments as `[key, value]` pairs. */
export function adaptFilter(name: string, filter: FilterImplOptions, liquid: Liquid): FilterDefinition {
  const handler: Handler = typeof filter === 'function' ? filter : filter.handler;
  return {
    required: 0,
    optional: Number.POSITIVE_INFINITY,
    seesVariables: true,
    seesEncoding: false,
    apply: (input, args, context) => {
      const values = args.flatMap((arg) => (arg instanceof KeywordArguments ? listKeywords(arg) : [toPlain(arg)]));
      const self = { context: foreignContextOf(context), liquid, token: { name } } as never;
      return toRubyValue(fromPlain(settle(handler.call(self, toPlain(input), ...values))));
    },
  };
}

function listKeywords(keywords: KeywordArguments): [string, unknown][] {
  return [...keywords].map(([name, value]) => [name, toPlain(value)]);
}

/** Our filter in liquidjs's shape, for expressions that liquidjs's tags evaluate. */
export function exposeFilter(name: string, liquid: Liquid): Handler {
  return function (value: unknown, ...args: unknown[]) {
    const filter = liquid.findFilter(name);
    const context = nativeContextOf(this.context);
    context.filtersUsAscii = false;
    return toPlain(filter?.apply(fromPlain(value), args.map(fromPlain), context));
  };
}
