import type { Lexing } from '../engine/lexing.ts';
import { between, defineLexer, type States } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { htmlStates } from './html.ts';
import { javascript } from './javascript.ts';

const code = (lexing: Lexing<undefined>, [text]: RegExpExecArray): void => lexing.delegate(javascript, text);

const states = (): States<undefined> => {
  const { root = [], tag = [], value = [], ...outside } = htmlStates();
  return {
    ...outside,
    root: [[/\{/, Token.StringInterpol, 'expression'], [/[^<&{]+/, Token.Text], ...root],
    tag: [
      // The reference takes the tag to be over behind an attribute that is named like its value.
      [/(\{)(\w+)(\})/, [Token.StringInterpol, Token.NameVariable, Token.StringInterpol], '#pop'],
      ...tag,
    ],
    value: [
      [/\{/, Token.StringInterpol, ['#pop', 'expression']],
      [/"(?=\{)/, Token.String, ['#pop', 'double', 'opening brace']],
      [/'(?=\{)/, Token.String, ['#pop', 'single', 'opening brace']],
      ...value,
    ],
    'opening brace': [[/\{/, Token.StringInterpol, ['#pop', 'expression']]],
    expression: [
      [/\}/, Token.StringInterpol, '#pop'],
      [/[#/](?:if|each|await|key)\b|:(?:then|catch)\b|@(?:html|debug)\b/, Token.Keyword],
      [/(:else)(\s+)(if)\b/, [Token.Keyword, Token.Text, Token.Keyword]],
      [/\bthen\b/, Token.Keyword],
      // Braces within braces are not counted: the first run of closing ones ends them all.
      [between(/\{/, '}'), code, 'closing braces'],
      [/(?:(?!\bthen\b)[^{}])+/, code],
    ],
    'closing braces': [
      [/\}+/, code, '#pop'],
      [/(?=.)/s, Token.Text, '#pop'],
    ],
  };
};

/** Svelte: HTML with JavaScript in braces. */
export const svelte = defineLexer({ tag: 'svelte', states });
