import { before, defineLexer } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { actionscript } from './actionscript.ts';
import { xmlStates } from './xml.ts';

/** MXML: XML with ActionScript in `CDATA` and in values that are a binding. */
export const mxml = defineLexer({
  tag: 'mxml',
  states: () => ({
    ...xmlStates({
      root: [[/<!\[CDATA\[/, Token.CommentPreproc, 'code']],
      value: [[before(/(")(\{)/, '}"'), [Token.String, Token.Punctuation], ['#pop', 'binding']]],
    }),
    code: [
      [/\]\]>/, Token.CommentPreproc, '#pop'],
      [before(/(?:[^\]]|\](?!\]>))+/, ']]>'), (lexing, [text]) => lexing.delegate(actionscript, text)],
    ],
    binding: [
      [/(\})(")/, [Token.Punctuation, Token.String], '#pop'],
      [before(/[^}]+|\}(?!")/, '}"'), (lexing, [text]) => lexing.delegate(actionscript, text)],
    ],
  }),
});
