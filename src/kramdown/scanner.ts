import type { SpanMemory } from './span-memory.ts';

/** A shorter text is searched anew each time: remembering the answers would cost more, above all memory. */
const SHORT = 200;

/** What a scanner remembers about its text. */
class Notes {
  found: Map<string, { from: number; at: number }> | undefined = undefined;
  remembered: Map<string, unknown> | undefined = undefined;
  failures: Map<string, number> | undefined = undefined;
  lines: LineCounter | undefined = undefined;
}

/** Counts newlines up to an offset, starting from the offset asked for last: parsers move in small steps. */
class LineCounter {
  private count = 0;
  private previous = -1;
  private next: number;

  constructor(private readonly text: string) {
    this.next = this.newlineFrom(0);
  }

  private newlineFrom(from: number): number {
    const at = this.text.indexOf('\n', from);
    return at === -1 ? Number.POSITIVE_INFINITY : at;
  }

  /** The number of newlines up to and including an offset. */
  countTo(offset: number): number {
    while (this.next <= offset) {
      this.count++;
      this.previous = this.next;
      this.next = this.newlineFrom(this.next + 1);
    }
    while (this.previous > offset) {
      this.count--;
      this.next = this.previous;
      this.previous = this.previous === 0 ? -1 : this.text.lastIndexOf('\n', this.previous - 1);
    }
    return this.count;
  }
}

/**
 * A text and a position in it.
 *
 * The text of a quote or a list item is cut out of its surroundings and scanned separately, so a scanner knows on which
 * line its text began. Searches remember their answer: asking for the next `-->` from ever later positions costs one
 * pass over the text, whatever the input.
 */
export class Scanner {
  pos = 0;
  /** What failed attempts at spans have taught; undefined before the first failure. */
  memory: SpanMemory | undefined = undefined;
  private notes: Notes | undefined = undefined;

  constructor(
    readonly text: string,
    private readonly firstLine = 1,
  ) {}

  get atEnd(): boolean {
    return this.pos >= this.text.length;
  }

  /** The number of the line at the position. */
  get line(): number {
    return this.lineAt(this.pos);
  }

  /** Matches a sticky expression at the position, without moving. */
  check(expression: RegExp): RegExpExecArray | null {
    expression.lastIndex = this.pos;
    return expression.exec(this.text);
  }

  test(expression: RegExp): boolean {
    expression.lastIndex = this.pos;
    return expression.test(this.text);
  }

  /** Matches a sticky expression at the position and moves past the match. */
  scan(expression: RegExp): RegExpExecArray | null {
    const match = this.check(expression);
    if (match !== null) this.pos += match[0].length;
    return match;
  }

  /** Moves past a match of a sticky expression, if there is one at the position. */
  skip(expression: RegExp): void {
    if (this.test(expression)) this.pos = expression.lastIndex;
  }

  /** The position after the end of the line that contains `from`. */
  lineEnd(from: number = this.pos): number {
    const newline = this.text.indexOf('\n', from);
    return newline === -1 ? this.text.length : newline + 1;
  }

  rest(): string {
    return this.text.slice(this.pos);
  }

  terminate(): void {
    this.pos = this.text.length;
  }

  /** The next occurrence of `needle` at or after `from`; -1 if there is none. */
  find(needle: string, from: number = this.pos): number {
    return this.search(needle, from, findText);
  }

  /**
   * The next place of a kind at or after `from`; -1 if there is none.
   *
   * @param next finds it; whether a place is of the kind may depend on the text around it, but not on `from`
   */
  search(kind: string, from: number, next: (text: string, from: number, kind: string) => number): number {
    if (this.text.length < SHORT) return next(this.text, from, kind);
    this.notes ??= new Notes();
    this.notes.found ??= new Map();
    const { found } = this.notes;
    const known = found.get(kind);
    if (known !== undefined && from >= known.from && (known.at === -1 || known.at >= from)) return known.at;
    const at = next(this.text, from, kind);
    if (known === undefined) found.set(kind, { from, at });
    else {
      known.from = from;
      known.at = at;
    }
    return at;
  }

  /** A value that is computed once for the whole text. */
  remember<Value>(name: string, compute: () => Value): Value {
    this.notes ??= new Notes();
    this.notes.remembered ??= new Map();
    const { remembered } = this.notes;
    if (!remembered.has(name)) remembered.set(name, compute());
    return remembered.get(name) as Value;
  }

  /** Notes that the search named `key` failed from `from`, and will therefore fail from every later position too. */
  noteFailure(key: string, from: number): void {
    this.notes ??= new Notes();
    this.notes.failures ??= new Map();
    const { failures } = this.notes;
    const known = failures.get(key);
    if (known === undefined || from < known) failures.set(key, from);
  }

  hasFailed(key: string, from: number): boolean {
    const known = this.notes?.failures?.get(key);
    return known !== undefined && from >= known;
  }

  /** The number of the line at `offset`; as in kramdown, a newline at the offset itself already counts. */
  lineAt(offset: number): number {
    if (offset === 0) return this.text.startsWith('\n') ? this.firstLine + 1 : this.firstLine;
    this.notes ??= new Notes();
    this.notes.lines ??= new LineCounter(this.text);
    return this.firstLine + this.notes.lines.countTo(offset);
  }
}

const findText = (text: string, from: number, needle: string): number => text.indexOf(needle, from);
