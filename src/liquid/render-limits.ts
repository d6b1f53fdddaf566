import { LiquidError } from './liquid-error.ts';

/** What one render may use; anything not stated is unlimited, as in Jekyll. */
export interface Limits {
  /** Characters of output. */
  readonly renderLength?: number | undefined;
  /** Iterations of all loops together. */
  readonly loopTurns?: number | undefined;
}

/** Counts what a render uses, and stops one that exceeds its limits with a LiquidError (`MemoryError`). */
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

  /** Counts the iterations that a loop is about to make. */
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
