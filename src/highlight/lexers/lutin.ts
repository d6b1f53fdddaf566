import { defineLexer } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { wordTable } from '../engine/word-table.ts';
import { lustreStates } from './lustre-states.ts';

const WORDS = wordTable(
  [
    Token.Keyword,
    `assert catch do exception exist extern in include let node raise ref returns run strong system trap try type weak`,
  ],
  [Token.OperatorWord, `and div else if mod nor not or pre then xor`],
  [Token.KeywordType, `bool fby int loop real trace`],
);

/** Lutin, of Verimag. */
export const lutin = defineLexer({ tag: 'lutin', states: () => lustreStates(WORDS) });
