import type { MarkdownIt, Token } from './markdown-it.ts';

const BOX = /^\[([ xX])\](?=\s)/;

/** The extension `tasklist`: a list item that begins with `[ ]` or `[x]` gets a check box. */
export function useTaskLists(parser: MarkdownIt): void {
  parser.core.ruler.push('task_lists', ({ tokens, Token }) => {
    tokens.forEach((token, index) => {
      const text = token.children?.[0];
      if (token.type !== 'inline' || text?.type !== 'text' || !beginsItem(tokens, index)) return;
      const match = BOX.exec(text.content);
      if (match === null) return;
      const box = new Token('html_inline', '', 0);
      box.content = `<input type="checkbox" ${match[1] === ' ' ? '' : 'checked="" '}disabled="" />`;
      box.meta = { isOwn: true };
      text.content = text.content.slice(match[0].length);
      token.children?.unshift(box);
    });
  });
}

function beginsItem(tokens: readonly Token[], index: number): boolean {
  return tokens[index - 1]?.type === 'paragraph_open' && tokens[index - 2]?.type === 'list_item_open';
}
