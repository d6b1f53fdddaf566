import { HtmlWriter, type Lexeme } from './formatters/html.ts';
import { type ChosenLexer, findLexer, lexPieces, lexWith } from './lex.ts';
import { plaintext } from './lexers/plaintext.ts';

export type { Token } from './engine/token.ts';
export type { Lexeme } from './formatters/html.ts';

const PLAIN: ChosenLexer = { lexer: plaintext, options: new Map() };

/**
 * Code as HTML: spans with the short class names that Jekyll's themes style. Code in an unknown language is only escaped.
 *
 * @example
 * highlight('[1]', 'json') // '<span class="p">[</span><span class="mi">1</span><span class="p">]</span>'
 */
export function highlight(code: string, language: string): string {
  const writer = new HtmlWriter(code.length);
  lexPieces(findLexer(language, code) ?? PLAIN, code, (token, text) => writer.write(token, text));
  return writer.toString();
}

/**
 * The tokens of a text. Neighbours of one kind are joined.
 *
 * @example
 * lex('1', 'json') // [{ token: 'mi', text: '1' }]
 */
export function lex(code: string, language: string): Lexeme[] {
  const lexemes: Lexeme[] = [];
  lexWith(findLexer(language, code) ?? PLAIN, code, (token, text) => {
    lexemes.push({ token, text });
  });
  return lexemes;
}
