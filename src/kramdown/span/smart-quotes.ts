import { isSpace } from '../characters.ts';
import type { SpanRule } from '../dispatch.ts';
import { Element } from '../element.ts';
import type { Parser } from '../parser.ts';

type Quote = 'lsquo' | 'rsquo' | 'ldquo' | 'rdquo';

interface QuoteRule {
  readonly pattern: RegExp;
  /** The quotes that replace the match. */
  readonly quotes: (match: RegExpExecArray) => readonly Quote[];
  /** Whether the first group is text before the quote, to be kept, rather than the quote itself. */
  readonly keepsText: boolean;
}

const WORD = '[\\p{Alphabetic}\\p{M}\\p{Nd}\\p{Pc}]';
const SPACE = '[ \\t\\n\\v\\f\\r]';
const PUNCTUATION = '[!"#$%\'()*+,\\-.\\/:;<=>?@\\[\\\\\\]\\^`{|}~]';

const opening = (quote: string | undefined): Quote => (quote === '"' ? 'ldquo' : 'lsquo');
const closing = (quote: string | undefined): Quote => (quote === '"' ? 'rdquo' : 'rsquo');

const rule = (pattern: string, keepsText: boolean, quotes: QuoteRule['quotes']): QuoteRule => ({
  pattern: new RegExp(pattern, 'uy'),
  keepsText,
  quotes,
});

/** kramdown's version of the rules of SmartyPants, in order; the first that matches applies. */
const QUOTE_RULES: readonly QuoteRule[] = [
  rule(`("|')(?=[_*]{1,2}[^ \\t\\n\\v\\f\\r])`, false, (match) => [opening(match[1])]),
  rule(`("|')(?=(?:${PUNCTUATION}(?!\\.\\.)(?!${WORD})|_(?!\\.\\.)(?=${WORD})))`, false, (match) => [
    closing(match[1]),
  ]),
  // Quotes in quotes: He said, "'Quoted' words in a larger quote."
  rule(`(${SPACE}?)"'(?=[A-Za-z0-9_])`, true, () => ['ldquo', 'lsquo']),
  rule(`(${SPACE}?)'"(?=[A-Za-z0-9_])`, true, () => ['lsquo', 'ldquo']),
  // Decades: the '80s
  rule(`(${SPACE}?)'(?=[0-9][0-9]s)`, true, () => ['rsquo']),
  rule(`(${SPACE})('|")(?=[A-Za-z0-9_])`, true, (match) => [opening(match[2])]),
  rule(`([^ \\\\\\t\\r\\n\\[{(\\-])('|")`, true, (match) => [closing(match[2])]),
  rule(`("|')(?=${SPACE}|s(?!${WORD})|$)`, false, (match) => [closing(match[1])]),
  rule(`([^]?)'`, true, () => ['lsquo']),
  rule(`([^]?)"`, true, () => ['ldquo']),
];

const NOT_CLOSING = new Set([...'"\'\\[{(-'].map((character) => character.charCodeAt(0)));

function push(parser: Parser, quote: Quote): void {
  parser.tree.append(new Element('smart_quote', quote));
}

function parseSmartQuotes(parser: Parser): boolean {
  const { scanner } = parser;
  const { text, pos } = scanner;
  const code = text.charCodeAt(pos);
  const isQuote = code === 34 || code === 39;
  const next = text.charCodeAt(pos + 1);
  if (!isQuote && next !== 34 && next !== 39) return false;
  if (!isSpace(code) && !NOT_CLOSING.has(code)) {
    parser.addText(text[pos] ?? '');
    push(parser, next === 34 ? 'rdquo' : 'rsquo');
    scanner.pos = pos + 2;
    return true;
  }
  for (const { pattern, keepsText, quotes } of QUOTE_RULES) {
    const match = scanner.scan(pattern);
    if (match === null) continue;
    if (keepsText) parser.addText(match[1] ?? '');
    for (const quote of quotes(match)) push(parser, quote);
    return true;
  }
  return false;
}

/** `"quoted"` and `'quoted'`. The rule looks at the character before the quote, so it starts there. */
export const smartQuotes: SpanRule = { name: 'smart_quotes', parse: parseSmartQuotes };
