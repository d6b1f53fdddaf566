import type { Lexer } from '../engine/lexer.ts';
import type { Lexing } from '../engine/lexing.ts';
import { include, type Rule, type States } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { ruby } from './ruby.ts';

/** What is remembered of the lines above in Haml and Slim, where indentation tells what belongs together. */
export interface IndentedData {
  /** The indentation of the line at hand. */
  indentation: number;
  /** What the lines are that are indented further than the one that opened them. */
  block: Block | undefined;
}

interface Block {
  readonly indentation: number;
  /** The state that reads its lines. */
  readonly state: string;
  readonly content: Lexer | Token;
}

type Work = Lexing<IndentedData>;
export type Perform = (lexing: Work, match: RegExpExecArray) => void;

export const startData = (): IndentedData => ({ indentation: 0, block: undefined });

/** Hands a text to Ruby, which continues in the state in which it stopped. */
export const code: Perform = (lexing, [text]) => lexing.delegate(ruby, text);

/** The lines below that are indented further than this one belong to it. */
export function beginBlock(lexing: Work, state: string, content: Lexer | Token): void {
  lexing.data.block = { indentation: lexing.data.indentation, state, content };
}

/** A line that begins a block in another language, of those that are known by name. */
export const beginFilter =
  (filters: ReadonlyMap<string, Lexer>): Perform =>
  (lexing, [text, name = '']) => {
    lexing.token(Token.NameDecorator, text);
    const filter = filters.get(name.trim());
    if (filter !== undefined) lexing.forget(filter);
    beginBlock(lexing, 'block', filter ?? Token.NameDecorator);
  };

export const blockText: Perform = (lexing, [text]) => {
  const content = lexing.data.block?.content ?? Token.Text;
  if (typeof content === 'string') lexing.token(content, text);
  else lexing.delegate(content, text);
};

function beginLine(lexing: Work, [space]: RegExpExecArray): void {
  const { data } = lexing;
  lexing.token(Token.Text, space);
  if (data.block !== undefined && space.length > data.block.indentation) {
    lexing.push(data.block.state);
    return;
  }
  data.indentation = space.length;
  data.block = undefined;
  lexing.push('content');
}

/** Text with Ruby in it. Of two number signs the first hides the second; one at the end of a line is a mistake. */
export const interpolated = (action: Perform): readonly Rule<IndentedData>[] => [
  [/#\{/, Token.StringInterpol, 'interpolation'],
  [/(?:[^#\n]|#[^{\n])[^#\n]*/, action],
];

/**
 * The states both languages have in common; `content` reads a line.
 *
 * @param continuations what lets a line of Ruby go on in the next one
 */
export const indentedStates = (continuations: readonly Rule<IndentedData>[]): States<IndentedData> => ({
  root: [
    [/\s*\n/, Token.Text],
    [/[ \t]+|(?=.)/, beginLine],
  ],
  'end of line': [[/\n/, Token.Text, '#pop']],
  block: [include('end of line'), ...interpolated(blockText)],
  code: [
    ...continuations,
    include('end of line'),
    [/[ \t]\|[ \t]*\n/, Token.StringEscape],
    // Space at the end of a line is a mistake.
    [/(?:[^\s,\\]|[,\\](?!\n)|[ \t]+(?=[^\s|]|\|[ \t]*[^\s]|[ \t]\|)|\r)+/, code],
  ],
  interpolation: [[/\}/, Token.StringInterpol, '#pop'], include('braces')],
  // Braces are counted, wherever they stand, and never seen together with what is around them.
  braces: [
    [/\{/, code, 'inside braces'],
    [/[^{}]+/, code],
  ],
  'inside braces': [[/\}/, code, '#pop'], include('braces')],
});
