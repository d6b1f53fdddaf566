import type { Token } from './token.ts';

/** Receives the tokens of a text in order. Neighbours of one kind may still be separate. */
export type Emit = (token: Token, text: string) => void;

/** The options after the name of a language: `console?lang=ruby` has `lang` → `ruby`. */
export type LexerOptions = ReadonlyMap<string, string>;

/** What a lexer knows besides the text. */
export interface Surroundings {
  /** Whether the whole text is ASCII. */
  readonly isAscii: boolean;
  readonly options: LexerOptions;
  /** Finds the lexer for a name that stands in the code: at a fence in Markdown, or for the shell of a console session. */
  readonly find: (name: string) => Lexer | undefined;
}

/** A lexer at work on one text. The text may come in pieces: each continues in the state in which the one before it ended. */
export interface Run {
  feed(text: string, emit: Emit): void;
}

/** A language, by the name that Rouge gives it (`shell`, `cpp`). */
export interface Lexer {
  readonly tag: string;
  start(surroundings: Surroundings): Run;
}
