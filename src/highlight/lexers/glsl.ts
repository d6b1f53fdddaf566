import { defineLexer } from '../engine/state-machine.ts';
import { C_BEGIN, C_NUMBERS, cStates } from './c.ts';
import { GLSL_WORDS } from './glsl-words.ts';

/** GLSL, the language of OpenGL's shaders. */
export const glsl = defineLexer({
  tag: 'glsl',
  begin: () => C_BEGIN,
  states: () => cStates({ words: GLSL_WORDS, numbers: C_NUMBERS }),
});
