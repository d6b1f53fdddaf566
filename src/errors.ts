/**
 * The one error family. An error is made where the facts are known, travels up untouched, and is shown once
 * (by the command line or by the server's overlay).
 */

/** Where in a user's file something went wrong. Lines and columns count from 1. */
export interface SourceLocation {
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  /** The text of the whole file, for the code frame. */
  readonly source?: string;
}

export interface UttersonErrorOptions extends SourceLocation {
  /** What the user can do about it, as a sentence. */
  readonly hint?: string;
  readonly cause?: unknown;
}

/**
 * An error caused by the user's input: a template, a front matter, a configuration, a flag.
 *
 * `code` is stable and names the kind of error, in Jekyll's or Liquid's own words where there is one
 * (`LiquidSyntaxError`, `InvalidYAMLFrontMatter`, `InvalidConfiguration` …).
 *
 * @example
 * throw new UttersonError('MissingInclude', "Could not locate the included file 'nav.html'", {
 *   file: 'index.html', line: 3, hint: 'Searched in _includes.',
 * });
 */
export class UttersonError extends Error {
  override readonly name: string = 'UttersonError';
  readonly code: string;
  #location: SourceLocation;
  readonly hint: string | undefined;

  constructor(code: string, message: string, options: UttersonErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    const { hint, cause: _, ...location } = options;
    this.code = code;
    this.#location = location;
    this.hint = hint;
  }

  get location(): SourceLocation {
    return this.#location;
  }

  /**
   * Adds what an outer place knows of where the error happened. What is known already is nearer to it and stays.
   *
   * @example
   * error.locateWithin({ file: '_includes/nav.html', source })
   */
  locateWithin(place: SourceLocation): void {
    const isKnown =
      this.#location.file !== undefined || (place.line !== undefined && this.#location.line !== undefined);
    if (!isKnown) this.#location = { ...place, ...this.#location };
  }
}

/**
 * The code of an error as words for a headline.
 *
 * @example
 * spellOutCode('InvalidYAMLFrontMatter') // 'Invalid YAML front matter'
 */
export function spellOutCode(code: string): string {
  const words = code.split(/(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/);
  const title = words
    .map((word, index) => (index === 0 || word === word.toUpperCase() ? word : word.toLowerCase()))
    .join(' ');
  return title.replace(/\b(?:yaml|toml|url)\b/gi, (name) => name.toUpperCase());
}

const FRAME_CONTEXT = 2;

/**
 * The lines around an error, with line numbers and a caret, or `undefined` where the location has no source text.
 *
 * @example
 * codeFrame({ source: 'a\n{% if %}\nb', line: 2, column: 1 })
 * // '  1 | a\n> 2 | {% if %}\n    | ^\n  3 | b'
 */
export function codeFrame(location: SourceLocation): string | undefined {
  const { source, line, column } = location;
  if (source === undefined || line === undefined) return undefined;
  const lines = source.split(/\r?\n/);
  if (line < 1 || line > lines.length) return undefined;
  const first = Math.max(1, line - FRAME_CONTEXT);
  const last = Math.min(lines.length, line + FRAME_CONTEXT);
  const width = String(last).length;
  const frame: string[] = [];
  for (let number = first; number <= last; number++) {
    const mark = number === line ? '>' : ' ';
    frame.push(`${mark} ${String(number).padStart(width)} | ${lines[number - 1] ?? ''}`.trimEnd());
    if (number === line && column !== undefined) frame.push(`  ${' '.repeat(width)} | ${' '.repeat(column - 1)}^`);
  }
  return frame.join('\n');
}
