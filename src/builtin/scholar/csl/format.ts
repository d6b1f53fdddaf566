import { escapeMarkup } from '../../../plugin/plugin.ts';
import { escapePattern } from '../../shared/escape-pattern.ts';
import { IN_WORD } from '../../shared/word-class.ts';
import type { Locale } from './locale.ts';
import { changeCase } from './text-case.ts';

/** The attributes of an element that formatting looks at. */
export interface Formatting {
  readonly name: string;
  get(name: string): string | undefined;
}

const FONT = ['font-style', 'font-variant', 'font-weight', 'text-decoration', 'vertical-align'] as const;
const WITH_CASE: ReadonlySet<string> = new Set([
  ...['text', 'number', 'date', 'date-part', 'label', 'group', 'name-part', 'et-al'],
]);
const WITH_DISPLAY: ReadonlySet<string> = new Set(['text', 'number', 'date', 'date-part', 'label', 'group']);
/** Elements whose attributes of formatting count; on others, such as `choose` and `macro`, they have no meaning. */
const FORMATTED: ReadonlySet<string> = new Set([...WITH_CASE, 'names', 'name', 'layout']);
const STRIPS_PERIODS: ReadonlySet<string> = new Set(['text', 'label', 'date-part']);

const SQUEEZABLE = /[ \t-\r.,:;!?)([\]]/;
const LAST_TAG = /((?:(?:^|(?<=\n))<\p{Alphabetic}[^>]*>)|(?:<\/\p{Alphabetic}[^>]*>))(?=\n|(?![\s\S]))/u;
const PERIOD_OR_COMMA = /([.,])(?=\n|(?![\s\S]))/;

function tag(name: string, content: string, attributes = ''): string {
  return `<${name}${attributes}>${content}</${name}>`;
}

/** Makes HTML of the texts of a citation, and joins them so that no punctuation stands twice. */
export class HtmlFormat {
  /** The locale of the text that was formatted last; quotation marks are its own. */
  #locale: Locale | undefined;

  /** Formats a text with the attributes of an element. */
  apply(input: string, element: Formatting, locale: Locale): string {
    if (input === '') return '';
    this.#locale = locale;
    const isFormatted = FORMATTED.has(element.name);
    const isLayout = element.name === 'layout';
    let text = isLayout ? this.#addAffixes(input, element) : input;
    if (isFormatted) text = this.#applyCaseAndFont(text, element, locale);
    if (STRIPS_PERIODS.has(element.name) && /^true$/i.test(element.get('strip-periods') ?? ''))
      text = text.replace(/\.+/g, '');
    if (element.name === 'text' && /^true$/i.test(element.get('quotes') ?? '')) text = quote(text, locale);
    text = wrapInStyle(text, isFormatted ? element : undefined);
    if (isFormatted && !isLayout) text = this.#addAffixes(text, element);
    const display = WITH_DISPLAY.has(element.name) ? element.get('display') : undefined;
    if (display !== undefined) text = tag('div', text, ` class="csl-${display}"`);
    return escapeLoneSigns(text);
  }

  #applyCaseAndFont(input: string, element: Formatting, locale: Locale): string {
    const textCase = WITH_CASE.has(element.name) ? element.get('text-case') : undefined;
    let text = textCase === undefined ? input : changeCase(input, textCase, locale.language);
    if (element.get('font-style') === 'italic') text = tag('i', text);
    if (element.get('font-weight') === 'bold') text = tag('b', text);
    return text;
  }

  #addAffixes(input: string, element: Formatting): string {
    const [prefix, suffix] = [element.get('prefix'), element.get('suffix')];
    const text = prefix === undefined ? input : squeezePrefix(input, escapeMarkup(prefix));
    return suffix === undefined ? text : this.concat(text, escapeMarkup(suffix));
  }

  join(texts: readonly string[], delimiter = ''): string {
    const [first = '', ...others] = texts;
    return others.reduce(
      (joined, text) => this.concat(delimiter === '' ? joined : this.concat(joined, delimiter), text),
      first,
    );
  }

  /** Puts a text behind another, without the punctuation at its beginning that the other already ends with. */
  concat(text: string, addition: string): string {
    if (addition === '') return text;
    if (text === '') return addition;
    const [beforeTag = '', endTag = ''] = splitAt(text, LAST_TAG);
    const [body = '', quotes] = splitAt(beforeTag, this.#closingQuotes);
    let suffix = addition.replace(/&#x([\da-f]);/gi, (_, digit: string) =>
      String.fromCharCode(Number.parseInt(digit, 16)),
    );
    suffix = suffix.slice(countSqueezed(body, suffix));
    suffix = withoutDoubledSign(body, suffix);
    let punctuation = '';
    if (quotes !== undefined && this.#locale?.punctuationInQuotes && /^[.,]/.test(suffix)) {
      punctuation = suffix.slice(0, 1);
      suffix = suffix.slice(1);
    }
    return `${body}${punctuation}${quotes ?? ''}${endTag}${suffix}`;
  }

  get #closingQuotes(): RegExp {
    const outer = this.#locale?.translate('close-quote') ?? '"';
    const inner = this.#locale?.translate('close-inner-quote') ?? "'";
    return new RegExp(`((?:${escapePattern(inner)}|${escapePattern(outer)})+)(?=\\n|(?![\\s\\S]))`);
  }
}

