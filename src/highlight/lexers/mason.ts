import { type Action, before, defineLexer, include, type Rule, type States } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { html } from './html.ts';
import { perl } from './perl.ts';

type Rules = readonly Rule<undefined>[];

const PERL_SECTIONS = ['args', 'attr', 'cleanup', 'filter', 'flags', 'init', 'once', 'perl', 'shared'];
const COMMENT_SECTIONS = ['doc', 'text'];

/** The inside of a section, up to the end of any section. If there is none, all of it is an error. */
function section(body: Action<undefined>): Rules {
  return [
    [/\s+/, Token.Whitespace],
    [new RegExp(`</%(?:${[...PERL_SECTIONS, ...COMMENT_SECTIONS].join('|')})>`, 'i'), Token.CommentPreproc, '#pop'],
    [/#[^\n]*/, Token.Comment],
    [before(/(?:[^<]|<(?!\/%))+/, '</%'), body],
  ];
}

const states = (): States<undefined> => ({
  root: [
    [/\s+/, Token.Whitespace],
    [
      /^(%)([^\n]*)/,
      (lexing, [, sign = '', code = '']) => {
        lexing.token(Token.CommentPreproc, sign);
        lexing.delegate(perl, code);
      },
    ],
    [new RegExp(`<%(?:${PERL_SECTIONS.join('|')})>`, 'i'), Token.CommentPreproc, 'perl section'],
    [new RegExp(`<%(?:${COMMENT_SECTIONS.join('|')})>`, 'i'), Token.CommentPreproc, 'comment section'],
    [/(<%(?:def|method))([^>]*)(>)/i, [Token.CommentPreproc, Token.Name, Token.CommentPreproc], 'method'],
    [/<%/, Token.CommentPreproc, 'expression'],
    [/<&\|/, Token.CommentPreproc, ['component', 'call']],
    [/<&/, Token.CommentPreproc, 'call'],
    [/.(?:[^<\n]|<(?!\/?[%&])|\n(?!%))*\n?/s, (lexing, [text]) => lexing.delegate(html, text)],
  ],
  expression: [
    [/%>/, Token.CommentPreproc, '#pop'],
    [before(/(?:[^%]|%(?!>))+/, '%>'), (lexing, [code]) => lexing.delegate(perl, code)],
  ],
  call: [
    [/&>/, Token.CommentPreproc, '#pop'],
    [before(/(?:[^&]|&(?!>))+/, '&>'), (lexing, [code]) => lexing.delegate(perl, code)],
  ],
  component: [[/<\/&>/, Token.CommentPreproc, '#pop'], include('root')],
  method: [[/<\/%(?:def|method)>/i, Token.CommentPreproc, '#pop'], include('root')],
  'perl section': section((lexing, [code]) => lexing.delegate(perl, code)),
  'comment section': section(Token.Comment),
});

/** Mason: HTML with Perl in tags, in sections, and in lines that begin with a sign of percent. */
export const mason = defineLexer({ tag: 'mason', states });
