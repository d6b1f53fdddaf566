/** The pieces of a template: texts, `{% tags %}` and `{{ outputs }}`, in order, read one after the other. */
export interface TokenSource {
  /** The line on which the next piece begins. */
  readonly line: number;
  /** The next piece, or undefined at the end. */
  shift(): string | undefined;
}

/**
 * Cuts a template into its pieces as Liquid::Tokenizer does: a tag ends at the first `%}`, an output at the first `}`
 * (and a second one right after it), and a start without an end is a piece of its own.
 */
export class Tokenizer implements TokenSource {
  line: number;
  /** How many pieces were read. */
  count = 0;
  private position = 0;
  /** From here on there is no `%}` or `}` any more, so that unclosed starts do not search to the end again and again. */
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
