import type { Token } from '../engine/token.ts';
import { type Lexeme, span } from './html.ts';

/**
 * Code line by line, with some lines (counted from 1) in a span of the class `hll`. A token of several lines becomes one token in each.
 *
 * @example
 * formatMarkedLines(lex('1\n2', 'json'), [2]) // '<span class="mi">1</span>\n<span class="hll"><span class="mi">2</span>\n</span>'
 */
export function formatMarkedLines(lexemes: Iterable<Lexeme>, marked: readonly number[]): string {
  return splitLines(lexemes)
    .map((line, index) => (marked.includes(index + 1) ? `<span class="hll">${line}\n</span>` : `${line}\n`))
    .join('');
}

function splitLines(lexemes: Iterable<Lexeme>): string[] {
  const lines = [''];
  const append = (token: Token, text: string): void => {
    if (text !== '') lines[lines.length - 1] += span(token, text);
  };
  for (const { token, text } of lexemes) {
    const [first = '', ...rest] = text.split('\n');
    append(token, first);
    for (const part of rest) {
      lines.push('');
      append(token, part);
    }
  }
  if (lines.at(-1) === '') lines.pop();
  return lines;
}
