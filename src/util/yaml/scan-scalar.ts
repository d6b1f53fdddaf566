import {
  BACKSLASH,
  COLON,
  COMMA,
  DOUBLE_QUOTE,
  HASH,
  LEFT_BRACE,
  LEFT_BRACKET,
  QUESTION,
  RIGHT_BRACE,
  RIGHT_BRACKET,
  SINGLE_QUOTE,
  SPACE,
  TAB,
} from './codes.ts';
import { type Cursor, END, isBlankOrEnd, isBreak, isBreakOrEnd, isSpaceOrTab, type Mark } from './cursor.ts';

/** The surroundings of a scalar, which decide where it ends. */
interface ScalarPlace {
  readonly isInFlow: boolean;
  /** The column of the surrounding block, -1 at the top. */
  readonly indent: number;
}

/** The white space between two words: kept within a line, folded across lines. */
class Gap {
  private blanks = '';
  private firstBreak = '';
  private moreBreaks = '';
  private isEscaped = false;
  spansLines = false;

  addBlanks(cursor: Cursor): void {
    const from = cursor.index;
    cursor.skip();
    if (!this.spansLines) this.blanks += cursor.text.slice(from, cursor.index);
  }

  addBreak(cursor: Cursor): void {
    if (this.spansLines) {
      this.moreBreaks += cursor.readBreak();
      return;
    }
    this.blanks = '';
    this.firstBreak = cursor.readBreak();
    this.spansLines = true;
  }

  /** An escaped line break counts as the first one, but adds nothing to the text. */
  escapeBreak(cursor: Cursor): void {
    cursor.readBreak();
    this.spansLines = true;
    this.isEscaped = true;
  }

  /** Returns the gap as text, and empties it. */
  take(): string {
    const text = this.isEscaped
      ? this.moreBreaks
      : this.spansLines
        ? fold(this.firstBreak, this.moreBreaks)
        : this.blanks;
    this.isEscaped = false;
    this.blanks = '';
    this.firstBreak = '';
    this.moreBreaks = '';
    return text;
  }
}

function fold(first: string, more: string): string {
  if (first !== '\n') return first + more;
  return more === '' ? ' ' : more;
}

const isFlowIndicator = (code: number): boolean =>
  code === COMMA || code === LEFT_BRACKET || code === RIGHT_BRACKET || code === LEFT_BRACE || code === RIGHT_BRACE;

/** Reads a plain scalar; `endsOnNewLine` says whether a line break followed it, after which a key may begin. */
export function scanPlain(cursor: Cursor, place: ScalarPlace): { value: string; endsOnNewLine: boolean } {
  const start = cursor.mark;
  const gap = new Gap();
  let value = '';
  for (;;) {
    if (cursor.atDocumentIndicator() || cursor.charCode() === HASH) break;
    const from = cursor.index;
    skipPlainWord(cursor, place.isInFlow, start);
    if (cursor.index > from) {
      const word = cursor.text.slice(from, cursor.index);
      value = value === '' ? word : value + gap.take() + word;
      gap.spansLines = false;
    }
    if (!isSpaceOrTab(cursor.charCode()) && !isBreak(cursor.charCode())) break;
    skipPlainGap(cursor, gap, place.indent + 1, start);
    if (!place.isInFlow && cursor.column < place.indent + 1) break;
  }
  return { value, endsOnNewLine: gap.spansLines };
}

function skipPlainWord(cursor: Cursor, isInFlow: boolean, start: Mark): void {
  for (;;) {
    const code = cursor.charCode();
    if (isBlankOrEnd(code)) return;
    if (code === COLON) {
      const next = cursor.charCode(1);
      if (isInFlow && (isFlowIndicator(next) || next === QUESTION)) {
        throw cursor.error("found unexpected ':'", 'while scanning a plain scalar', start);
      }
      if (isBlankOrEnd(next)) return;
    } else if (isInFlow && isFlowIndicator(code)) return;
    cursor.skip();
  }
}

function skipPlainGap(cursor: Cursor, gap: Gap, indent: number, start: Mark): void {
  for (;;) {
    const code = cursor.charCode();
    if (isSpaceOrTab(code)) {
      if (gap.spansLines && cursor.column < indent && code === TAB) {
        const problem = 'found a tab character that violates indentation';
        throw cursor.error(problem, 'while scanning a plain scalar', start);
      }
      gap.addBlanks(cursor);
    } else if (isBreak(code)) gap.addBreak(cursor);
    else return;
  }
}

/** Reads a scalar in quotes; the cursor is at the opening quote. */
export function scanQuoted(cursor: Cursor, style: 'single' | 'double'): string {
  const start = cursor.mark;
  const quote = style === 'single' ? SINGLE_QUOTE : DOUBLE_QUOTE;
  let value = '';
  cursor.skip();
  for (;;) {
    if (cursor.atDocumentIndicator()) {
      throw cursor.error('found unexpected document indicator', 'while scanning a quoted scalar', start);
    }
    if (cursor.charCode() === END) {
      throw cursor.error('found unexpected end of stream', 'while scanning a quoted scalar', start);
    }
    const gap = new Gap();
    value += readQuotedWord(cursor, quote, gap, start);
    if (cursor.charCode() === quote) break;
    while (isSpaceOrTab(cursor.charCode()) || isBreak(cursor.charCode())) {
      if (isBreak(cursor.charCode())) gap.addBreak(cursor);
      else gap.addBlanks(cursor);
    }
    value += gap.take();
  }
  cursor.skip();
  return value;
}

