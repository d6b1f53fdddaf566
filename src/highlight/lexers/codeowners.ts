import { unicode } from '../engine/ruby-reading.ts';
import { defineLexer } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';

/** CODEOWNERS files, with the sections GitLab knows. */
export const codeowners = defineLexer({
  tag: 'codeowners',
  states: () => ({
    root: [
      [/^#[^\n]*/, Token.CommentSingle],
      [/\s+/, Token.Whitespace],
      [/(\^?\[(?!\d+\])[^\]\n]{1,200}\])(\[\d+\])?/, [Token.NameNamespace, Token.Number]],
      [/[^\s@]{0,200}@\S+/, Token.NameFunction],
      [unicode`(?:\\{1,4}[\s#]|[\w*./-]|[\p{Alphabetic}\p{M}\p{Nd}])+`, Token.Name],
    ],
  }),
});
