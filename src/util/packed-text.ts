/**
 * A text held as UTF-8, outside of JavaScript's heap. A string with a single typographic quote takes two bytes a
 * character there, and a site's pages have many.
 *
 * @example
 * String(new PackedText('“Hello”')) // '“Hello”'
 */
export class PackedText {
  readonly #held: Buffer | string;

  constructor(text: string) {
    // Half a surrogate pair has no UTF-8.
    this.#held = text.isWellFormed() ? Buffer.from(text) : text;
  }

  /** The text in UTF-8. */
  get bytes(): Buffer {
    return typeof this.#held === 'string' ? Buffer.from(this.#held) : this.#held;
  }

  toString(): string {
    return typeof this.#held === 'string' ? this.#held : this.#held.toString('utf8');
  }
}
