import type { Token } from './token.ts';

/** Receives the tokens of a text in order. Neighbours of one kind may still be separate. */
export type Emit = (token: Token, text: string) => void;

/** What a lexer may be told from outside: `console?lang=ruby` gives `lang` → `ruby`. */
export type LexerOptions = ReadonlyMap<string, string>;

export interface Surroundings {
  readonly options: LexerOptions;
  /** Finds the lexer for a name written in the code itself: a fence in Markdown, the shell of a console session. */
  readonly find: (name: string) => Lexer | undefined;
}

/** A lexer at work on one text, which may come in pieces: what one piece leaves open, the next continues. */
export interface Run {
  feed(text: string, emit: Emit): void;
}

/** A language: knows its reference name (`shell`, `cpp`) and can start on a text. */
export interface Lexer {
  readonly tag: string;
  start(surroundings: Surroundings): Run;
}
