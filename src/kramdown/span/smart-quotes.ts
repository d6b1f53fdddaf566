import { isSpace, isWord } from '../characters.ts';
import type { SpanRule } from '../dispatch.ts';
import { Element } from '../element.ts';
import type { Parser } from '../parser.ts';

type Quote = 'lsquo' | 'rsquo' | 'ldquo' | 'rdquo';

interface QuoteRule {
  readonly pattern: RegExp;
  /** Whether the rule applies at a match that ends at an index. */
  readonly applies: (text: string, end: number) => boolean;
  /** The quotes that replace the match. */
  readonly quotes: (match: RegExpExecArray) => readonly Quote[];
  /** Whether the first group is text before the quote, to be kept, rather than the quote itself. */
  readonly keepsText: boolean;
}

const SPACE = '[ \\t\\n\\v\\f\\r]';
const PUNCTUATION = '[!"#$%\'()*+,\\-.\\/:;<=>?@\\[\\\\\\]\\^`{|}~]';

const opening = (quote: string | undefined): Quote => (quote === '"' ? 'ldquo' : 'lsquo');
const closing = (quote: string | undefined): Quote => (quote === '"' ? 'rdquo' : 'rsquo');

const always = (): boolean => true;

const rule = (
  pattern: string,
  keepsText: boolean,
  quotes: QuoteRule['quotes'],
  applies: QuoteRule['applies'] = always,
): QuoteRule => ({ pattern: new RegExp(pattern, 'uy'), applies, keepsText, quotes });

/** kramdown's version of the rules of SmartyPants, in order; the first that matches applies. */
const QUOTE_RULES: readonly QuoteRule[] = [
  rule(`("|')(?=[_*]{1,2}[^ \\t\\n\\v\\f\\r])`, false, (match) => [opening(match[1])]),
  rule(
    `("|')(?=(?:${PUNCTUATION}|_)(?!\\.\\.))`,
    false,
    (match) => [closing(match[1])],
    // Before punctuation that no word follows, and before an underscore that one does.
    (text, end) => isWord(text, end + 1) === (text[end] === '_'),
  ),
  // Quotes in quotes: He said, "'Quoted' words in a larger quote."
  rule(`(${SPACE}?)"'(?=[A-Za-z0-9_])`, true, () => ['ldquo', 'lsquo']),
  rule(`(${SPACE}?)'"(?=[A-Za-z0-9_])`, true, () => ['lsquo', 'ldquo']),
  // Decades: the '80s
  rule(`(${SPACE}?)'(?=[0-9][0-9]s)`, true, () => ['rsquo']),
  rule(`(${SPACE})('|")(?=[A-Za-z0-9_])`, true, (match) => [opening(match[2])]),
  rule(`([^ \\\\\\t\\r\\n\\[{(\\-])('|")`, true, (match) => [closing(match[2])]),
  rule(
    `("|')(?=${SPACE}|s|$)`,
    false,
    (match) => [closing(match[1])],
    (text, end) => text[end] !== 's' || !isWord(text, end + 1),
  ),
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
  for (const { pattern, applies, keepsText, quotes } of QUOTE_RULES) {
    const match = scanner.check(pattern);
    if (match === null || !applies(text, pos + match[0].length)) continue;
    scanner.pos = pos + match[0].length;
    if (keepsText) parser.addText(match[1] ?? '');
    for (const quote of quotes(match)) push(parser, quote);
    return true;
  }
  return false;
}

/** `"quoted"` and `'quoted'`. The rule looks at the character before the quote, so it starts there. */
export const smartQuotes: SpanRule = { name: 'smart_quotes', parse: parseSmartQuotes };
