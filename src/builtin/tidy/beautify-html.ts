import { strip, stripRight, UttersonError } from '../../plugin/plugin.ts';
import { splitParts } from '../shared/split-parts.ts';
import { type HtmlToken, htmlTokenAt } from './html-token.ts';

const INDENTATION = '  ';
const LINE_BREAK = /(?:^|\n)<br[^A-Za-z0-9_]/;
const LEADING_SPACE = /^[ \t\r\n\f\v]+/;
/** Lines of Ruby in `<% %>` after which the level is deeper, or at which it is one less. */
const RUBY_OPENS =
  /^(?:if|elsif|else|unless|while|until|begin|for|case|when)\b|\b(?:do|\{)(?:[ \t\r\n\f\v]*\|[^|]+\|)?$/;
const RUBY_CLOSES = /^(?:elsif|else|end|when|\})\b/;

/** Writes pieces of HTML, each with the indentation of its level if a new line begins there. */
class IndentedText {
  text = '';
  #level = 0;
  #breaksLine = false;
  #hasBegun = false;
  /** The levels around the conditional comments that are open. */
  readonly #conditions: number[] = [];

  write({ kind, parts }: HtmlToken): void {
    const [first = '', second = '', third = ''] = parts;
    switch (kind) {
      case 'embedded':
        this.#writeEmbedded(first, second, third);
        break;
      case 'condition-open':
        this.#emit(first);
        this.#conditions.push(this.#level);
        this.#level++;
        break;
      case 'condition-close':
        this.#level = this.#conditions.pop() ?? this.#level;
        this.#emit(first);
        break;
      case 'standalone':
        this.#emit(first);
        if (LINE_BREAK.test(first)) this.#breaksLine = true;
        break;
      case 'foreign':
        this.#writeForeign(first, second, third);
        break;
      case 'preformatted':
        this.#breaksLine = true;
        this.#emit(parts.join(''));
        this.#breaksLine = true;
        break;
      case 'lines':
        this.#breaksLine = true;
        break;
      case 'text':
        this.#emit(first);
        break;
      default:
        this.#writeTag(kind, first);
    }
  }

  #emit(piece: string): void {
    if (this.#breaksLine) {
      if (this.#hasBegun) this.text += '\n';
      if (strip(piece) !== '') this.text += INDENTATION.repeat(this.#level);
    }
    this.text += piece;
    this.#breaksLine = false;
    this.#hasBegun = true;
  }

  #writeTag(kind: 'open' | 'close' | 'block-open' | 'block-close', tag: string): void {
    if (kind === 'open' || kind === 'block-open') {
      if (kind === 'block-open') this.#breaksLine = true;
      this.#emit(tag);
      this.#level++;
      return;
    }
    this.#outdent();
    this.#emit(tag);
    if (kind === 'block-close') this.#breaksLine = true;
  }

  #outdent(): void {
    this.#level = Math.max(this.#level - 1, 0);
  }

  #writeEmbedded(open: string, code: string, close: string): void {
    const lines = splitParts(code, '\n').map(strip);
    if (RUBY_CLOSES.test(lines[0] ?? '')) this.#outdent();
    this.#emit(open + code + close);
    if (RUBY_OPENS.test(lines.at(-1) ?? '')) this.#level++;
  }

  /** Scripts and style sheets keep their own indentation, less that of their first line. */
  #writeForeign(open: string, code: string, close: string): void {
    this.#emit(open);
    const content = strip(code);
    if (content !== '') {
      const firstLine = splitParts(code, '\n').find((line) => strip(line) !== '') ?? '';
      const indentation = LEADING_SPACE.exec(firstLine)?.[0] ?? '';
      this.#level++;
      this.#breaksLine = true;
      for (const line of splitParts(content, '\n')) {
        const text = stripRight(line);
        this.#emit(text.startsWith(indentation) ? text.slice(indentation.length) : text);
        this.#breaksLine = true;
      }
      this.#outdent();
    }
    this.#emit(close);
  }
}

/**
 * HTML, or any other text, with a line for each block and indentation by nesting, as by the gem htmlbeautifier 1.4.3.
 *
 * @throws UttersonError UnmatchedSequence at a `<` that no `>` follows
 */
export function beautifyHtml(html: string): string {
  const output = new IndentedText();
  for (let at = 0; at < html.length; ) {
    const token = htmlTokenAt(html, at);
    if (token === undefined) {
      const line = Math.max(splitParts(html.slice(0, at), '\n').length, 1);
      throw new UttersonError('UnmatchedSequence', `jekyll-tidy: Unmatched sequence on line ${line}`, {
        hint: 'A "<" of the page opens no tag. Write it as &lt;.',
      });
    }
    output.write(token);
    at = token.end;
  }
  return output.text;
}
