import type { MarkdownIt, Token } from './markdown-it.ts';

/** The text of a heading without its marks. */
function textOf(token: Token | undefined): string {
  return (token?.children ?? []).map(({ content }) => content).join('');
}

/** An id as GitHub makes it: words and hyphens, in lower case. */
function idOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\- \t]/gu, '')
    .replace(/[ \t]/g, '-');
}

/** Gives headings ids, with a number behind those that were there before; ids of attribute lists stay. */
export function useHeadingIds(parser: MarkdownIt): void {
  parser.core.ruler.push('heading_ids', ({ tokens }) => {
    const used = new Map<string, number>();
    tokens.forEach((token, index) => {
      if (token.type !== 'heading_open' || token.attrGet('id') !== null) return;
      const id = idOf(textOf(tokens[index + 1]));
      const count = used.get(id) ?? 0;
      used.set(id, count + 1);
      token.attrSet('id', count === 0 ? id : `${id}-${count}`);
    });
  });
}
