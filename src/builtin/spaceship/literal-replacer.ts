import { replaceLiteral } from '../shared/ruby-replace.ts';

/** A piece of a text that has changed. */
interface Piece {
  readonly end: number;
  text: string;
}

/**
 * Replaces many literal texts in one text, each wherever it occurs, as `text = text.gsub(literal, replacement)` does in a loop.
 * The text is made of pieces, such as lines, and no literal reaches across their ends: so only pieces are put together
 * anew, and not the whole text each time.
 */
export class LiteralReplacer {
  readonly #isBetween: (character: string) => boolean;
  #source: string;
  #pieces = new Map<number, Piece>();
  #done = new Set<string>();

  /** @param isBetween whether a character stands between pieces */
  constructor(source: string, isBetween: (character: string) => boolean) {
    this.#source = source;
    this.#isBetween = isBetween;
  }

  /** The replacement may have references, as in Ruby: `\\0`, `\\\\`. */
  replace(literal: string, replacement: string): void {
    if (literal === '' || this.#done.has(literal)) return;
    // What is before or after the literal is known only once the text is put together.
    if (/\\[`']/.test(replacement)) {
      this.#restart(replaceLiteral(this.text, literal, replacement));
      return;
    }
    const expanded = replaceLiteral(literal, literal, replacement);
    if (!expanded.includes(literal)) this.#done.add(literal);
    for (let at = this.#source.indexOf(literal); at !== -1; ) {
      const [start, piece] = this.#pieceAt(at);
      piece.text = piece.text.replaceAll(literal, () => expanded);
      this.#pieces.set(start, piece);
      at = this.#source.indexOf(literal, piece.end);
    }
  }

  get text(): string {
    let text = '';
    let done = 0;
    for (const [start, piece] of [...this.#pieces].sort(([a], [b]) => a - b)) {
      text += this.#source.slice(done, start) + piece.text;
      done = piece.end;
    }
    return text + this.#source.slice(done);
  }

  #restart(source: string): void {
    this.#source = source;
    this.#pieces = new Map();
    this.#done = new Set();
  }

  #pieceAt(at: number): [number, Piece] {
    let start = at;
    while (start > 0 && !this.#isBetween(this.#source.charAt(start - 1))) start--;
    const known = this.#pieces.get(start);
    if (known !== undefined) return [start, known];
    let end = at;
    while (end < this.#source.length && !this.#isBetween(this.#source.charAt(end))) end++;
    return [start, { end, text: this.#source.slice(start, end) }];
  }
}
