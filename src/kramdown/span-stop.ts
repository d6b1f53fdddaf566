import type { Element } from './element.ts';
import type { Parser } from './parser.ts';

/** The condition that ends a span. */
export interface Stop {
  /** Stops with the same key are met at the same positions. */
  readonly key: string;
  /** Whether the parser discards the span and backtracks when the stop is not met. */
  readonly retries: boolean;
  /** Whether the span ends at the parser's position. */
  isMet(parser: Parser, element: Element): boolean;
  /** The number of open brackets, for a stop that counts them. */
  depth?(element: Element): number;
  /** Whether a span that ends at this position would be discarded anyway. */
  isPointless?(end: number): boolean;
}
