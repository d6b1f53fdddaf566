import type { Element } from './element.ts';
import type { Parser } from './parser.ts';

/** Where a span ends. */
export interface Stop {
  /** Stops with the same key are met at the same places. */
  readonly key: string;
  /** Whether the parser throws the span away and goes back when the stop is not met. */
  readonly retries: boolean;
  /** Whether the span ends at the parser's position. */
  isMet(parser: Parser, element: Element): boolean;
  /** How many brackets are open, for a stop that counts them. */
  depth?(element: Element): number;
  /** Whether a span that ends at a position would be thrown away all the same. */
  isPointless?(end: number): boolean;
}
