import { UttersonError } from '../errors.ts';
import { toText } from '../util/inspect.ts';
import type { Drop } from './drop.ts';
import { parseExpression } from './expression.ts';
import type { ForloopDrop } from './forloop-drop.ts';
import type { Liquid } from './liquid.ts';
import { LiquidError } from './liquid-error.ts';
import { MISSING, UNDEFINED_METHOD } from './lookup.ts';
import type { PartialLoader } from './partial-loader.ts';
import type { Register, RegisterEntry } from './register.ts';
import { RenderLimits } from './render-limits.ts';
import { RenderState } from './render-state.ts';
import type { Template } from './template.ts';
import { toLiquid } from './values.ts';

/** Where variables are looked for outside a template: a hash or a drop. */
export type Environment = Map<unknown, unknown> | Drop;

/** An interrupt that a loop has not seen yet. */
export type Interrupt = 'break' | 'continue';

export interface ContextOptions {
  readonly liquid: Liquid;
  readonly environments: readonly Environment[];
  readonly registers?: Iterable<RegisterEntry>;
  readonly partials?: PartialLoader | undefined;
  readonly state?: RenderState | undefined;
  readonly strictVariables?: boolean | undefined;
  readonly strictFilters?: boolean | undefined;
  readonly printErrors?: boolean | undefined;
}

/** Where a context's scopes and loops stand. */
export interface ContextMark {
  readonly scopes: number;
  readonly loops: number;
  readonly hasOwnScope: boolean;
}

/** Scopes beyond this depth are an error, as in Ruby. */
const MAX_DEPTH = 100;

/**
 * What a template sees while it renders: scopes, registers, filters, and the errors so far (Liquid::Context).
 *
 * @example
 * context.stack(() => {
 *   context.set('include', parameters);
 *   return partial.renderIn(context);
 * });
 */
export class Context {
  readonly liquid: Liquid;
  readonly environments: readonly Environment[];
  readonly state: RenderState;
  readonly partials: PartialLoader | undefined;
  readonly strictVariables: boolean;
  readonly strictFilters: boolean;
  readonly printErrors: boolean;
  readonly errors: LiquidError[] = [];
  readonly limits: RenderLimits;
  /** The names of templates around the one that renders, for error messages. */
  templateName: string | undefined;
  /** Loops around the one that renders, innermost last. */
  readonly loops: ForloopDrop[] = [];
  /** A `break` or `continue` on its way to its loop. */
  readonly interrupts: Interrupt[] = [];
  /** Whether the body that was printed last begins with what Ruby has as US-ASCII: `first-piece.ts` tells why. */
  startsUsAscii = false;
  /** Local variables, the outermost scope first. */
  private readonly scopes: Map<unknown, unknown>[] = [new Map()];
  private readonly registers = new Map<string, unknown>();
  /** Whether the innermost `stack` has a scope of its own by now. */
  private hasOwnScope = false;

  constructor(options: ContextOptions) {
    this.liquid = options.liquid;
    this.environments = options.environments;
    this.partials = options.partials ?? options.liquid.settings.partials;
    this.state = options.state ?? new RenderState();
    this.strictVariables = options.strictVariables ?? options.liquid.settings.strictVariables;
    this.strictFilters = options.strictFilters ?? options.liquid.settings.strictFilters;
    this.printErrors = options.printErrors ?? false;
    this.limits = new RenderLimits(options.liquid.settings.limits);
    for (const { register, value } of options.registers ?? []) this.registers.set(register.name, value);
  }

  /**
   * The value of an expression given as text, as `context['page.title']` gives it to a tag in Ruby.
   *
   * @example
   * context.evaluate('include.title')
   */
  evaluate(markup: string): unknown {
    return parseExpression(markup).evaluate(this);
  }

  /** The value of a variable: the innermost scope that has it, else the first environment where it is not nil. */
  find(name: unknown): unknown {
    for (let index = this.scopes.length - 1; index >= 0; index--) {
      const scope = this.scopes[index];
      const value = scope?.get(name);
      if (value !== undefined || scope?.has(name)) return toLiquid(value);
    }
    return this.findInEnvironments(name);
  }

  private findInEnvironments(name: unknown): unknown {
    for (const environment of this.environments) {
      if (this.strictVariables && !environment.has(name)) {
        throw new LiquidError('UndefinedVariable', `undefined variable ${toText(name)}`);
      }
      const value = environment.get(name);
      if (value !== undefined && value !== null) return toLiquid(value);
    }
    return undefined;
  }

