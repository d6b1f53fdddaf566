/** A text that a parser takes apart from its beginning to its end, by sticky patterns. */
export class Scanner {
  protected readonly source: string;
  /** Where the parser has got to. */
  protected at = 0;

  constructor(source: string) {
    this.source = source;
  }

  protected get isAtEnd(): boolean {
    return this.at >= this.source.length;
  }

  /** Whether a pattern matches here. */
  protected isAt(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    return pattern.test(this.source);
  }

  /** Takes what a pattern matches here; null if it does not. */
  protected take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.source);
    if (match !== null) this.at = pattern.lastIndex;
    return match;
  }

  /** Takes a text if it is here. */
  protected takeText(text: string): boolean {
    if (!this.source.startsWith(text, this.at)) return false;
    this.at += text.length;
    return true;
  }

  /** Takes one code point; at the end, a null character that is not there. */
  protected takeCharacter(): string {
    const character = String.fromCodePoint(this.source.codePointAt(this.at) ?? 0);
    this.at += character.length;
    return character;
  }
}
