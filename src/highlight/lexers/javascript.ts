import { defineLexer } from '../engine/state-machine.ts';
import { JAVASCRIPT, javascriptStates } from './javascript-states.ts';

/** JavaScript. */
export const javascript = defineLexer({
  tag: 'javascript',
  states: () => javascriptStates(JAVASCRIPT),
  begin: () => ['root', 'start'],
});
