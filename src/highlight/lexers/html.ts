import type { Lexer } from '../engine/lexer.ts';
import type { Lexing } from '../engine/lexing.ts';
import { unicode } from '../engine/ruby-reading.ts';
import { between, defineLexer, type Rule, type States } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { css } from './css.ts';
import { javascript } from './javascript.ts';

const NAME = String.raw`[\p{Alphabetic}\p{M}\p{Nd}:_\[\]()*.-]`;
/** An attribute's name, with what Angular and Vue write there. */
export const ATTRIBUTE = String.raw`[\p{L}:_\[\]()*.-]${NAME}*`;

/** The content of an element in another language. It is handed on in pieces that end at a `<`, as Rouge does. */
const embedded = (element: string, lexer: Lexer): readonly Rule<undefined>[] => [
  [new RegExp(String.raw`<\s*\/\s*${element}\s*>`), Token.NameTag, '#pop'],
  [/[^<]+|</, (lexing, [text]) => lexing.delegate(lexer, text)],
];

function openElement(lexer: Lexer) {
  return (lexing: Lexing<undefined>, [text]: RegExpExecArray): void => {
    lexing.token(Token.NameTag, text);
    lexing.forget(lexer);
  };
}

/** The states of HTML, also for what is written around it. */
export const htmlStates = (): States<undefined> => ({
  root: [
    [/[^<&]+/, Token.Text],
    [/&[^\s;]{0,100};/, Token.NameEntity],
    [between(/<!doctype/i, '>'), Token.CommentPreproc],
    [between(/<!\[CDATA\[/, ']]>'), Token.CommentPreproc],
    [/<!--/, Token.Comment, 'comment'],
    [between(/<\?/, '?>'), Token.CommentPreproc],
    [/<\s*script\s*/, openElement(javascript), ['script', 'tag']],
    [/<\s*style\s*/, openElement(css), ['style', 'tag']],
    [/<\//, Token.NameTag, 'closing'],
    [/</, Token.NameTag, 'opening'],
  ],
  comment: [
    [/[^-]+/, Token.Comment],
    [/-->/, Token.Comment, '#pop'],
    [/-/, Token.Comment],
  ],
  opening: [
    [/\s+/, Token.Text],
    [unicode`[\p{L}\p{M}:_-][\p{Alphabetic}\p{M}\p{Nd}:_.-]*`, Token.NameTag, ['#pop', 'tag']],
    [/(?=.)/s, Token.Text, ['#pop', 'tag']],
  ],
  closing: [
    [/\s+/, Token.Text],
    [unicode`[\p{L}\p{M}:_-][\p{Alphabetic}\p{M}\p{Nd}:_.-]*`, Token.NameTag, ['#pop', 'closed']],
    [/>/, Token.NameTag, '#pop'],
  ],
  closed: [
    [/\s+/, Token.Text],
    [/>/, Token.NameTag, '#pop'],
  ],
  tag: [
    [/\s+/, Token.Text],
    [unicode`${ATTRIBUTE}\s*=\s*`, Token.NameAttribute, 'value'],
    // Without a value a name has no brackets, but may have a number sign.
    [unicode`[\p{L}:_#*-][\p{Alphabetic}\p{M}\p{Nd}:_.#*-]*`, Token.NameAttribute],
    [/\/?\s*>/, Token.NameTag, '#pop'],
  ],
  value: [
    [/"/, Token.String, ['#pop', 'double']],
    [/'/, Token.String, ['#pop', 'single']],
    [/[^\s>]+/, Token.String, '#pop'],
  ],
  double: [
    [/"/, Token.String, '#pop'],
    [/[^"]+/, Token.String],
  ],
  single: [
    [/'/, Token.String, '#pop'],
    [/[^']+/, Token.String],
  ],
  script: [...embedded('script', javascript)],
  style: [...embedded('style', css)],
});

/** HTML with its scripts and style sheets. */
export const html = defineLexer({ tag: 'html', states: htmlStates });
