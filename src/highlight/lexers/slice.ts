import { defineLexer } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { wordTable } from '../engine/word-table.ts';
import { C_BEGIN, C_NUMBERS, C_RESERVED, cStates } from './c.ts';

const WORDS = wordTable(
  [
    Token.Keyword,
    `LocalObject Object Value case class const dictionary enum exception extends idempotent implements interface local module
    optional out sequence struct throws`,
  ],
  [Token.KeywordType, 'bool byte double float int long short string void'],
  [Token.KeywordReserved, C_RESERVED],
  [Token.NameBuiltin, 'NULL false true'],
);

/** The interface language of Ice: C with other words. */
export const slice = defineLexer({
  tag: 'slice',
  begin: () => C_BEGIN,
  states: () => cStates({ words: WORDS, numbers: C_NUMBERS }),
});
