import type { TagNode, TagSource } from '../tag.ts';

/** `{% ifchanged %}` prints its body where it differs from what any `ifchanged` printed last. */
export function parseIfchanged(tag: TagSource): TagNode {
  const body = tag.parseBody();
  return {
    printsBody: true,
    render: (context) => {
      const { state } = context;
      state.isUsed = true;
      const output = context.stack(() => body.render(context));
      if (output === state.lastChanged) return '';
      state.lastChanged = output;
      return output;
    },
  };
}
