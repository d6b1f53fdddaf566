import type { Context, Interrupt } from '../context.ts';
import type { TagNode } from '../tag.ts';

/** `{% break %}` and `{% continue %}`: the body ends here, and the loop around it handles the interrupt. */
export class InterruptNode implements TagNode {
  readonly kind = 'interrupt';

  constructor(readonly interrupt: Interrupt) {}

  render(context: Context): string {
    context.interrupts.push(this.interrupt);
    return '';
  }
}

/** `{% break %}` ends the loop around it. */
export function parseBreak(): InterruptNode {
  return new InterruptNode('break');
}

/** `{% continue %}` skips to the next iteration of the loop around it. */
export function parseContinue(): InterruptNode {
  return new InterruptNode('continue');
}
