/**
 * A text held as UTF-8, outside of JavaScript's heap. A string with a single typographic quote takes two bytes a
 * character there, and a site's pages have many.
 *
 * @example
 * String(new PackedText('“Hello”')) // '“Hello”'
 */
export class PackedText {
  /** The text in UTF-8. */
  readonly bytes: Buffer;

  constructor(text: string) {
    this.bytes = Buffer.from(text);
  }

  toString(): string {
    return this.bytes.toString('utf8');
  }
}
