/** The only file that imports markdown-it and markdown-it-attrs. */
import createMarkdownIt, {
  type MarkdownIt,
  type StateBlock,
  type StateCore,
  type StateInline,
  type Token,
} from 'markdown-it';
import attributeLists from 'markdown-it-attrs';

export type { MarkdownIt, StateBlock, StateCore, StateInline, Token };

/** Where the text of a line begins in `state.src`, behind its indentation. */
export function textStart(state: StateBlock, line: number): number {
  return (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
}

/** A parser for CommonMark as specified; extensions are enabled one by one. */
export function commonMarkParser(options: { readonly html: boolean; readonly breaks: boolean }): MarkdownIt {
  return createMarkdownIt('commonmark', { ...options, xhtmlOut: true });
}

/** `{: .class #id key=value}` after an element, as in kramdown, and the same without the colon, by markdown-it-attrs. */
export function useAttributeLists(parser: MarkdownIt): void {
  parser.use(attributeLists, { leftDelimiter: '{:', rightDelimiter: '}' });
  parser.use(attributeLists);
}
