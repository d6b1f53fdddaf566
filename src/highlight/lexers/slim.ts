import type { Lexer } from '../engine/lexer.ts';
import type { Lexing } from '../engine/lexing.ts';
import { defineLexer, include, type States } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { coffeescript } from './coffeescript.ts';
import { css } from './css.ts';
import { erb } from './erb.ts';
import {
  beginBlock,
  beginFilter,
  code,
  type IndentedData,
  indentedStates,
  type Perform,
  startData,
} from './haml-states.ts';
import { html } from './html.ts';
import { javascript } from './javascript.ts';
import { markdown } from './markdown.ts';
import { ruby } from './ruby.ts';
import { sass } from './sass.ts';
import { scss } from './scss.ts';

const FILTERS: ReadonlyMap<string, Lexer> = new Map([
  ...[css, erb, javascript, markdown, ruby, sass, scss].map((lexer) => [lexer.tag, lexer] as const),
  ['coffee', coffeescript],
]);

const markup: Perform = (lexing, [text]) => lexing.delegate(html, text);

function beginText(lexing: Lexing<IndentedData>, [sign]: RegExpExecArray): void {
  lexing.token(Token.Punctuation, sign);
  beginBlock(lexing, 'text', Token.Text);
}

function splat(lexing: Lexing<IndentedData>, [, star = '', value = '']: RegExpExecArray): void {
  lexing.token(Token.Punctuation, star);
  lexing.delegate(ruby, value);
}

const states = (): States<IndentedData> => ({
  ...indentedStates([[/[,\\]\n\s*/, code]]),
  content: [
    [/(doctype)(\s+)([^\n]*\n?)/, [Token.NameNamespace, Token.Whitespace, Token.Text], '#pop'],
    [/\/[^\n]*/, Token.Comment, '#pop'],
    [/(\w*):\s*\n/, beginFilter(FILTERS), '#pop'],
    [/[|'](?=\s)/, beginText, ['#pop', 'text']],
    [/-|==?/, Token.Punctuation, ['#pop', 'code']],
    [/<\/?[\s\w="']+\/?>/, markup, '#pop'],
    [/(\*)([\w@$!?]+)/, splat, ['#pop', 'line']],
    [/\w+/, Token.NameTag, ['#pop', 'line']],
    [/\.[\w.-]*/, Token.NameClass, ['#pop', 'line']],
    [/#\w[\w:-]*/, Token.NameFunction, ['#pop', 'line']],
  ],
  line: [
    include('end of line'),
    [/[ \t\r\f\v]+/, Token.Whitespace],
    [/[\w-]+(?=\s*=)/, Token.NameAttribute, 'attribute'],
    [/[<>]+/, Token.Punctuation],
    [/=(?=[^\n])/, Token.Punctuation, ['#pop', 'output']],
    [/\.[\w.-]*/, Token.NameClass],
    [/#\w[\w:-]*/, Token.NameFunction],
    [/(\*)([\w@$!?]+|\{[^}\n]*\})/, splat],
    include('text with signs'),
    [/[\w-]+|\\\n|./, Token.Text],
  ],
  // What an element shows is one line, or goes on behind a backslash.
  output: [[/\\\n\s*/, code], include('end of line'), [/(?:[^\\\n]|\\(?!\n))+/, code]],
  attribute: [
    [/\s+/, Token.Whitespace],
    [/=/, Token.Punctuation, ['#pop', 'value']],
  ],
  value: [
    [/\s*(?:"[^"\n]*"|'[^'\n]*')/, Token.String, '#pop'],
    [/\s+/, Token.Whitespace],
    [/[\w@$!?]+(?:\([^)\n]*\))?/, code, '#pop'],
  ],
  text: [
    include('end of line'),
    [/<\/?[\s\w="']+\/?>/, markup],
    include('text with signs'),
    [/[^<&#\n]+|[<&#]/, Token.Text],
  ],
  'text with signs': [
    [/#\{/, Token.StringInterpol, 'interpolation'],
    [/&[^\s;]{0,100};/, Token.NameEntity],
  ],
});

/** Slim: HTML by indentation, with Ruby and fewer signs than Haml. */
export const slim = defineLexer<IndentedData>({ tag: 'slim', states, data: startData });
