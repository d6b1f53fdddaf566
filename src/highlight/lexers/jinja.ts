import type { Lexer } from '../engine/lexer.ts';
import { defineLexer, include, type States } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { byWord, type WordTable, wordTable } from '../engine/word-table.ts';
import { html } from './html.ts';

const WORDS = wordTable(
  [
    Token.Keyword,
    `as autoescape block call context do else endautoescape endblock endcall endfilter endfor endif endmacro endset endtrans
    endwith extends filter for from if ignore import include macro missing recursive reversed scoped set trans with without`,
  ],
  [Token.KeywordPseudo, 'False None True false none true'],
  [Token.OperatorWord, 'and in is not or'],
  [
    Token.NameBuiltin,
    `callable defined divisibleby equalto escaped even iterable lower mapping number odd sameas sequence string undefined
    upper`,
  ],
);

const states = (words: WordTable): States<undefined> => ({
  root: [
    [/\{\{/, Token.CommentPreproc, 'output'],
    [
      /(\{%-?)(\s*)(raw|verbatim)(\s*)(-?%\})/,
      [Token.CommentPreproc, Token.Text, Token.Keyword, Token.Text, Token.CommentPreproc],
      'raw',
    ],
    [/\{%/, Token.CommentPreproc, 'tag'],
    [/\{#/, Token.Comment, 'comment'],
    [/##[^\n]*/, Token.Comment],
    [/(?:[^{#]|\{(?![{%#])|#(?!#))+/, (lexing, [text]) => lexing.delegate(html, text)],
  ],
  output: [[/[%}]\}/, Token.CommentPreproc, '#pop'], include('values'), [/\w+(?:\.\w+)*\.?/, Token.NameVariable]],
  tag: [
    [/%\}/, Token.CommentPreproc, '#pop'],
    include('values'),
    [/\w+(?:\.\w+)*\.?/, byWord(words, Token.NameVariable)],
  ],
  values: [
    [/\s+/, Token.Text],
    [/"(?:\\.|[^"\\\n])*"/, Token.StringDouble],
    [/'(?:\\.|[^'\\\n])*'/, Token.StringSingle],
    [/(\|\s*)([A-Za-z_]\w*)/, [Token.Operator, Token.NameFunction]],
    [/!=|[-+*/=<>]/, Token.Operator],
    [/[,()[\]]/, Token.Punctuation],
  ],
  comment: [
    [/#\}/, Token.Comment, '#pop'],
    [/[^#]+|#/, Token.Comment],
  ],
  raw: [
    [
      /(\{%-?)(\s*)(endraw|endverbatim)(\s*)(-?%\})/,
      [Token.CommentPreproc, Token.Text, Token.Keyword, Token.Text, Token.CommentPreproc],
      '#pop',
    ],
    [/[^{]+|\{/, Token.Text],
  ],
});

/** Jinja, or a language of templates that only has other words. */
export function jinjaLexer(tag: string, words: WordTable): Lexer {
  return defineLexer({ tag, states: () => states(words) });
}

/** Jinja, which is Django's as well. */
export const jinja = jinjaLexer('jinja', WORDS);
