import type { Liquid } from './liquid.ts';
import { LiquidError } from './liquid-error.ts';

/** How to treat markup that is not quite Liquid: read it as best one can, also say so, or stop. */
export type ErrorMode = 'lax' | 'warn' | 'strict';

/** Blocks inside each other beyond this depth are an error, as in Ruby. */
const MAX_DEPTH = 100;

/** The line of an expression that stands in no template of its own, as in `group_by_exp`. */
export const NO_LINE = 0;

/** What the parts of a parser share while one template is read (Liquid::ParseContext). */
export class ParseContext {
  readonly warnings: LiquidError[] = [];
  /** The line that errors and warnings are at. */
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

  /** Parses inside one more block. */
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
   * Reads markup with the strict parser, and where the error mode allows it falls back to the lax one
   * (Liquid::ParserSwitching).
   *
   * @param parsers `place` is how an error shows the markup, `line` where the tag or output began
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
