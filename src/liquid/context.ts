import { UttersonError } from '../errors.ts';
import { toText } from '../util/values/inspect.ts';
import { isAscii } from '../util/values/ruby-text.ts';
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

/** Where variables come from that the template did not set: a hash or a drop. */
export type Environment = Map<unknown, unknown> | Drop;

/** A `break` or `continue` that no loop has handled yet. */
export type Interrupt = 'break' | 'continue';

/** What a render starts with; unstated options are those of `liquid.settings`. */
interface ContextOptions {
  readonly liquid: Liquid;
  readonly environments: readonly Environment[];
  readonly registers?: Iterable<RegisterEntry>;
  readonly partials?: PartialLoader | undefined;
  readonly state?: RenderState | undefined;
  readonly strictVariables?: boolean | undefined;
  readonly strictFilters?: boolean | undefined;
  readonly printErrors?: boolean | undefined;
}

/** How deep a context's scopes and loops are nested at one moment. */
interface ContextMark {
  readonly scopes: number;
  readonly loops: number;
  readonly hasOwnScope: boolean;
}

/** More nested scopes than this are an error, as in Ruby. */
const MAX_DEPTH = 100;

/**
 * The state of one render: variables, registers, interrupts, and the errors so far (Liquid::Context).
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
  /** Whether errors are printed in the place of what failed, rather than thrown. */
  printErrors: boolean;
  readonly errors: LiquidError[] = [];
  readonly limits: RenderLimits;
  /** The name of the template that is rendering, for error messages. */
  templateName: string | undefined;
  /** The loops in progress, innermost last. */
  readonly loops: ForloopDrop[] = [];
  /** Interrupts that no loop has handled yet. */
  readonly interrupts: Interrupt[] = [];
  /** Whether the last body's output begins with what Ruby encodes as US-ASCII; `first-piece.ts` says why it matters. */
  startsUsAscii = false;
  /** The same of the text that a filter gets, if it has `seesEncoding`: what an EncodingNote in front of it has recorded. */
  filtersUsAscii = false;
  /** Variables of the whole template with texts that Ruby would have in US-ASCII. */
  private usAsciiNames: Set<string> | undefined;
  /** Scopes of local variables, outermost first. */
  private readonly scopes: Map<unknown, unknown>[] = [new Map()];
  private readonly registers = new Map<string, unknown>();
  /** Whether the innermost `stack` has already created its scope. */
  private hasOwnScope = false;
  /** Whether errors name their lines, which Ruby's templates do only if they are parsed so. */
  private namesLines = true;

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
   * The value of an expression given as a string, Ruby's `context['page.title']`.
   *
   * @example
   * context.evaluate('include.title')
   */
  evaluate(markup: string): unknown {
    return parseExpression(markup).evaluate(this);
  }

  /**
   * The value of a variable: from the innermost scope that has it, else from the first environment where it is not nil.
   */
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

  /** The result of a lookup that found nothing: nil, or with `strict_variables` an error. */
  missing(key: unknown, reason: symbol = MISSING): undefined {
    if (!this.strictVariables) return undefined;
    if (reason === UNDEFINED_METHOD) throw new LiquidError('UndefinedDropMethod', `undefined method ${toText(key)}`);
    throw new LiquidError('UndefinedVariable', `undefined variable ${toText(key)}`);
  }

  /**
   * Sets a variable in the innermost `stack`, which gets its scope only now (Ruby's `context['name'] = value`).
   */
  set(name: string, value: unknown): void {
    if (!this.hasOwnScope) {
      this.hasOwnScope = true;
      this.push(new Map());
    }
    this.scopes.at(-1)?.set(name, value);
  }

  /**
   * Sets a variable of the whole template, as `assign` and `capture` do.
   *
   * @param isUsAscii whether Ruby would have the value in US-ASCII, if it is a text without characters outside of it
   */
  assign(name: string, value: unknown, isUsAscii = false): void {
    this.scopes[0]?.set(name, value);
    if (isUsAscii && typeof value === 'string' && isAscii(value)) {
      this.usAsciiNames ??= new Set();
      this.usAsciiNames.add(name);
    } else this.usAsciiNames?.delete(name);
  }

  /** Whether the variable of this name has been assigned a text that Ruby would have in US-ASCII. */
  holdsUsAscii(name: string): boolean {
    if (this.usAsciiNames?.has(name) !== true) return false;
    return this.scopes.every((scope, index) => index === 0 || !scope.has(name));
  }

  /**
   * Runs an action; variables that it sets end with it. The scope is created when the first variable is set.
   */
  stack<T>(action: () => T): T {
    const outer = this.openStack();
    try {
      return action();
    } finally {
      this.closeStack(outer);
    }
  }

  /** The first half of `stack`, for hot paths that cannot afford a closure; pass what it returns to `closeStack`. */
  openStack(): boolean {
    const outer = this.hasOwnScope;
    this.hasOwnScope = false;
    return outer;
  }

  closeStack(outer: boolean): void {
    if (this.hasOwnScope) this.scopes.pop();
    this.hasOwnScope = outer;
  }

  /**
   * Adds an innermost scope; `pop` removes it.
   *
   * @throws {LiquidError} a StackLevelError beyond 100 scopes
   */
  push(scope: Map<unknown, unknown>): void {
    this.scopes.push(scope);
    if (this.scopes.length > MAX_DEPTH) throw new LiquidError('StackLevelError', 'Nesting too deep');
  }

  pop(): void {
    if (this.scopes.length === 1) throw new LiquidError('ContextError', 'Liquid::ContextError');
    this.scopes.pop();
  }

  /**
   * The value that the caller of the render passed for this register.
   *
   * @throws {TypeError} where the caller passed none
   */
  register<T>(register: Register<T>): T {
    const value = register.read(this.registers);
    if (value === undefined) throw new TypeError(`The register ${register.name} was not given to the render.`);
    return value;
  }

  /** The register's value, or undefined if the caller passed none. */
  registerIfGiven<T>(register: Register<T>): T | undefined {
    return register.read(this.registers);
  }

  setRegister<T>(register: Register<T>, value: T): void {
    this.registers.set(register.name, value);
  }

  /**
   * A context for another template, with variables of its own and the registers of this render. Errors are printed, without
   * lines, as by Ruby's `render`.
   *
   * @param assigns what `assign` and `capture` set, which Ruby keeps with the template from render to render
   */
  apart(environment: Environment, state: RenderState, assigns: Map<unknown, unknown>): Context {
    const { liquid, partials } = this;
    const apart = new Context({ liquid, environments: [environment], partials, state, printErrors: true });
    apart.namesLines = false;
    apart.scopes[0] = assigns;
    for (const [name, value] of this.registers) apart.registers.set(name, value);
    return apart;
  }

  /**
   * The partial of this name, through the loader of this render.
   *
   * @throws {LiquidError} a FileSystemError if there is none
   */
  loadPartial(name: string): Template {
    const partial = this.partials?.load(name);
    if (partial === undefined) throw new LiquidError('FileSystemError', `No such template '${name}'`);
    return partial;
  }

  /** Records the nesting of scopes and loops, for `restore` after an error in the middle of them. */
  mark(): ContextMark {
    return { scopes: this.scopes.length, loops: this.loops.length, hasOwnScope: this.hasOwnScope };
  }

  restore({ scopes, loops, hasOwnScope }: ContextMark): void {
    this.scopes.length = scopes;
    this.loops.length = loops;
    this.hasOwnScope = hasOwnScope;
  }

  /** Adds the template and line to an error of ours that does not know them yet; returns the error. */
  placeError(thrown: unknown, line: number | undefined): unknown {
    const error = isTooLongText(thrown)
      ? new LiquidError('MemoryError', 'this makes a text of more than 500 MB', thrown)
      : thrown;
    if (error instanceof LiquidError) error.locate({ templateName: this.templateName, line });
    else if (error instanceof UttersonError && line !== undefined) error.locateWithin({ line });
    return error;
  }

  /** Ruby's `handle_error`: locates the error, then throws it again or returns the text to print in its place. */
  handleError(error: unknown, lineOfError: number | undefined): string {
    const line = this.namesLines ? lineOfError : undefined;
    const placed = this.placeError(error, line);
    if (!this.printErrors) throw placed;
    const shown = placed instanceof LiquidError ? placed : this.hideError(error, line);
    this.errors.push(shown);
    return shown.kind.startsWith('Undefined') ? '' : shown.message;
  }

  /** Errors that are not Liquid's own appear in the output as `internal`, without details. */
  private hideError(error: unknown, line: number | undefined): LiquidError {
    const hidden = new LiquidError('InternalError', 'internal', error);
    hidden.locate({ templateName: this.templateName, line });
    return hidden;
  }
}

/** A text of 2 to the power of 29 characters is more than the JavaScript engine can have. */
function isTooLongText(error: unknown): boolean {
  return error instanceof RangeError && error.message === 'Invalid string length';
}
