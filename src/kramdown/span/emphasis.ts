import { isAlphaBefore, isAlphanumeric, isSpace } from '../characters.ts';
import type { SpanRule } from '../dispatch.ts';
import { Element } from '../element.ts';
import { INSIDE_EM, INSIDE_STRONG, type Parser } from '../parser.ts';
import type { Stop } from '../span-stop.ts';

const UNDERSCORE = 95;

/** The end of `*em*`, `_em_`, `**strong**` or `__strong__`: not after a space, and with something inside. */
class Delimiter implements Stop {
  readonly key: string;
  readonly retries = true;

  constructor(
    private readonly delimiter: string,
    private readonly kind: 'em' | 'strong',
  ) {
    this.key = delimiter;
  }

  isMet({ scanner }: Parser, element: Element): boolean {
    return element.children.length > 0 && this.closesAt(scanner.text, scanner.pos);
  }

  closesAt(text: string, pos: number): boolean {
    const { delimiter } = this;
    if (!text.startsWith(delimiter, pos) || isSpace(text.charCodeAt(pos - 1))) return false;
    if (this.kind === 'em' && text.startsWith(delimiter + delimiter, pos) && text[pos + 2] !== delimiter) return false;
    return text.charCodeAt(pos) !== UNDERSCORE || !isAlphanumeric(text, pos + delimiter.length);
  }

  /** Whether any position from `start` on could close it; if not, an attempt is pointless. */
  mayCloseAfter({ scanner }: Parser, start: number): boolean {
    return scanner.search(`close ${this.delimiter}`, start, (text, from) => this.findClose(text, from)) !== -1;
  }

  private findClose(text: string, from: number): number {
    let at = text.indexOf(this.delimiter, from);
    while (at !== -1 && !this.closesAt(text, at)) at = text.indexOf(this.delimiter, at + 1);
    return at;
  }
}

const STOPS: Readonly<Record<string, Delimiter>> = {
  '*': new Delimiter('*', 'em'),
  _: new Delimiter('_', 'em'),
  '**': new Delimiter('**', 'strong'),
  __: new Delimiter('__', 'strong'),
};

/** Whether the underscore at `pos` is inside a word: preceded by a letter, optionally a hyphen, and underscores. */
function isInsideWord(parser: Parser, pos: number): boolean {
  const { text } = parser.scanner;
  const start = parser.startOfRun(pos);
  if (isAlphaBefore(text, start)) return true;
  return text[start - 1] === '-' && isAlphaBefore(text, start - 1);
}

function attempt(parser: Parser, start: number, delimiter: string, kind: 'em' | 'strong'): Element | undefined {
  const stop = STOPS[delimiter];
  const { scanner } = parser;
  scanner.pos = start + delimiter.length;
  if (stop === undefined) return undefined;
  if (parser.isWary && !stop.mayCloseAfter(parser, scanner.pos)) return undefined;
  const element = new Element(kind);
  if (!parser.parseSpans(element, stop)) return undefined;
  scanner.pos += delimiter.length;
  return element;
}

function isNested(parser: Parser, kind: 'em' | 'strong'): boolean {
  return (parser.inside & (kind === 'em' ? INSIDE_EM : INSIDE_STRONG)) !== 0;
}

function parseEmphasis(parser: Parser): boolean {
  const { scanner, tree } = parser;
  const { text, pos } = scanner;
  const character = text[pos] ?? '';
  const delimiter = text[pos + 1] === character ? character + character : character;
  const kind = delimiter.length === 2 ? 'strong' : 'em';
  const isText =
    isSpace(text.charCodeAt(pos + delimiter.length)) ||
    isNested(parser, kind) ||
    (character === '_' && isInsideWord(parser, pos));
  const warnings = parser.warnings.length;
  let element = isText ? undefined : attempt(parser, pos, delimiter, kind);
  if (!isText && element === undefined && kind === 'strong' && tree.kind !== 'em') {
    element = attempt(parser, pos, character, 'em');
  }
  if (element !== undefined) {
    tree.append(element);
    return true;
  }
  // kramdown means to drop the warnings of the failed attempt, but drops all those before it.
  if (!isText) parser.warnings.splice(0, warnings);
  scanner.pos = pos + delimiter.length;
  parser.addWritten(pos, scanner.pos);
  return true;
}

/** `*em*`, `_em_`, `**strong**`, `__strong__`. */
export const emphasis: SpanRule = { name: 'emphasis', starts: ['*', '_'], parse: parseEmphasis };
