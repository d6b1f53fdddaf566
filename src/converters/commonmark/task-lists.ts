import type { MarkdownIt, Token } from './markdown-it.ts';

const BOX = /^\[([ xX])\](?=\s)/;

/** The extension `tasklist`: a list item that begins with `[ ]` or `[x]` gets a check box, right behind its start tag. */
export function useTaskLists(parser: MarkdownIt): void {
  parser.core.ruler.push('task_lists', ({ tokens }) => {
    tokens.forEach((token, index) => {
      const text = token.children?.[0];
      const item = itemBegunBy(tokens, index);
      if (item === undefined || token.type !== 'inline' || text?.type !== 'text') return;
      const match = BOX.exec(text.content);
      if (match === null) return;
      item.meta = { box: `<input type="checkbox" ${match[1] === ' ' ? '' : 'checked="" '}disabled="" /> ` };
      text.content = text.content.slice(match[0].length).trimStart();
    });
  });
  parser.renderer.rules['list_item_open'] = (tokens, index, options, _, renderer) => {
    const tag = renderer.renderToken(tokens, index, options);
    return tag.replace('>', () => `>${boxOf(tokens[index])}`);
  };
}

/** The list item whose first paragraph has its text at an index. */
function itemBegunBy(tokens: readonly Token[], index: number): Token | undefined {
  const item = tokens[index - 2];
  return tokens[index - 1]?.type === 'paragraph_open' && item?.type === 'list_item_open' ? item : undefined;
}

function boxOf(item: Token | undefined): string {
  const meta: unknown = item?.meta;
  return typeof meta === 'object' && meta !== null && 'box' in meta ? String(meta.box) : '';
}
