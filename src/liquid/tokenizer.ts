/** The pieces of a template in order: texts, `{% tags %}` and `{{ outputs }}`. */
export interface TokenSource {
  /** The line on which the next piece begins. */
  readonly line: number;
  /** Removes and returns the next piece; undefined at the end. */
  shift(): string | undefined;
}

/**
 * Cuts a template into pieces as Liquid::Tokenizer does: a tag ends at the first `%}`, an output at the first `}` (with
 * a second one, if that follows), and an opening without an end is a piece by itself.
 */
export class Tokenizer implements TokenSource {
  line: number;
  /** The number of pieces read so far. */
  count = 0;
  private position = 0;
  /** The last `%}` and `}`, so that unclosed openings after them do not scan to the end again and again. */
  private readonly lastTagEnd: number;
  private readonly lastBrace: number;

  constructor(
    readonly source: string,
    readonly firstLine = 1,
  ) {
    this.line = firstLine;
    this.lastTagEnd = source.lastIndexOf('%}');
    this.lastBrace = source.lastIndexOf('}');
  }

  shift(): string | undefined {
    if (this.position >= this.source.length) return undefined;
    const end = this.findEnd();
    const piece = this.source.slice(this.position, end);
    this.position = end;
    this.count++;
    this.line += countNewlines(piece);
    return piece;
  }

  private findEnd(): number {
    const start = this.position;
    if (this.source.charCodeAt(start) === BRACE) {
      const next = this.source.charCodeAt(start + 1);
      if (next === PERCENT) return this.findTagEnd(start);
      if (next === BRACE) return this.findOutputEnd(start);
    }
    return this.findStart(start + 1);
  }

  private findTagEnd(start: number): number {
    if (this.lastTagEnd < start + 2) return start + 2;
    return this.source.indexOf('%}', start + 2) + 2;
  }

  private findOutputEnd(start: number): number {
    if (this.lastBrace < start + 2) return start + 2;
    const brace = this.source.indexOf('}', start + 2);
    return this.source.charCodeAt(brace + 1) === CLOSING_BRACE ? brace + 2 : brace + 1;
  }

  private findStart(from: number): number {
    let index = this.source.indexOf('{', from);
    while (index !== -1) {
      const next = this.source.charCodeAt(index + 1);
      if (next === PERCENT || next === BRACE) return index;
      index = this.source.indexOf('{', index + 1);
    }
    return this.source.length;
  }
}

const BRACE = 123;
const CLOSING_BRACE = 125;
const PERCENT = 37;

function countNewlines(text: string): number {
  let count = 0;
  for (let index = text.indexOf('\n'); index !== -1; index = text.indexOf('\n', index + 1)) count++;
  return count;
}
