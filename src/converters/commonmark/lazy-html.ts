import { type MarkdownIt, type StateBlock, textStart } from './markdown-it.ts';

/** A line that is nothing but a tag: the specification's seventh kind of HTML block, which does not end a paragraph. */
const TAG =
  /^(?:<[a-z][a-z\d-]*(?:\s+[a-z_:][\w.:-]*(?:\s*=\s*(?:[^"'=<>`\s]+|'[^']*'|"[^"]*"))?)*\s*\/?>|<\/[a-z][a-z\d-]*\s*>)\s*$/i;

/** In cmark a tag on a line of its own is no lazy continuation: it ends the list or the quote whose paragraph is still open. */
export function useLazyHtml(parser: MarkdownIt): void {
  parser.block.ruler.before('html_block', 'lazy_html', endsParagraph, {
    alt: ['paragraph', 'blockquote', 'reference'],
  });
}

function endsParagraph(state: StateBlock, line: number, _last: number, isSilent: boolean): boolean {
  const indent = state.sCount[line] ?? 0;
  const isLazy = state.parentType === 'blockquote' || indent < state.blkIndent;
  if (!isSilent || !isLazy || indent > 3) return false;
  return TAG.test(state.src.slice(textStart(state, line), state.eMarks[line]));
}
