import type { Lexer } from '../engine/lexer.ts';
import { java } from './java.ts';
import { json, jsonDoc } from './json.ts';
import { plaintext } from './plaintext.ts';
import { python } from './python.ts';

/** A language with a lexer of our own: the reference's name for it is the lexer's `tag`. */
export interface Language {
  readonly lexer: Lexer;
  readonly aliases: readonly string[];
}

/** Every lexer of our own and its other names. A lexer's tables are built when it is first used. */
export const LANGUAGES: readonly Language[] = [
  { lexer: java, aliases: [] },
  { lexer: json, aliases: [] },
  { lexer: jsonDoc, aliases: ['jsonc'] },
  { lexer: plaintext, aliases: ['text'] },
  { lexer: python, aliases: ['py'] },
];
