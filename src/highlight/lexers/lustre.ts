import { defineLexer } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { wordTable } from '../engine/word-table.ts';
import { lustreStates } from './lustre-states.ts';

const WORDS = wordTable(
  [
    Token.Keyword,
    `assert body const current end enum extern function include is let merge model needs node operator package provides
    returns step struct tel type unsafe uses var`,
  ],
  [Token.OperatorWord, `and div else fby if mod nor not or pre then when with xor`],
  [Token.KeywordType, `bool int real`],
);

/** Lustre, of Verimag. */
export const lustre = defineLexer({ tag: 'lustre', states: () => lustreStates(WORDS) });
