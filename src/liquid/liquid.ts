import { requireUtf8 } from '../util/encoding.ts';
import type { Clock } from '../util/time/ruby-date-parse.ts';
import { TimeZone } from '../util/time/time-zone.ts';
import { BlockBody } from './block-body.ts';
import { BridgeParser } from './bridge/bridge-parser.ts';
import { answer, ForeignContext, foreignContextOf } from './bridge/foreign-context.ts';
import { adaptFilter, exposeFilter } from './bridge/foreign-filter.ts';
import { adaptTag } from './bridge/foreign-tag.ts';
import { toPlain } from './bridge/plain-value.ts';
import { Context } from './context.ts';
import { toEnvironment } from './environment.ts';
import type { FilterDefinition, FilterFunction, FilterTraits } from './filter.ts';
import { STANDARD_FILTERS } from './filters/standard-filters.ts';
import { LiquidError } from './liquid-error.ts';
import {
  type FilterImplOptions,
  LiquidjsLiquid,
  type LiquidjsRenderOptions,
  type LiquidjsTemplate,
  type TagImplementation,
} from './liquidjs.ts';
import { type ErrorMode, ParseContext } from './parse-context.ts';
import type { PartialLoader } from './partial-loader.ts';
import type { Limits } from './render-limits.ts';
import type { TagParser } from './tag.ts';
import { STANDARD_TAGS } from './tags/standard-tags.ts';
import { Template } from './template.ts';
import { Tokenizer } from './tokenizer.ts';
import type { BlankMeaning } from './values.ts';
import { parseVariable } from './variable.ts';

/** Options of `new Liquid()`; all have defaults. */
export interface LiquidOptions {
  /** What to do with malformed markup; `warn` (Jekyll's default) reads it by the lax rules and collects warnings. */
  readonly errorMode?: ErrorMode;
  /** Whether an unknown filter is an error. */
  readonly strictFilters?: boolean;
  /** Whether an unknown variable is an error. */
  readonly strictVariables?: boolean;
  /** The time of `'now' | date`, and the zone of dates that name none; the present in UTC by default. */
  readonly clock?: Clock;
  /** Finds partials for renders that bring no loader of their own. */
  readonly partials?: PartialLoader;
  /** Called with every warning, which `template.warnings` has too. */
  readonly onWarning?: (warning: LiquidError) => void;
  readonly limits?: Limits;
  /**
   * After how many renders a template is compiled to JavaScript; 3 by default, which compiles layouts and includes but
   * not the pages that render once. `Infinity` never compiles, for processes in which code cannot be generated.
   */
  readonly compileAfter?: number;
}

const RENDERS_BEFORE_COMPILING = 3;

/** The options with their defaults. */
export interface LiquidSettings {
  readonly errorMode: ErrorMode;
  readonly strictFilters: boolean;
  readonly strictVariables: boolean;
  readonly clock: Clock;
  readonly partials: PartialLoader | undefined;
  readonly onWarning: ((warning: LiquidError) => void) | undefined;
  readonly limits: Limits;
  readonly compileAfter: number;
}

/** Options of `Liquid#parseTemplate`. */
export interface ParseOptions {
  /** The template's file, for error messages. */
  readonly name?: string;
  /** The line of the file on which the source begins; 1 by default. */
  readonly firstLine?: number;
  readonly errorMode?: ErrorMode;
}

/**
 * Renders Liquid as Ruby's Liquid 4.0.4 does, behind the interface of liquidjs.
 *
 * @example
 * const liquid = new Liquid();
 * liquid.parseTemplate('{{ 7 | divided_by: 2.0 }}').render({}) // '3.5'
 */
export class Liquid extends LiquidjsLiquid {
  readonly settings: LiquidSettings;
  /**
   * What `x == blank` finds true: what ActiveSupport's `blank?` does, which some of Jekyll's plugins bring, or another
   * gem's; otherwise it is never true.
   */
  definesBlank: BlankMeaning = false;
  override readonly parser: BridgeParser;
  private readonly tagParsers = new Map<string, TagParser>(STANDARD_TAGS);
  private readonly filterDefinitions = new Map<string, FilterDefinition>(STANDARD_FILTERS);

  constructor(options: LiquidOptions = {}) {
    // No locale is ever used, but without one liquidjs asks Intl for the system's, which takes longer than a small build.
    super({ locale: 'en-US' });
    this.settings = {
      errorMode: options.errorMode ?? 'warn',
      strictFilters: options.strictFilters ?? false,
      strictVariables: options.strictVariables ?? false,
      clock: options.clock ?? createUtcClock(),
      partials: options.partials,
      onWarning: options.onWarning,
      limits: options.limits ?? {},
      compileAfter: options.compileAfter ?? RENDERS_BEFORE_COMPILING,
    };
    this.parser = new BridgeParser(this);
    for (const name of Object.keys(this.tags)) delete this.tags[name];
    for (const name of Object.keys(this.filters)) delete this.filters[name];
    for (const name of this.filterDefinitions.keys()) this.filters[name] = exposeFilter(name, this);
  }

