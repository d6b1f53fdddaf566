import type { TagNode } from '../tag.ts';

/** `{% break %}` ends the loop around it. */
export function parseBreak(): TagNode {
  return {
    render: (context) => {
      context.interrupts.push('break');
      return '';
    },
  };
}

/** `{% continue %}` goes on with the next turn of the loop around it. */
export function parseContinue(): TagNode {
  return {
    render: (context) => {
      context.interrupts.push('continue');
      return '';
    },
  };
}
