import { defineLexer } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { type MarkdownData, markdownRun, markdownStates } from './markdown.ts';

/** API Blueprint: Markdown with headings, requests and responses of its own. */
export const apiblueprint = defineLexer<MarkdownData>({
  tag: 'apiblueprint',
  ...markdownRun,
  states: () => {
    const { root = [], ...states } = markdownStates();
    return {
      ...states,
      root: [
        [/(\S{1,100})(:\s{0,100})(.*)$/, [Token.NameVariable, Token.Punctuation, Token.String]],
        [/^(#{1,9})(\s{0,9}Group\s{1,99})(.*)$/, [Token.Punctuation, Token.Keyword, Token.GenericHeading]],
        [/^(#{1,9})(?=[^\n]*\]$)(.*)(\[.*\])$/, [Token.Punctuation, Token.GenericHeading, Token.String]],
        [
          /^([*+-]\s{0,100})(Request|Response)(\s\d{3})?(.*)$/,
          [Token.Punctuation, Token.Keyword, Token.Number, Token.String],
        ],
        // Only behind white space, such as an empty line.
        [/^(\s{1,100}[*+-]\s{0,100})(Attributes|Parameters)(.*)$/, [Token.Punctuation, Token.Keyword, Token.String]],
        ...root,
      ],
    };
  },
});