/** As in citeproc-ruby, a sign at the end of a line is lost, with the line break. */
function escapeLoneSigns(text: string): string {
  return text
    .replace(/[&<][ \t-\r]/g, (signs) => (signs === '& ' ? '&amp; ' : signs === '< ' ? '&lt; ' : ''))
    .replace(/[ \t-\r]>/g, ' &gt;');
}

/** What stands before a match, and the match. As in citeproc-ruby, what stands behind it, in a further line, is lost. */
function splitAt(text: string, pattern: RegExp): [string, string | undefined] {
  const match = pattern.exec(text);
  return match === null ? [text, undefined] : [text.slice(0, match.index), match[0]];
}

function countSqueezed(body: string, suffix: string): number {
  let count = 0;
  while (count < suffix.length && SQUEEZABLE.test(suffix[count] ?? '') && body.endsWith(suffix.slice(0, count + 1)))
    count++;
  return count;
}

function squeezePrefix(text: string, prefix: string): string {
  let length = prefix.length;
  while (length > 0 && SQUEEZABLE.test(prefix[length - 1] ?? '') && text.startsWith(prefix.slice(length - 1))) length--;
  return prefix.slice(0, length) + text;
}

/** Signs that make another one after them superfluous: `?.` becomes `?`. */
const SUPERFLUOUS: readonly (readonly [string, RegExp])[] = [
  ['.', /[;,!?:]$/],
  [',', /[;:]$/],
  [';', /[,:]$/],
];

function withoutDoubledSign(body: string, suffix: string): string {
  return SUPERFLUOUS.reduce(
    (rest, [sign, after]) => (rest.startsWith(sign) && after.test(body.slice(-1)) ? rest.slice(1) : rest),
    suffix,
  );
}

/** What HTML has no element for becomes a style. */
function wrapInStyle(text: string, element: Formatting | undefined): string {
  const styles = FONT.flatMap((name) => {
    const value = element?.get(name);
    const hasElement = (name === 'font-style' && value === 'italic') || (name === 'font-weight' && value === 'bold');
    if (value === undefined || hasElement) return [];
    return [`${name}: ${name === 'vertical-align' && value === 'sup' ? 'super' : value}`];
  });
  return styles.length === 0 ? text : tag('span', text, ` style="${styles.join('; ')}"`);
}

function quote(text: string, locale: Locale): string {
  const [open, close] = ['open-quote', 'close-quote'].map((name) => locale.translate(name));
  if (open === undefined || close === undefined || open + close === '') return text;
  const inner = innerQuotes(text, escapeMarkup(open), escapeMarkup(close), locale);
  if (locale.punctuationInQuotes) return escapeMarkup(open) + inner + escapeMarkup(close);
  const [body, punctuation = ''] = splitAt(inner, PERIOD_OR_COMMA);
  return escapeMarkup(open) + body + escapeMarkup(close) + punctuation;
}

function innerQuotes(text: string, open: string, close: string, locale: Locale): string {
  const [innerOpen, innerClose] = ['open-inner-quote', 'close-inner-quote'].map((name) => locale.translate(name));
  if (innerOpen === undefined || innerClose === undefined || innerOpen + innerClose === '') return text;
  return text
    .replace(new RegExp(`${escapePattern(open)}|"(?=${IN_WORD})`, 'gu'), () => escapeMarkup(innerOpen))
    .replace(new RegExp(`${escapePattern(close)}|(?<=${IN_WORD})"`, 'gu'), () => escapeMarkup(innerClose));
}
