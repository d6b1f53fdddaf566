import { defineLexer } from '../engine/state-machine.ts';
import { javascriptStates } from './javascript-states.ts';
import { elementRules, elementStates } from './jsx-elements.ts';
import { TYPESCRIPT } from './typescript-dialect.ts';

/** TypeScript with JSX elements. */
export const tsx = defineLexer({
  tag: 'tsx',
  states: () => javascriptStates({ ...TYPESCRIPT, expressionRules: elementRules, elementStates }),
  begin: () => ['root', 'expression', 'start'],
});
