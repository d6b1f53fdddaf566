import { defineLexer } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { C_BEGIN } from './c.ts';
import { cppStates } from './cpp.ts';
import { OBJECTIVE_ROOT, OBJECTIVE_STATEMENTS, OBJECTIVE_WORDS, objectiveStates } from './objective-c.ts';

/** Objective-C++. */
export const objectiveCpp = defineLexer({
  tag: 'objective_cpp',
  begin: () => C_BEGIN,
  states: () => ({
    ...cppStates({
      words: OBJECTIVE_WORDS,
      root: OBJECTIVE_ROOT,
      statements: [
        ...OBJECTIVE_STATEMENTS,
        [/[{}]/, Token.Punctuation],
        // The class of an object; even where a longer word begins.
        [/(\.)(class)/, [Token.Operator, Token.NameBuiltinPseudo]],
      ],
    }),
    ...objectiveStates(),
  }),
});
