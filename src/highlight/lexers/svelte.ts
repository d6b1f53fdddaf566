import type { Lexer } from '../engine/lexer.ts';
import type { Lexing } from '../engine/lexing.ts';
import { between, defineLexer, type States } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { htmlStates } from './html.ts';
import { javascript } from './javascript.ts';

/** What stands in braces goes on where the last braces ended, whatever a script between them leaves open. */
const inBraces: Lexer = { ...javascript };

const code = (lexing: Lexing<undefined>, [text]: RegExpExecArray): void => lexing.delegate(inBraces, text);

function awaited(
  lexing: Lexing<undefined>,
  [, opening = '', promise = '', word = '', space = '', name = '']: RegExpExecArray,
): void {
  lexing.token(Token.Keyword, opening);
  lexing.delegate(inBraces, promise);
  lexing.token(Token.Keyword, word);
  lexing.token(Token.Text, space);
  lexing.token(Token.NameOther, name);
}

const states = (): States<undefined> => {
  const { root = [], tag = [], value = [], ...outside } = htmlStates();
  return {
    ...outside,
    root: [[/\{/, Token.StringInterpol, 'expression'], [/[^<&{]+/, Token.Text], ...root],
    tag: [
      // To Rouge, the tag ends after an attribute that has the name of its value.
      // White space within such braces is lost from the page.
      [/(\{)\s*(\w+)\s*(\})/, [Token.StringInterpol, Token.NameVariable, Token.StringInterpol], '#pop'],
      ...tag,
    ],
    value: [
      [/\{/, Token.StringInterpol, ['#pop', 'expression']],
      [/"(?=\{)/, Token.String, ['#pop', 'double', 'opening brace']],
      [/'(?=\{)/, Token.String, ['#pop', 'single', 'opening brace']],
      ...value,
    ],
    // White space between braces belongs to them.
    'opening brace': [
      [/\s*\{/, Token.StringInterpol, 'expression'],
      [/(?=.)/s, Token.Text, '#pop'],
    ],
    expression: [
      [/\}/, Token.StringInterpol, '#pop'],
      // The last of these words in the line counts, though the expression may have ended long before.
      [/(#await)([^\n]{0,500})(then|catch)(\s+)(\w+)/, awaited],
      [/#await|[#/](?:if|each|await|key)\b|:(?:then|catch)\b|@(?:html|debug)\b/, Token.Keyword],
      [/(:else)(\s+)(if)\b/, [Token.Keyword, Token.Text, Token.Keyword]],
      // Braces within braces are not counted: the first run of closing ones ends them all. They count within one line only.
      [between(/\{/, '}', '\n'), code, 'closing braces'],
      [/[^{}]+/, code],
    ],
    'closing braces': [
      [/\}+/, code, '#pop'],
      [/(?=.)/s, Token.Text, '#pop'],
    ],
  };
};

/** Svelte: HTML with JavaScript in braces. */
export const svelte = defineLexer({ tag: 'svelte', states });
