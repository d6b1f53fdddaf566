import { defineLexer } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { wordTable } from '../engine/word-table.ts';
import { PYTHON_WORDS, pythonStates } from './python.ts';

const OWN_WORDS = wordTable(
  [Token.Keyword, 'alias fn mut out owned raises read ref self struct trait var'],
  [Token.NameBuiltin, '__mlir_attr __mlir_op __mlir_type parameter register_passable'],
);

const WORDS = new Map([...PYTHON_WORDS, ...OWN_WORDS]);

/** Mojo: Python with words of its own. */
export const mojo = defineLexer({ tag: 'mojo', states: () => pythonStates(WORDS) });
