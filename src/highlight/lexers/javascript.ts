import { defineLexer } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';

export const javascript = defineLexer({ tag: 'javascript', states: () => ({ root: [[/.+/s, Token.Text]] }) });
