import { defineLexer } from '../engine/state-machine.ts';
import { JAVASCRIPT, javascriptStates } from './javascript-states.ts';
import { elementRules, elementStates } from './jsx-elements.ts';

/** JavaScript with JSX elements. */
export const jsx = defineLexer({
  tag: 'jsx',
  states: () => javascriptStates({ ...JAVASCRIPT, expressionRules: elementRules, elementStates }),
  begin: () => ['root', 'expression', 'start'],
});
