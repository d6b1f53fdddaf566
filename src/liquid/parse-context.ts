import type { Liquid } from './liquid.ts';
import { LiquidError } from './liquid-error.ts';

/** What to do with malformed markup: read it by the lax rules, also collect a warning, or throw. */
export type ErrorMode = 'lax' | 'warn' | 'strict';

/** Blocks nested more deeply than this are an error, as in Ruby. */
const MAX_DEPTH = 100;

/** The line of an expression that is not part of a template, such as the argument of `group_by_exp`. */
export const NO_LINE = 0;

/** The state of parsing one template (Liquid::ParseContext). */
export class ParseContext {
  readonly warnings: LiquidError[] = [];
  /** The line that errors and warnings are reported on. */
  line: number;
  /** Whether the last tag ended in `-%}`. */
  trimsNextText = false;
  private depth = 0;

  constructor(
    readonly liquid: Liquid,
    readonly errorMode: ErrorMode,
    firstLine: number,
  ) {
    this.line = firstLine;
  }

  /**
   * Parses inside one more level of blocks.
   *
   * @throws {LiquidError} a StackLevelError beyond 100 levels
   */
  nest<T>(parse: () => T): T {
    if (this.depth >= MAX_DEPTH) throw new LiquidError('StackLevelError', 'Nesting too deep');
    this.depth++;
    try {
      return parse();
    } finally {
      this.depth--;
    }
  }

  /**
   * Parses markup with the strict parser and, where that fails and the error mode allows it, with the lax one
   * (Liquid::ParserSwitching).
   *
   * @param parsers `place` is the markup as an error shows it, `line` where the tag or output began
   */
  parseWithFallback<T>(parsers: { strict: () => T; lax: () => T; place: string; line: number }): T {
    if (this.errorMode === 'lax') return parsers.lax();
    try {
      return parsers.strict();
    } catch (error) {
      if (!(error instanceof LiquidError) || error.kind !== 'SyntaxError') throw error;
      error.locate({
        line: parsers.line === NO_LINE ? undefined : parsers.line,
        markupContext: `in "${parsers.place}"`,
      });
      if (this.errorMode === 'strict') throw error;
      this.warnings.push(error);
    }
    return parsers.lax();
  }
}
