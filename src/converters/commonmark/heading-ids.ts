import { GithubIds } from '../../kramdown/gfm.ts';
import type { MarkdownIt, Token } from './markdown-it.ts';

/** The text of a heading without markup. */
function textOf(token: Token | undefined): string {
  return (token?.children ?? []).map(({ content }) => content).join('');
}

/** Gives headings ids as GitHub makes them; those of attribute lists stay. */
export function useHeadingIds(parser: MarkdownIt): void {
  parser.core.ruler.push('heading_ids', ({ tokens }) => {
    const ids = new GithubIds();
    tokens.forEach((token, index) => {
      if (token.type !== 'heading_open' || token.attrGet('id') !== null) return;
      token.attrSet('id', ids.make(textOf(tokens[index + 1])));
    });
  });
}
