import { defineLexer, include, once, type States } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { byWord } from '../engine/word-table.ts';
import { COMMON_LISP_WORDS } from './common-lisp-words.ts';

const CHARACTER = String.raw`(?:\\.|[\w!$%&*+,\-./<=>?@[\]^{}~])`;
const CHARACTERS = String.raw`(?:\\.|[\w!$%&*+,\-./<=>?@[\]^{}~#:])*`;
const SYMBOL = String.raw`(?:\|[^|]+\||${CHARACTER}${CHARACTERS})`;
const END = String.raw`(?=[ "()'\n,;\`])`;

const states = (): States<undefined> => ({
  root: [include('form')],
  form: [
    [/\s+/, Token.Text],
    [/;[^\n]*/, Token.CommentSingle],
    [/#\|/, Token.CommentMultiline, 'comment'],
    [once(/"(?:\\.|[^"\\])*"/s, '"'), Token.String],
    [new RegExp(`:${SYMBOL}`), Token.StringSymbol],
    [new RegExp(`'${SYMBOL}`), Token.StringSymbol],
    [new RegExp(`(?:nil|t)${END}`), Token.NameConstant],
    [new RegExp(`[-+]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)[defls][-+]?\\d+${END}`), Token.NumberFloat],
    [new RegExp(`[-+]?\\d*\\.\\d+${END}`), Token.NumberFloat],
    [/['`.]|,[@.]?/, Token.Operator],
    [new RegExp(`[-+]?\\d+(?:\\.|/\\d+)?${END}`), Token.NumberInteger],
    include('sharp'),
    [new RegExp(`\\*${CHARACTER}${CHARACTERS}\\*`), Token.NameVariableGlobal],
    [new RegExp(SYMBOL), byWord(COMMON_LISP_WORDS, Token.NameVariable)],
    [/\(/, Token.Punctuation, 'list'],
  ],
  list: [[/\)/, Token.Punctuation, '#pop'], include('form')],
  sharp: [
    [/#\\.[\w-]*/u, Token.StringChar],
    [/#\(/, Token.Operator, 'list'],
    [/#'/, Token.NameFunction],
    [/#(?:[-+.,]|\d+[=#])/, Token.Operator],
    [new RegExp(`#:${SYMBOL}`), Token.StringSymbol],
    ...['#"', '#P"', '#p"'].map(
      (open) => [once(new RegExp(`${open}(?:\\\\.|[^"\\\\])*"`, 's'), open), Token.StringSymbol] as const,
    ),
    [/#[bB][-+]?[01]+(?:\/[01]+)?|#[xX][-+]?[\da-fA-F]+(?:\/[\da-fA-F]+)?|#[cC](?=\()/, Token.Number],
    [/#[oO][-+]?[0-7]+(?:\/[0-7]+)?/, Token.NumberOct],
    [/#\d+[aA](?=\()|#[sS](?=\()/, Token.StringOther],
    [/#\*[01]*/, Token.Other],
  ],
  comment: [
    [/#\|/, Token.CommentMultiline, '#push'],
    [/\|#/, Token.CommentMultiline, '#pop'],
    [/[^|#]+|[|#]/, Token.CommentMultiline],
  ],
});

/** Common Lisp; Rouge takes Emacs Lisp for it as well. */
export const commonLisp = defineLexer({ tag: 'common_lisp', states });
