import { LiquidError } from './liquid-error.ts';

/** What one render may use; without a value there is no limit, as in Jekyll. */
export interface Limits {
  /** Characters of output. */
  readonly renderLength?: number | undefined;
  /** Turns of loops, all together. */
  readonly loopTurns?: number | undefined;
}

/** Counts what a render uses and stops one that runs away. */
export class RenderLimits {
  /** Whether there is a limit at all. */
  readonly isLimited: boolean;
  private turnsLeft: number;
  private lengthLeft: number;

  constructor(limits: Limits) {
    this.isLimited = limits.loopTurns !== undefined || limits.renderLength !== undefined;
    this.turnsLeft = limits.loopTurns ?? Number.POSITIVE_INFINITY;
    this.lengthLeft = limits.renderLength ?? Number.POSITIVE_INFINITY;
  }

  /** Counts the turns a loop is about to make. */
  addTurns(count: number): void {
    this.turnsLeft -= count;
    if (this.turnsLeft < 0) throw new LiquidError('MemoryError', 'Loop limit exceeded');
  }

  /** Counts printed characters. */
  addLength(count: number): void {
    this.lengthLeft -= count;
    if (this.lengthLeft < 0) throw new LiquidError('MemoryError', 'Memory limits exceeded');
  }
}
