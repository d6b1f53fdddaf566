import type { Lexing } from '../engine/lexing.ts';
import { defineLexer, type Rule, type States } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { APACHE_WORDS } from './apache-words.ts';

/** Known words, in upper or lower case, have a kind of token; all others are text. */
function known(token: Token) {
  return (lexing: Lexing<undefined>, [word]: RegExpExecArray): void =>
    lexing.token(APACHE_WORDS.has(word.toLowerCase()) ? token : Token.Text, word);
}

const comment: Rule<undefined> = [/#[^\n]*/, Token.Comment];

const states = (): States<undefined> => ({
  root: [
    [/\s+/, Token.Text],
    comment,
    [/<\/?(?=\w)/, Token.Punctuation, ['section', 'section name']],
    [/\w+/, known(Token.NameClass), 'values'],
  ],
  'section name': [[/\w+/, known(Token.NameLabel), '#pop']],
  section: [
    comment,
    [/[^>#]{1,200}(?=>)/, Token.StringRegex],
    [/>\n?/, Token.Punctuation, '#pop'],
    [/\s+/, Token.Text],
  ],
  values: [[/\n/, Token.Text, '#pop'], [/\s+/, Token.Text], comment, [/\S+/, known(Token.StringSymbol)]],
});

/** Apache's configuration. */
export const apache = defineLexer({ tag: 'apache', states });
