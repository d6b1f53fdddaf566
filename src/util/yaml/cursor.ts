import { UttersonError } from '../../errors.ts';
import {
  CARRIAGE_RETURN,
  DOT,
  HYPHEN,
  LINE_FEED,
  LINE_SEPARATOR,
  NEXT_LINE,
  PARAGRAPH_SEPARATOR,
  SPACE,
  TAB,
} from './codes.ts';

/** A position in the text; lines and columns count from 0. */
export interface Mark {
  readonly index: number;
  readonly line: number;
  readonly column: number;
}

/**
 * Malformed YAML. The message is libyaml's, which Jekyll prints, with the position at which the malformed construct
 * begins.
 */
export class YamlError extends UttersonError {
  constructor(problem: string, context: string | undefined, contextMark: Mark | undefined, place: Mark, text: string) {
    const what = context === undefined ? problem : `${problem} ${context}`;
    const line = (contextMark?.line ?? 0) + 1;
    const column = contextMark === undefined ? 1 : characterColumn(contextMark, text);
    super('InvalidYaml', `${what} at line ${line} column ${column}`, {
      line: place.line + 1,
      column: characterColumn(place, text),
      source: text,
    });
  }
}

/** The column, counted from 1 in characters rather than UTF-16 units. */
function characterColumn({ index, column }: Mark, text: string): number {
  return [...text.slice(index - column, index)].length + 1;
}

/** What `charCode` returns beyond the end. */
export const END = -1;

export const isSpaceOrTab = (code: number): boolean => code === SPACE || code === TAB;

/** In YAML 1.1, U+0085, U+2028 and U+2029 are line breaks too. */
export function isBreak(code: number): boolean {
  if (code > CARRIAGE_RETURN && code < NEXT_LINE) return false;
  return (
    code === LINE_FEED ||
    code === CARRIAGE_RETURN ||
    code === NEXT_LINE ||
    code === LINE_SEPARATOR ||
    code === PARAGRAPH_SEPARATOR
  );
}

export const isBreakOrEnd = (code: number): boolean => code === END || isBreak(code);
export const isBlankOrEnd = (code: number): boolean => isSpaceOrTab(code) || isBreakOrEnd(code);

/** Whether a character may be part of an anchor's or a tag's name: letters, digits, `-` and `_`. */
export function isWordCode(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code >= 48 && code <= 57) ||
    code === 95 ||
    code === 45
  );
}

/** The text and a position in it. */
export class Cursor {
  index = 0;
  line = 0;
  private lineStart = 0;

  constructor(readonly text: string) {}

  get column(): number {
    return this.index - this.lineStart;
  }

  get mark(): Mark {
    return { index: this.index, line: this.line, column: this.column };
  }

  /** The UTF-16 code unit that many places ahead, or END. */
  charCode(ahead = 0): number {
    const at = this.index + ahead;
    return at < this.text.length ? this.text.charCodeAt(at) : END;
  }

  skip(count = 1): void {
    this.index += count;
  }

  skipBlanks(): void {
    while (isSpaceOrTab(this.charCode())) this.index++;
  }

  skipToBreak(): void {
    while (!isBreakOrEnd(this.charCode())) this.index++;
  }

  /** Reads a line break, which becomes a line feed unless it is a Unicode separator. */
  readBreak(): string {
    const code = this.charCode();
    if (!isBreak(code)) return '';
    this.index += code === CARRIAGE_RETURN && this.charCode(1) === LINE_FEED ? 2 : 1;
    this.line++;
    this.lineStart = this.index;
    return code === LINE_SEPARATOR || code === PARAGRAPH_SEPARATOR ? String.fromCharCode(code) : '\n';
  }

  /** At the end of the text, moves to the next line as if the text ended in a line break. */
  endLine(): void {
    if (this.column === 0) return;
    this.line++;
    this.lineStart = this.index;
  }

  /** Whether the cursor is at a `---` or `...` at the beginning of a line, followed by white space or nothing. */
  atDocumentIndicator(): boolean {
    if (this.column !== 0) return false;
    const code = this.charCode();
    if (code !== HYPHEN && code !== DOT) return false;
    return this.charCode(1) === code && this.charCode(2) === code && isBlankOrEnd(this.charCode(3));
  }

  /** An error at the cursor, in a construct that began at `start`. */
  error(problem: string, context?: string, start?: Mark): YamlError {
    return new YamlError(problem, context, start ?? this.mark, this.mark, this.text);
  }
}
