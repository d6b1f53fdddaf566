import type { Lexer } from '../engine/lexer.ts';
import type { Lexing } from '../engine/lexing.ts';
import { defineLexer, type Rule, type States } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { css } from './css.ts';
import { html, htmlStates } from './html.ts';
import { javascript } from './javascript.ts';
import { sass } from './sass.ts';
import { scss } from './scss.ts';

type Work = Lexing<undefined>;

/** The state that reads what a section holds, by its element and the language it names. */
function contentOf(element: string, language: string | undefined): string {
  if (element === 'script') return 'script';
  if (element === 'template') return language === undefined ? 'template' : 'template text';
  if (language === undefined || language === 'css') return 'style';
  return language === 'scss' || language === 'sass' ? `style ${language}` : 'style text';
}

function openSection(lexing: Work, [text, element = '', attributes = '']: RegExpExecArray): void {
  const language = /\blang\s*=\s*["']?(\w+)/.exec(attributes)?.[1];
  lexing.token(Token.NameTag, '<');
  lexing.token(Token.Keyword, text.slice(1));
  for (const lexer of [javascript, css, scss, sass]) lexing.forget(lexer);
  lexing.push(contentOf(element, language));
  lexing.push('tag');
}

const closing = (element: string): Rule<undefined> => [
  new RegExp(`(<\\/)(${element})(\\s*>)`),
  [Token.NameTag, Token.Keyword, Token.NameTag],
  '#pop',
];

const section = (element: string, lexer: Lexer): readonly Rule<undefined>[] => [
  closing(element),
  [/[^<]+|</, (lexing, [text]) => lexing.delegate(lexer, text)],
];

const plain = (element: string): readonly Rule<undefined>[] => [closing(element), [/[^<]+|</, Token.Text]];

const states = (): States<undefined> => {
  const outside = htmlStates();
  return {
    ...outside,
    root: [[/<(template|script|style)\b(?=([^>]{0,500})>)/, openSection], ...(outside['root'] ?? [])],
    template: [
      closing('template'),
      [/\{\{/, Token.StringInterpol, 'expression'],
      // Rouge starts to read HTML anew after each brace and at each tag, even within an attribute or a comment.
      [/(?:[^{<]|<(?!\/template\s*>)|\{(?!\{))[^{<]*/, (lexing, [text]) => lexing.delegateAfresh(html, text)],
    ],
    expression: [
      [/\}\}/, Token.StringInterpol, '#pop'],
      [/(?:[^}]|\}(?!\}))+/, (lexing, [text]) => lexing.delegateAfresh(javascript, text)],
    ],
    'template text': plain('template'),
    script: section('script', javascript),
    style: section('style', css),
    'style scss': section('style', scss),
    'style sass': section('style', sass),
    'style text': plain('style'),
  };
};

/** Single-file components of Vue: templates, scripts and styles. */
export const vue = defineLexer({ tag: 'vue', states });
