import { UttersonError } from '../errors.ts';
import { replaceAbbreviations } from './abbreviations.ts';
import { updateForGfm } from './gfm.ts';
import { parseHtmlDocument } from './html/document.ts';
import { readSettings, type Settings } from './options.ts';
import { Parser } from './parser.ts';
import { resolve } from './resolve.ts';
import { dialectOf } from './rules.ts';
import { lineOf } from './scanner.ts';
import type { Highlight } from './writer/code.ts';
import { HtmlWriter } from './writer/html.ts';

export type { Highlight, HighlightOptions } from './writer/code.ts';

/**
 * kramdown's options under their own names; values may be Maps where kramdown has mappings.
 *
 * `input` is `kramdown` (the default), `GFM`, `markdown`, `html`, or Jekyll's `SmartyPants`.
 */
export interface KramdownOptions {
  readonly [name: string]: unknown;
  /** Highlights code. Without it, code is written as it is. */
  readonly highlight?: Highlight | undefined;
  /** The image file for the name of an emoji (`unicode/1f604.png` for `smile`). Without it, `gfm_emojis` does nothing. */
  readonly emoji?: ((name: string) => string | undefined) | undefined;
}

export interface Conversion {
  readonly html: string;
  /** kramdown's warnings, in its own words; put together when asked for. */
  readonly warnings: readonly string[];
}

/**
 * Converts kramdown text to HTML, as kramdown 2.5.2 does.
 *
 * @example
 * toHtml('# Hello *world*') // '<h1 id="hello-world">Hello <em>world</em></h1>\n'
 * toHtml('- [x] done', { input: 'GFM', hard_wrap: false })
 */
export function toHtml(source: string, options: KramdownOptions = {}): string {
  return run(source, options, readSettings(options)).html;
}

/**
 * The same, with kramdown's warnings.
 *
 * @example
 * convert('[a][b]').warnings
 * convert('*[HTML]: a\n*[HTML]: b').warnings // ["Duplicate abbreviation ID 'HTML' on line 2 - overwriting"]
 */
export function convert(source: string, options: KramdownOptions = {}): Conversion {
  return makeConverter(options)(source);
}

/**
 * The same for many texts with the same options, which are read only once.
 *
 * @example
 * const convert = makeConverter({ input: 'GFM' });
 * const pages = texts.map((text) => convert(text).html);
 */
export function makeConverter(options: KramdownOptions = {}): (source: string) => Conversion {
  const settings = readSettings(options);
  return (source) => {
    // A document may change options for itself, with `{::options}`.
    const { html, parser } = run(source, options, { ...settings });
    return {
      html,
      get warnings() {
        return parser.warnings.map((warning) => warning());
      },
    };
  };
}

function run(source: string, options: KramdownOptions, settings: Settings): { html: string; parser: Parser } {
  try {
    const parser = parse(adaptSource(source), options, settings);
    const writer = new HtmlWriter(settings, parser, options.highlight);
    return { html: writer.write(parser.root), parser };
  } catch (error) {
    throw isStackOverflow(error) ? nestingError(error) : error;
  }
}

function isStackOverflow(error: unknown): boolean {
  return error instanceof RangeError && error.message.includes('call stack');
}

/** Quotes in quotes, lists in lists and so on may be some eight hundred levels deep, which is what kramdown can do. */
function nestingError(cause: unknown): UttersonError {
  return new UttersonError('KramdownNestingTooDeep', 'The document is nested too deep', {
    hint: 'Look for a line with very many quote marks, list markers, brackets or unclosed HTML tags.',
    cause,
  });
}

function inputOf(options: KramdownOptions): string {
  const input = options['input'];
  return input === undefined || input === null ? 'kramdown' : String(input);
}

function adaptSource(source: string): string {
  const text = source.includes('\r') ? source.replace(/\r\n?/g, '\n') : source;
  return text.endsWith('\n') ? text : `${text}\n`;
}

function parse(text: string, options: KramdownOptions, settings: Settings): Parser {
  const input = inputOf(options);
  const isHtml = input === 'html' || input === 'Html';
  const dialect = dialectOf(isHtml ? 'kramdown' : input, settings);
  if (dialect === undefined) {
    throw new UttersonError('KramdownError', `kramdown has no parser to handle the specified input format: ${input}`, {
      hint: 'It knows kramdown, GFM, markdown and html.',
    });
  }
  const parser = new Parser(dialect, settings, options.emoji);
  if (isHtml) parseHtmlDocument(parser, text);
  else parseDocument(parser, text);
  return parser;
}

function parseDocument(parser: Parser, text: string): void {
  const { root } = parser;
  parser.parseBlocks(root, text);
  resolve(parser, root);
  replaceAbbreviations(parser, root);
  for (const { content } of parser.footnotes.values()) {
    resolve(parser, content);
    replaceAbbreviations(parser, content);
  }
  warnOfUnusedFootnotes(parser);
  if (parser.dialect.isGfm) updateForGfm(root, parser.settings);
}

function warnOfUnusedFootnotes(parser: Parser): void {
  for (const [name, { content, isReferenced }] of parser.footnotes) {
    if (isReferenced) continue;
    parser.warn(
      () => `Footnote definition for '${name}' on line ${lineOf(content.location)} is unreferenced - ignoring`,
    );
  }
}
