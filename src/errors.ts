/**
 * The one error family. An error is made where the facts are known, travels up untouched, and is shown once
 * (by the command line or by the server's overlay).
 */

/** Where in a user's file something went wrong. Lines and columns count from 1. */
export interface SourceLocation {
  readonly file?: string;
  /** The folder that `file` is relative to, if known. */
  readonly root?: string;
  readonly line?: number;
  readonly column?: number;
  /** The text of the whole file, for the code frame. */
  readonly source?: string;
}

/** What an error says besides its message. */
export interface UttersonErrorOptions extends SourceLocation {
  /** What the user can do about it, as a sentence. */
  readonly hint?: string;
  /** The error behind it, for stack traces. */
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
   * Adds the location that an outer caller knows. What the error knows already is more precise and wins.
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
  return title.replace(/\b(?:yaml|toml|url|uri|csv)\b/gi, (name) => name.toUpperCase());
}

const FRAME_CONTEXT = 2;
/** Characters shown of each line: a minified file may be one very long line. */
const FRAME_WIDTH = 120;
/** What stands beside the text of a line, besides its number: `>`, spaces, a bar and two ellipses. */
const MARGIN = 7;

/**
 * The lines around an error, with line numbers and a caret, or `undefined` where the location has no source text.
 *
 * @param columns how wide the frame may be
 *
 * @example
 * codeFrame({ source: 'a\n{% if %}\nb', line: 2, column: 1 })
 * // '  1 | a\n> 2 | {% if %}\n    | ^\n  3 | b'
 */
export function codeFrame(location: SourceLocation, columns = Number.POSITIVE_INFINITY): string | undefined {
  const { source, line, column } = location;
  if (source === undefined || line === undefined) return undefined;
  const lines = source.split(/\r?\n/);
  if (line < 1 || line > lines.length) return undefined;
  const first = Math.max(1, line - FRAME_CONTEXT);
  const last = Math.min(lines.length, line + FRAME_CONTEXT);
  const width = String(last).length;
  const visible = Math.max(1, Math.min(FRAME_WIDTH, columns - width - MARGIN));
  const from = firstVisible(lines[line - 1] ?? '', column ?? 1, visible);
  const frame: string[] = [];
  for (let number = first; number <= last; number++) {
    const mark = number === line ? '>' : ' ';
    const text = lines[number - 1] ?? '';
    frame.push(`${mark} ${String(number).padStart(width)} | ${showPart(text, from, visible)}`.trimEnd());
    if (number === line && column !== undefined) {
      const ellipsis = from === 0 ? '' : ' ';
      const before = text.slice(from, column - 1).padEnd(column - 1 - from);
      frame.push(`  ${' '.repeat(width)} | ${ellipsis}${blankOut(before)}^`);
    }
  }
  return frame.join('\n');
}

/** The offset at which the shown part of the lines begins, so that the caret is visible. */
function firstVisible(line: string, column: number, visible: number): number {
  return line.length <= visible || column <= visible / 2 ? 0 : Math.floor(column - visible / 2);
}

function showPart(line: string, from: number, visible: number): string {
  const part = line.slice(from, from + visible);
  const printable = part.replace(CONTROL, (character) => String.fromCodePoint(controlPicture(character)));
  return `${from > 0 ? '…' : ''}${printable}${from + visible < line.length ? '…' : ''}`;
}

/** Control characters, which would move a terminal's cursor, change its colours, or not show at all. */
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f]/g;

function controlPicture(character: string): number {
  return character === '\u007f' ? 0x2421 : 0x2400 + character.charCodeAt(0);
}

/** Characters that take two columns in a terminal. */
const WIDE =
  /\p{Emoji_Presentation}|[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6]/u;

/** Blanks as wide as a text is in a terminal; tabs are kept. */
function blankOut(text: string): string {
  return [...text].map((character) => (character === '\t' ? '\t' : WIDE.test(character) ? '  ' : ' ')).join('');
}
