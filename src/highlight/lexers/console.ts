import type { Lexer, Surroundings } from '../engine/lexer.ts';
import type { Lexing } from '../engine/lexing.ts';
import { defineLexer } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { shell } from './shell.ts';

interface ConsoleData {
  /** What is typed behind a prompt. */
  readonly input: Lexer;
  /** What comes back, if it is in a language. */
  readonly output: Lexer | undefined;
  readonly prompt: RegExp;
  readonly hasComments: boolean;
  readonly errors: readonly string[];
}

type Work = Lexing<ConsoleData>;

const escapePattern = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
const list = (text: string | undefined): string[] => (text ?? '').split(',').filter((part) => part !== '');

function readOptions({ options, find }: Surroundings): ConsoleData {
  const prompts = list(options.get('prompt'));
  const comments = options.get('comments');
  // A number sign ends a prompt by default; with prompts of one's own it begins a comment.
  const ends = prompts.length > 0 ? prompts : comments === 'true' ? ['$', '>', ';'] : ['$', '#', '>', ';'];
  return {
    input: find(options.get('lang') ?? '') ?? shell,
    output: find(options.get('output') ?? ''),
    prompt: new RegExp(`^[^\\n]*?(?:${ends.map(escapePattern).join('|')})`),
    hasComments: comments === 'true' || !ends.includes('#'),
    errors: list(options.get('error')),
  };
}

function line(lexing: Work, [text]: RegExpExecArray): void {
  const { prompt, hasComments, input } = lexing.data;
  const mark = prompt.exec(text)?.[0];
  const isComment = /^\s*<?\.+>?\s*$/.test(text) || (hasComments && /^\s*#/.test(text));
  if (!isComment && mark !== undefined) {
    typed(lexing, mark, text.slice(mark.length));
    return;
  }
  // What was typed is over: a string it left open does not go on behind the next prompt.
  lexing.forget(input);
  if (isComment) lexing.token(Token.Comment, text);
  else answered(lexing, text);
}

function answered(lexing: Work, text: string): void {
  const { errors, output } = lexing.data;
  if (errors.some((start) => text.startsWith(start))) lexing.token(Token.GenericError, text);
  else if (output === undefined) lexing.token(Token.GenericOutput, text);
  else lexing.delegate(output, text);
}

function typed(lexing: Work, prompt: string, rest: string): void {
  const space = /^\s*/.exec(rest)?.[0] ?? '';
  lexing.token(Token.GenericPrompt, prompt);
  lexing.token(Token.Whitespace, space);
  if (space.length < rest.length) lexing.delegate(lexing.data.input, rest.slice(space.length));
}

/** A session: prompts, what was typed behind them, and what came back. Options: `lang`, `output`, `prompt`, `comments`, `error`. */
export const consoleSession = defineLexer({
  tag: 'console',
  data: readOptions,
  states: () => ({ root: [[/[^\n]+\n?|\n/, line]] }),
});
