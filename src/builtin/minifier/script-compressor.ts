/** Compresses JavaScript. */
export interface ScriptCompressor {
  /** @throws ScriptError if it cannot be read */
  compress(source: string): string;
}

/** What is wrong with a script. */
export class ScriptError extends Error {
  readonly line: number | undefined;
  readonly column: number | undefined;

  /** @param column counts from 0 */
  constructor({ message, line, col }: { readonly message: string; readonly line?: number; readonly col?: number }) {
    super(message);
    this.line = line;
    this.column = col === undefined ? undefined : col + 1;
  }

  /** The place as a message ends with it. */
  get place(): string {
    if (this.line === undefined) return '';
    return this.column === undefined ? ` (line ${this.line})` : ` (line ${this.line}, column ${this.column})`;
  }
}
