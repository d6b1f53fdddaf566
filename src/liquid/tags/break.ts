import type { Context, Interrupt } from '../context.ts';
import type { TagNode } from '../tag.ts';

/** `{% break %}` and `{% continue %}`: what ends here is the body; the loop around it sees the interrupt and takes it away. */
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

/** `{% continue %}` goes on with the next turn of the loop around it. */
export function parseContinue(): InterruptNode {
  return new InterruptNode('continue');
}