  /** What a lookup that found nothing gives: nil, or with `strict_variables` an error. */
  missing(key: unknown, how: symbol = MISSING): undefined {
    if (!this.strictVariables) return undefined;
    if (how === UNDEFINED_METHOD) throw new LiquidError('UndefinedDropMethod', `undefined method ${toText(key)}`);
    throw new LiquidError('UndefinedVariable', `undefined variable ${toText(key)}`);
  }

  /**
   * Sets a variable in the innermost `stack`, which it makes a scope of its own (`context['name'] = value`).
   */
  set(name: string, value: unknown): void {
    if (!this.hasOwnScope) {
      this.hasOwnScope = true;
      this.push(new Map());
    }
    this.scopes.at(-1)?.set(name, value);
  }

  /** Sets a variable of the whole template, as `assign` and `capture` do. */
  assign(name: string, value: unknown): void {
    this.scopes[0]?.set(name, value);
  }

  /**
   * Runs an action whose variables end with it. The scope is made when the first variable is set.
   */
  stack<T>(action: () => T): T {
    const outer = this.openStack();
    try {
      return action();
    } finally {
      this.closeStack(outer);
    }
  }

  /** The two halves of `stack`, for those who cannot afford a function; always close what was opened. */
  openStack(): boolean {
    const outer = this.hasOwnScope;
    this.hasOwnScope = false;
    return outer;
  }

  closeStack(outer: boolean): void {
    if (this.hasOwnScope) this.scopes.pop();
    this.hasOwnScope = outer;
  }

  /** Adds a scope around what renders next; `pop` takes it away. */
  push(scope: Map<unknown, unknown>): void {
    this.scopes.push(scope);
    if (this.scopes.length > MAX_DEPTH) throw new LiquidError('StackLevelError', 'Nesting too deep');
  }

  pop(): void {
    if (this.scopes.length === 1) throw new LiquidError('ContextError', 'Liquid::ContextError');
    this.scopes.pop();
  }

  /**
   * What the caller of the render handed in under this register.
   *
   * @throws {TypeError} where the caller handed in nothing
   */
  register<T>(register: Register<T>): T {
    const value = register.read(this.registers);
    if (value === undefined) throw new TypeError(`The register ${register.name} was not given to the render.`);
    return value;
  }

  /** The register's value, or undefined where the caller handed in none. */
  registerIfGiven<T>(register: Register<T>): T | undefined {
    return register.read(this.registers);
  }

  setRegister<T>(register: Register<T>, value: T): void {
    this.registers.set(register.name, value);
  }

  /** The partial of this name, through the loader that the caller of the render handed in. */
  loadPartial(name: string): Template {
    const partial = this.partials?.load(name);
    if (partial === undefined) throw new LiquidError('FileSystemError', `No such template '${name}'`);
    return partial;
  }

  /** Where scopes and loops stand, to come back to after an error in the middle of them. */
  mark(): ContextMark {
    return { scopes: this.scopes.length, loops: this.loops.length, hasOwnScope: this.hasOwnScope };
  }

  restore({ scopes, loops, hasOwnScope }: ContextMark): void {
    this.scopes.length = scopes;
    this.loops.length = loops;
    this.hasOwnScope = hasOwnScope;
  }

  /** Gives an error its place, where it is one of ours and has none yet. */
  placeError(error: unknown, line: number | undefined): unknown {
    if (error instanceof LiquidError) error.locate({ templateName: this.templateName, line });
    else if (error instanceof UttersonError && line !== undefined) error.locateWithin({ line });
    return error;
  }

  /** Ruby's `handle_error`: gives the error its place and throws it on, or gives the text to print instead. */
  handleError(error: unknown, line: number | undefined): string {
    if (!this.printErrors) throw this.placeError(error, line);
    this.placeError(error, line);
    const shown = error instanceof LiquidError ? error : this.hideError(error, line);
    this.errors.push(shown);
    return shown.kind.startsWith('Undefined') ? '' : shown.message;
  }

  /** Errors that are not Liquid's own show no detail in the output. */
  private hideError(error: unknown, line: number | undefined): LiquidError {
    const hidden = new LiquidError('InternalError', 'internal', error);
    hidden.locate({ templateName: this.templateName, line });
    return hidden;
  }
}
