import type { Lexer } from '../engine/lexer.ts';
import { Token } from '../engine/token.ts';

/** Plain text: one token. */
export const plaintext: Lexer = {
  tag: 'plaintext',
  start: () => ({
    feed(text, emit) {
      if (text !== '') emit(Token.Text, text);
    },
  }),
};
