import type { Lexer } from '../engine/lexer.ts';
import { defineLexer, include, type States } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { css } from './css.ts';
import { erb } from './erb.ts';
import {
  beginBlock,
  beginFilter,
  blockText,
  code,
  type IndentedData,
  indentedStates,
  interpolated,
  type Perform,
  startData,
} from './haml-states.ts';
import { html } from './html.ts';
import { javascript } from './javascript.ts';
import { markdown } from './markdown.ts';
import { ruby } from './ruby.ts';
import { sass } from './sass.ts';

const FILTERS: ReadonlyMap<string, Lexer> = new Map(
  [css, erb, javascript, markdown, ruby, sass].map((lexer) => [lexer.tag, lexer]),
);

const beginComment =
  (content: Token): Perform =>
  (lexing, [text]) => {
    lexing.token(Token.Comment, text);
    beginBlock(lexing, 'comment', content);
  };

/** Each line of Ruby is lexed by itself. */
const beginCode: Perform = (lexing, [sign]) => {
  lexing.token(Token.Punctuation, sign);
  lexing.forget(ruby);
};
const beginAttributes: Perform = (lexing, [brace]) => lexing.delegateAfresh(ruby, brace);
const markup: Perform = (lexing, [text]) => lexing.delegate(html, text);

const states = (): States<IndentedData> => ({
  ...indentedStates([[/,\n|\\(?=\n)/, code]]),
  comment: [include('end of line'), [/[^\n]+/, blockText]],
  content: [
    include('end of line'),
    [/%[\w:-]+/, Token.NameTag, ['#pop', 'tag']],
    [/!!![^\n]*\n/, Token.NameNamespace, '#pop'],
    [/(\/)(\[[^\]\n]*\])([^\n]*\n)/, [Token.Comment, Token.CommentSpecial, Token.Comment], '#pop'],
    [/\/[^\n]*\n/, beginComment(Token.Comment), '#pop'],
    [/-#[^\n]*\n/, beginComment(Token.CommentPreproc), '#pop'],
    [/:([^\n]*)\n/, beginFilter(FILTERS), '#pop'],
    [/-/, beginCode, ['#pop', 'code']],
    include('names'),
    include('output'),
  ],
  names: [
    [/\.[\w:-]+/, Token.NameClass, ['#pop', 'tag']],
    [/#[\w:-]+/, Token.NameFunction, ['#pop', 'tag']],
  ],
  tag: [
    include('end of line'),
    include('names'),
    [/\{/, beginAttributes, 'inside braces'],
    [/\(/, Token.Punctuation, 'html attributes'],
    [/\[[^\]\n]*\]/, code],
    [/[<>]+==/, Token.Punctuation, ['#pop', 'plain']],
    [/[<>]+=/, beginCode, ['#pop', 'code']],
    [/[<>]+(?=[ \t])/, Token.Punctuation, ['#pop', 'plain']],
    include('output'),
  ],
  output: [
    [/[&!]?==/, Token.Punctuation, ['#pop', 'plain']],
    [/[&!]?[=!]/, beginCode, ['#pop', 'code']],
    [/(?=.)/s, Token.Text, ['#pop', 'plain']],
  ],
  plain: [include('end of line'), ...interpolated(markup)],
  'html attributes': [
    [/\s+/, Token.Text],
    [/\)/, Token.Text, '#pop'],
    [/[\w:-]+\s*=/, Token.NameAttribute, 'value'],
    [/[\w:-]+/, Token.NameAttribute],
  ],
  value: [
    [/\s+/, Token.Text],
    [/[a-zA-Z_]\w*/, Token.NameVariable, '#pop'],
    [/@\w+/, Token.NameVariableInstance, '#pop'],
    [/\$\w+/, Token.NameVariableGlobal, '#pop'],
    [/"[^"\n]*"|'[^'\n]*'/, Token.String, '#pop'],
  ],
});

/** Haml: HTML by indentation, with Ruby. */
export const haml = defineLexer<IndentedData>({ tag: 'haml', states, data: startData });