  /**
   * Parses a template.
   *
   * @throws {LiquidError} where the source is not valid Liquid
   */
  parseTemplate(source: string, options: ParseOptions = {}): Template {
    const firstLine = options.firstLine ?? 1;
    requireUtf8(source, 'invalid byte sequence in UTF-8', firstLine);
    const parseContext = new ParseContext(this, options.errorMode ?? this.settings.errorMode, firstLine);
    const body = parseDocument(new Tokenizer(source, firstLine), parseContext);
    for (const warning of parseContext.warnings) this.settings.onWarning?.(warning);
    return new Template({ liquid: this, name: options.name, body, warnings: parseContext.warnings });
  }

  /**
   * Registers a tag the way Ruby's Liquid does: the parser gets the raw markup once for each place, and rendering is
   * synchronous.
   *
   * @example
   * liquid.defineTag('year', () => ({ render: () => 1886 }));
   */
  defineTag(name: string, parser: TagParser): void {
    this.tagParsers.set(name, parser);
  }

  /**
   * Registers a filter the way Ruby's Liquid does; it works on Ruby values.
   *
   * @example
   * liquid.defineFilter('double', (input) => [input, input]);
   * liquid.defineFilter('wrap', (input, [tag]) => `<${tag}>${input}</${tag}>`, { required: 1 });
   */
  defineFilter(name: string, apply: FilterFunction, traits: FilterTraits = {}): void {
    const { required = 0, optional = 0, seesVariables = true, seesEncoding = false } = traits;
    this.filterDefinitions.set(name, { apply, required, optional, seesVariables, seesEncoding });
    this.filters[name] = exposeFilter(name, this);
  }

  /** Registers a tag written for liquidjs: a class, or an object with `parse` and `render`. */
  override registerTag(name: string, tag: TagImplementation): void {
    super.registerTag(name, tag);
    // liquidjs's constructor registers its own tags before the fields of this class exist; they are replaced anyway.
    this.tagParsers?.set(name, adaptTag(name, this));
  }

  /** Registers a filter written for liquidjs: a function whose `this` has the `context`. */
  override registerFilter(name: string, filter: FilterImplOptions): void {
    super.registerFilter(name, filter);
    this.filterDefinitions?.set(name, adaptFilter(name, filter, this));
  }

  override unregisterFilter(name: string): void {
    super.unregisterFilter(name);
    this.filterDefinitions.delete(name);
  }

  override parse(source: string, filepath?: string): LiquidjsTemplate[] {
    return this.parser.parse(source, filepath);
  }

  override _render(
    templates: LiquidjsTemplate[],
    scope: object | undefined,
    options: LiquidjsRenderOptions = {},
  ): IterableIterator<unknown> {
    return this.renderer.renderTemplates(templates, this.createContext(scope, options));
  }

  override _evalValue(markup: string, scope?: object): IterableIterator<unknown> {
    const { native } = this.createContext(scope, {});
    const value = parseVariable(markup, new ParseContext(this, this.settings.errorMode, 1)).evaluate(native);
    return answer(toPlain(value));
  }

  private createContext(scope: object | undefined, { strictVariables }: LiquidjsRenderOptions): ForeignContext {
    if (scope instanceof ForeignContext) return scope;
    return foreignContextOf(new Context({ liquid: this, environments: [toEnvironment(scope ?? {})], strictVariables }));
  }

  /** The parser of the tag of this name; undefined if there is none. */
  findTag(name: string): TagParser | undefined {
    return this.tagParsers.get(name);
  }

  /** The filter of this name; undefined if there is none. */
  findFilter(name: string): FilterDefinition | undefined {
    return this.filterDefinitions.get(name);
  }
}

/** Parses a whole template; a tag that no block claims is an error (Liquid::Document). */
function parseDocument(tokens: Tokenizer, parseContext: ParseContext): BlockBody {
  const body = new BlockBody();
  try {
    const unknown = body.parse(tokens, parseContext);
    if (unknown !== undefined) throw new LiquidError('SyntaxError', describeUnknownTag(unknown.name));
  } catch (error) {
    if (error instanceof LiquidError && error.kind === 'SyntaxError') error.locate({ line: parseContext.line });
    throw error;
  }
  return body;
}

function describeUnknownTag(name: string): string {
  return name === 'else' || name === 'end' ? `Unexpected outer '${name}' tag` : `Unknown tag '${name}'`;
}

function createUtcClock(): Clock {
  const zone = TimeZone.named('UTC');
  return { zone, now: () => zone.at(Math.floor(Date.now() / 1000)) };
}

// The rest of `utterson/liquid`, for authors of tags, filters and drops.
export { CalendarDate } from '../util/time/calendar-date.ts';
export type { Clock } from '../util/time/ruby-date-parse.ts';
export { Time } from '../util/time/time.ts';
export { TimeZone } from '../util/time/time-zone.ts';
export { Float } from '../util/values/float.ts';
export { inspect, toText } from '../util/values/inspect.ts';
export type { Context } from './context.ts';
export { Drop } from './drop.ts';
export type { FilterFunction, FilterTraits } from './filter.ts';
export { LiquidError } from './liquid-error.ts';
export type { ErrorMode } from './parse-context.ts';
export type { PartialLoader } from './partial-loader.ts';
export { Range } from './range.ts';
export { Register } from './register.ts';
export type { Limits } from './render-limits.ts';
export type { RenderState } from './render-state.ts';
export type { TagNode, TagParser, TagSource } from './tag.ts';
export type { RenderOptions, Scope, Template } from './template.ts';
