import { isAscii } from '../util/values/ruby-text.ts';
import type { BlockBody } from './block-body.ts';
import { type CompiledBody, compileTemplate } from './compile/compile-template.ts';
import { Context, type Environment } from './context.ts';
import { toEnvironment } from './environment.ts';
import type { Liquid } from './liquid.ts';
import { LiquidError } from './liquid-error.ts';
import type { PartialLoader } from './partial-loader.ts';
import type { RegisterEntry } from './register.ts';
import { RenderState } from './render-state.ts';

/** The variables that a render starts with: a hash, a drop, or a plain object. */
export type Scope = Environment | object;

/** Options of one render; unstated ones are those of the Liquid that parsed the template. */
export interface RenderOptions {
  /** Values for tags and filters: `[SITE.of(site), PAGE.of(page)]`. */
  readonly registers?: Iterable<RegisterEntry>;
  /** Finds partials, and may record that they were read. */
  readonly partials?: PartialLoader;
  /** What `cycle`, `ifchanged` and `offset: continue` remember; by default the template's own, as in Ruby. */
  readonly state?: RenderState;
  readonly strictVariables?: boolean;
  readonly strictFilters?: boolean;
  /** Prints errors into the output instead of throwing the first one. */
  readonly printErrors?: boolean;
}

/** The output of a template, and whether Ruby's string would be in US-ASCII rather than UTF-8. */
export interface EncodedText {
  readonly text: string;
  readonly isUsAscii: boolean;
}

interface TemplateParts {
  readonly liquid: Liquid;
  readonly name: string | undefined;
  readonly body: BlockBody;
  readonly warnings: readonly LiquidError[];
}

/**
 * A parsed template, which can be rendered any number of times.
 *
 * @example
 * const template = liquid.parseTemplate('Hello {{ name }}!', { name: 'hello.html' });
 * template.render({ name: 'Mr Utterson' }) // 'Hello Mr Utterson!'
 */
export class Template {
  readonly name: string | undefined;
  /** What the strict parser rejected and the lax one accepted. */
  readonly warnings: readonly LiquidError[];
  /** What `cycle`, `ifchanged` and `offset: continue` remember from render to render. */
  readonly state = new RenderState();
  private readonly assigns = new Map<unknown, unknown>();
  private readonly liquid: Liquid;
  private readonly body: BlockBody;
  private compiled: CompiledBody | undefined;
  private renders = 0;

  constructor(parts: TemplateParts) {
    this.liquid = parts.liquid;
    this.name = parts.name;
    this.body = parts.body;
    this.warnings = parts.warnings;
  }

  /**
   * Renders the template (Ruby's `render!`).
   *
   * @throws {LiquidError} the first error, unless `printErrors` is set; errors other than Liquid's own pass through
   */
  render(scope: Scope, options: RenderOptions = {}): string {
    return this.renderEncoded(scope, options).text;
  }

  /** The same, with the encoding that Ruby's string would have, which changes the output of kramdown. */
  renderEncoded(scope: Scope, options: RenderOptions = {}): EncodedText {
    const context = new Context({
      ...options,
      liquid: this.liquid,
      environments: [toEnvironment(scope)],
      state: options.state ?? this.state,
    });
    const text = this.renderIn(context);
    return { text, isUsAscii: context.startsUsAscii && isAscii(text) };
  }

  /**
   * Renders with variables of its own, but with the registers of a render in progress. Errors are printed into the output.
   * As in Ruby, what the template assigns is still there in its next render.
   */
  renderApart(scope: Scope, context: Context): string {
    return this.renderIn(context.apart(toEnvironment(scope), this.state, this.assigns));
  }

  /** Only the interpreter can print errors and count against limits. */
  private isCompilable(context: Context): boolean {
    if (this.compiled === undefined && ++this.renders <= this.liquid.settings.compileAfter) return false;
    return !context.printErrors && !context.limits.isLimited;
  }

  private compile(): CompiledBody {
    this.compiled ??= compileOrInterpret(this.body);
    return this.compiled;
  }

  /** Renders as part of a render in progress, as a partial does: it sees and sets the variables of that render. */
  renderIn(context: Context): string {
    try {
      return this.isCompilable(context) ? this.compile()(context) : this.body.render(context);
    } catch (error) {
      throw isStackOverflow(error) ? new LiquidError('StackLevelError', 'Nesting too deep', error) : error;
    }
  }
}

/**
 * Where code cannot be generated (the process forbids it, or a condition has thousands of parts), the interpreter
 * remains in use.
 */
function compileOrInterpret(body: BlockBody): CompiledBody {
  try {
    return compileTemplate(body);
  } catch (error) {
    if (error instanceof RangeError || error instanceof EvalError) return (context) => body.render(context);
    throw error;
  }
}

/** A template that includes itself overflows the stack, in Ruby as in JavaScript. */
function isStackOverflow(error: unknown): boolean {
  return error instanceof RangeError && error.message.includes('call stack');
}
