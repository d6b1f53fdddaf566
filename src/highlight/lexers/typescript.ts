import { defineLexer } from '../engine/state-machine.ts';
import { javascriptStates } from './javascript-states.ts';
import { TYPESCRIPT } from './typescript-dialect.ts';

/** TypeScript. */
export const typescript = defineLexer({
  tag: 'typescript',
  states: () => javascriptStates(TYPESCRIPT),
  begin: () => ['root', 'start'],
});
