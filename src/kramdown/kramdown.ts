import { UttersonError } from '../errors.ts';
import { parseHtmlDocument } from './html/document.ts';
import { readSettings, type Settings } from './options.ts';
import { Parser, type Warning } from './parser.ts';
import { Resolver } from './resolve.ts';
import { dialectOf } from './rules.ts';
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

/** The characters that the encoding of a text has. */
export type Charset = 'unicode' | 'latin1' | 'ascii';

/** Converts one text; what its encoding has no character for is written as an entity. */
export type Convert = (source: string, charset?: Charset) => Conversion;

/**
 * The same for many texts with the same options, which are read only once.
 *
 * @example
 * const convert = makeConverter({ input: 'GFM' });
 * const pages = texts.map((text) => convert(text).html);
 */
export function makeConverter(options: KramdownOptions = {}): Convert {
  const settings = readSettings(options);
  return (source, charset = 'unicode') => {
    const isLimited = charset !== 'unicode' && settings.entity_output === 'as_char';
    // A document may change options for itself, with `{::options}`.
    const own = { ...settings, ...(isLimited && { entity_output: `as_${charset}` }) };
    const { html, warnings } = run(source, options, own);
    return {
      html,
      get warnings() {
        return warnings.map((warning) => warning());
      },
    };
  };
}

function run(source: string, options: KramdownOptions, settings: Settings): { html: string; warnings: Warning[] } {
  try {
    const text = adaptSource(source);
    const isHtml = HTML_INPUTS.includes(inputOf(options));
    const parser = makeParser(options, settings, isHtml);
    if (isHtml) parseHtmlDocument(parser, text);
    else parser.parseBlocks(parser.root, text);
    const resolver = isHtml ? undefined : makeResolver(parser, text);
    const warnings: Warning[] = [];
    const facts = { abbreviations: parser.abbreviations, resolver, warnings };
    const html = new HtmlWriter(settings, facts, options.highlight).write(parser.root);
    return { html, warnings: [...parser.warnings, ...warnings] };
  } catch (error) {
    throw isStackOverflow(error) ? nestingError(error) : error;
  }
}

/** The writer resolves blocks as it goes, unless spans may change what was written before them. */
function makeResolver(parser: Parser, text: string): Resolver {
  const resolver = new Resolver(parser);
  if (parser.settings.html_to_native || text.includes('{::options')) {
    resolver.openDocument(parser.root);
  }
  return resolver;
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

const HTML_INPUTS = ['html', 'Html'];

function inputOf(options: KramdownOptions): string {
  const input = options['input'];
  return input === undefined || input === null ? 'kramdown' : String(input);
}

function adaptSource(source: string): string {
  const text = source.includes('\r') ? source.replace(/\r\n?/g, '\n') : source;
  return text.endsWith('\n') ? text : `${text}\n`;
}

function makeParser(options: KramdownOptions, settings: Settings, isHtml: boolean): Parser {
  const input = inputOf(options);
  const dialect = dialectOf(isHtml ? 'kramdown' : input, settings);
  if (dialect !== undefined) return new Parser(dialect, settings, options.emoji);
  throw new UttersonError('KramdownError', `kramdown has no parser to handle the specified input format: ${input}`, {
    hint: 'The formats are kramdown, GFM, markdown and html.',
  });
}
