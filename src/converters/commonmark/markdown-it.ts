/** The one place where markdown-it and its plugin are imported. */
import createMarkdownIt, {
  type MarkdownIt,
  type StateBlock,
  type StateCore,
  type StateInline,
  type Token,
} from 'markdown-it';
import attributeLists from 'markdown-it-attrs';

export type { MarkdownIt, StateBlock, StateCore, StateInline, Token };

/** A parser for CommonMark as the specification has it; what goes beyond is switched on by rules. */
export function commonMarkParser(options: { readonly html: boolean; readonly breaks: boolean }): MarkdownIt {
  return createMarkdownIt('commonmark', { ...options, xhtmlOut: true });
}

/** `{: .class #id key=value}` behind an element, as in kramdown, and the same without the colon, by markdown-it-attrs. */
export function useAttributeLists(parser: MarkdownIt): void {
  parser.use(attributeLists, { leftDelimiter: '{:', rightDelimiter: '}' });
  parser.use(attributeLists);
}
