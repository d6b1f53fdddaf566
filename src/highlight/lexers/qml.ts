import { defineLexer, include, type Rule } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { JAVASCRIPT, javascriptStates } from './javascript-states.ts';

const WORD = String.raw`[A-Za-z_$][\w$]*`;
/** Not within a name: JavaScript reads a run of dollar signs one by one. */
const NAME = `(?<![\\w$])${WORD}(?:\\.${WORD}){0,10}`;

/** What stands before a brace is a type, whatever it is, and what stands in the braces its properties. */
const types: readonly Rule<undefined>[] = [
  [new RegExp(`(${NAME})(\\s*)(\\{)`), [Token.KeywordType, Token.Text, Token.Punctuation], 'type'],
  [
    new RegExp(`(${NAME})(\\s+)(on)(\\s+)(${NAME})(\\s*)(\\{)`),
    [Token.KeywordType, Token.Text, Token.Keyword, Token.Text, Token.NameLabel, Token.Text, Token.Punctuation],
    'type',
  ],
];

/** Qt's QML: types and their properties around JavaScript. */
export const qml = defineLexer({
  tag: 'qml',
  begin: () => ['root', 'start'],
  states: () => ({
    ...javascriptStates({ ...JAVASCRIPT, typeRules: types }),
    type: [
      [
        new RegExp(`(id)(\\s*)(:)(\\s*)(${NAME})`),
        [Token.NameLabel, Token.Text, Token.Punctuation, Token.Text, Token.KeywordDeclaration],
      ],
      [
        new RegExp(`(property)(\\s+)(${NAME})(\\s+)(${WORD})`),
        [Token.KeywordDeclaration, Token.Text, Token.KeywordType, Token.Text, Token.NameLabel],
      ],
      [
        new RegExp(`(signal)(\\s+)(${WORD})(\\s*)(\\()`),
        [Token.KeywordDeclaration, Token.Text, Token.NameLabel, Token.Text, Token.Punctuation],
        'parameters',
      ],
      [new RegExp(`(signal)(\\s+)(${WORD})`), [Token.KeywordDeclaration, Token.Text, Token.NameLabel]],
      [new RegExp(`(${NAME})(\\s*)(:)`), [Token.NameLabel, Token.Text, Token.Punctuation], 'expression'],
      [/\{/, Token.Punctuation, '#push'],
      [/\}/, Token.Punctuation, '#pop'],
      include('root'),
    ],
    parameters: [
      [/\s+/, Token.Text],
      [/,/, Token.Punctuation],
      [/\)/, Token.Punctuation, '#pop'],
      [new RegExp(`(${WORD})(\\s+)(${WORD})`), [Token.KeywordType, Token.Text, Token.Name]],
    ],
  }),
});