function readQuotedWord(cursor: Cursor, quote: number, gap: Gap, start: Mark): string {
  let word = '';
  let from = cursor.index;
  const flush = (): void => {
    word += cursor.text.slice(from, cursor.index);
  };
  for (;;) {
    const code = cursor.charCode();
    if (isBlankOrEnd(code)) break;
    if (code === quote) {
      if (quote === DOUBLE_QUOTE || cursor.charCode(1) !== SINGLE_QUOTE) break;
      cursor.skip();
      flush();
      cursor.skip();
      from = cursor.index;
    } else if (code === BACKSLASH && quote === DOUBLE_QUOTE) {
      flush();
      if (isBreak(cursor.charCode(1))) {
        cursor.skip();
        gap.escapeBreak(cursor);
        return word;
      }
      word += readEscape(cursor, start);
      from = cursor.index;
    } else cursor.skip();
  }
  flush();
  return word;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  t: '\t',
  '\t': '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  e: '\x1b',
  ' ': ' ',
  '"': '"',
  '/': '/',
  '\\': '\\',
  N: '\x85',
  _: '\xa0',
  L: '\u2028',
  P: '\u2029',
};
const ESCAPE_WIDTHS: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

function readEscape(cursor: Cursor, start: Mark): string {
  const letter = cursor.text.charAt(cursor.index + 1);
  const context = 'while parsing a quoted scalar';
  const width = ESCAPE_WIDTHS[letter];
  if (width === undefined) {
    const simple = ESCAPES[letter];
    if (simple === undefined) throw cursor.error('found unknown escape character', context, start);
    cursor.skip(2);
    return simple;
  }
  const digits = cursor.text.slice(cursor.index + 2, cursor.index + 2 + width);
  if (digits.length < width || !/^[0-9a-fA-F]+$/.test(digits)) {
    throw cursor.error('did not find expected hexdecimal number', context, start);
  }
  const code = Number.parseInt(digits, 16);
  if ((code >= 0xd800 && code <= 0xdfff) || code > 0x10ffff) {
    throw cursor.error('found invalid Unicode character escape code', context, start);
  }
  cursor.skip(2 + width);
  return String.fromCodePoint(code);
}

type Chomping = 'strip' | 'clip' | 'keep';

/** Reads a block scalar; the cursor is at its `|` or `>`. */
export function scanBlockScalar(cursor: Cursor, style: 'literal' | 'folded', place: ScalarPlace): string {
  const start = cursor.mark;
  const { chomping, increment } = readBlockHeader(cursor, start);
  const given = increment === 0 ? 0 : Math.max(place.indent, 0) + increment;
  let gap = readBlockBreaks(cursor, given, place.indent, start);
  const { indent } = gap;
  let value = '';
  let lineBreak = '';
  let wasIndented = false;
  while (cursor.column === indent && cursor.charCode() !== END) {
    const isIndented = isSpaceOrTab(cursor.charCode());
    if (style === 'folded' && lineBreak.startsWith('\n') && !wasIndented && !isIndented) {
      if (gap.breaks === '') value += ' ';
    } else value += lineBreak;
    value += gap.breaks;
    wasIndented = isIndented;
    const from = cursor.index;
    cursor.skipToBreak();
    value += cursor.text.slice(from, cursor.index);
    lineBreak = cursor.readBreak();
    gap = readBlockBreaks(cursor, indent, place.indent, start);
  }
  if (chomping !== 'strip') value += lineBreak;
  return chomping === 'keep' ? value + gap.breaks : value;
}

function readBlockHeader(cursor: Cursor, start: Mark): { chomping: Chomping; increment: number } {
  const context = 'while scanning a block scalar';
  cursor.skip();
  const header = /[-+]?[0-9]?[-+]?/y;
  header.lastIndex = cursor.index;
  let signs = header.exec(cursor.text)?.[0] ?? '';
  // There may be only one sign, before the digit or after it.
  if (/^[-+].*[-+]$/.test(signs)) signs = signs.slice(0, -1);
  if (signs.includes('0')) throw cursor.error('found an indentation indicator equal to 0', context, start);
  cursor.skip(signs.length);
  cursor.skipBlanks();
  if (cursor.charCode() === HASH) cursor.skipToBreak();
  if (!isBreakOrEnd(cursor.charCode())) {
    throw cursor.error('did not find expected comment or line break', context, start);
  }
  cursor.readBreak();
  const chomping = signs.includes('-') ? 'strip' : signs.includes('+') ? 'keep' : 'clip';
  return { chomping, increment: Number(/\d/.exec(signs)?.[0] ?? 0) };
}

/** Skips empty lines and indentation; determines the block's indentation where `given` is 0. */
function readBlockBreaks(
  cursor: Cursor,
  given: number,
  outer: number,
  start: Mark,
): { indent: number; breaks: string } {
  let breaks = '';
  let deepest = 0;
  for (;;) {
    while ((given === 0 || cursor.column < given) && cursor.charCode() === SPACE) cursor.skip();
    deepest = Math.max(deepest, cursor.column);
    if ((given === 0 || cursor.column < given) && cursor.charCode() === TAB) {
      const problem = 'found a tab character where an indentation space is expected';
      throw cursor.error(problem, 'while scanning a block scalar', start);
    }
    if (!isBreak(cursor.charCode())) break;
    breaks += cursor.readBreak();
  }
  return { indent: given === 0 ? Math.max(deepest, outer + 1, 1) : given, breaks };
}
