import { defineLexer, include, type States } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { C_BEGIN, C_NUMBERS, cStates } from './c.ts';
import { FREEFEM_WORDS } from './freefem-words.ts';

/** The statements of C, and a quote that transposes. */
const states = (): States<undefined> => {
  const { statements = [], ...rest } = cStates({ words: FREEFEM_WORDS, numbers: C_NUMBERS });
  return {
    ...rest,
    'statements of C': statements,
    statements: [include('statements of C'), [/'/, Token.Operator]],
    preprocessor: [
      [/[ \t\r]+/, Token.Text],
      [/(?:ENDIFMACRO|IFMACRO|include|load)[^\n]*\n?/, Token.CommentPreproc],
    ],
  };
};

/** FreeFEM: like C, but instead of directives a line may begin with a few words that take all of it. */
export const freefem = defineLexer({ tag: 'freefem', begin: () => C_BEGIN, states });
