import { defineLexer, type States } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { javascriptStates } from './javascript-states.ts';
import { elementRules, elementStates } from './jsx-elements.ts';
import { TYPESCRIPT } from './typescript-dialect.ts';

/** A name and a comma are parameters of a type, and no element. */
const states: States<undefined> = {
  ...elementStates,
  element: [[/(?=\w+,)/, Token.Text, '#pop'], ...(elementStates['element'] ?? [])],
};

/** TypeScript with JSX elements. */
export const tsx = defineLexer({
  tag: 'tsx',
  states: () => javascriptStates({ ...TYPESCRIPT, expressionRules: elementRules, elementStates: states }),
  begin: () => ['root', 'expression', 'start'],
});
