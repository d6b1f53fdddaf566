import { defineLexer, include, type States } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { javascriptStates } from './javascript-states.ts';
import { elementRules, elementStates } from './jsx-elements.ts';
import { TYPESCRIPT } from './typescript-dialect.ts';

/**
 * A name and a comma are parameters of a type, and no element. Arguments of an element's type are not seen to end: all is
 * code until a brace closes more than was opened. There the element goes on, as if its name were still to come.
 */
const states: States<undefined> = {
  ...elementStates,
  element: [
    [/(?=\w+,)/, Token.Text, '#pop'],
    [/</, Token.Punctuation, ['element resumed', 'type arguments']],
    ...(elementStates['element'] ?? []),
  ],
  'type arguments': [[/\}/, Token.Punctuation, '#pop'], [/\{/, Token.Punctuation, 'object'], include('root')],
  'element resumed': [
    [/\s+/, Token.Text],
    [/</, Token.Punctuation, ['#pop', 'element']],
    [/(?=.)/s, Token.Text, '#pop'],
  ],
};

/** TypeScript with JSX elements. */
export const tsx = defineLexer({
  tag: 'tsx',
  states: () => javascriptStates({ ...TYPESCRIPT, expressionRules: elementRules, elementStates: states }),
  begin: () => ['root', 'expression', 'start'],
});
