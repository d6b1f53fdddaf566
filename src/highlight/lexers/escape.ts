import type { Lexer, Run } from '../engine/lexer.ts';
import { Token } from '../engine/token.ts';
import { plaintext } from './plaintext.ts';

/** Code of the language `lang` in which the signs `start` and `end` enclose what is not code. */
export const escaped: Lexer = {
  tag: 'escape',
  start(surroundings) {
    const { options, find } = surroundings;
    const language = find(options.get('lang') ?? 'plaintext') ?? plaintext;
    const code = language.start({ ...surroundings, options: new Map() });
    return escapeIn(code, options.get('start') || '<!', options.get('end') || '!>');
  },
};

function escapeIn(code: Run, start: string, end: string): Run {
  return {
    feed(text, emit) {
      let position = 0;
      while (position < text.length) {
        const opening = placeOr(text.length, text.indexOf(start, position));
        code.feed(text.slice(position, opening), emit);
        const inside = opening + start.length;
        const closing = placeOr(text.length, text.indexOf(end, inside));
        if (closing > inside) emit(Token.Escape, text.slice(inside, closing));
        position = closing + end.length;
      }
    },
  };
}

const placeOr = (length: number, at: number): number => (at < 0 ? length : at);
