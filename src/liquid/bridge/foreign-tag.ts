import type { Context } from '../context.ts';
import type { Liquid } from '../liquid.ts';
import { LiquidError } from '../liquid-error.ts';
import { type Emitter, type LiquidjsTemplate, toValueSync } from '../liquidjs.ts';
import type { TagParser } from '../tag.ts';
import { printValue, toLiquid } from '../values.ts';
import { foreignContextOf } from './foreign-context.ts';
import { createTagToken, takeTokens } from './foreign-tokens.ts';
import { fromPlain } from './plain-value.ts';

/** Adapts the tag registered under this name through liquidjs's `registerTag`. */
export function adaptTag(name: string, liquid: Liquid): TagParser {
  return (source) => {
    const TagClass = liquid.tags[name];
    if (TagClass === undefined) throw source.syntaxError(`Unknown tag '${name}'`);
    const token = createTagToken(`{% ${`${name} ${source.markup}`.trim()} %}`, liquid);
    const tag = takeTokens(source.tokens, liquid, (tokens) =>
      liquid.parser.during(source.parseContext, () => new TagClass(token, tokens, liquid, liquid.parser)),
    );
    return { render: (context) => renderForeignTag(tag, context) };
  };
}

/** The output of a liquidjs tag; values print as Ruby would print them. */
class TextEmitter implements Emitter {
  buffer = '';

  write(value: unknown): void {
    this.buffer += printValue(toLiquid(fromPlain(value)));
  }
}

function renderForeignTag(tag: LiquidjsTemplate, context: Context): string {
  const foreign = foreignContextOf(context);
  const emitter = new TextEmitter();
  try {
    const result = settle(tag.render(foreign, emitter));
    if (result) emitter.write(result);
  } catch (error) {
    throw originalError(error);
  }
  foreign.giveInterrupts();
  return emitter.buffer;
}

/**
 * Runs a generator to its end.
 *
 * @throws {TypeError} for a promise: rendering is synchronous and cannot wait for it
 */
export function settle(result: unknown): unknown {
  const value: unknown = toValueSync(result as Generator<unknown, unknown, unknown>);
  if (!(value instanceof Promise)) return value;
  throw new TypeError('Tags and filters cannot return promises: templates are rendered synchronously.');
}

/** Unwraps a LiquidError that liquidjs wrapped on its way up through a foreign tag. */
function originalError(error: unknown): unknown {
  if (typeof error !== 'object' || error === null || !('originalError' in error)) return error;
  return error.originalError instanceof LiquidError ? error.originalError : error;
}
