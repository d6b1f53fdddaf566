import { UttersonError } from '../errors.ts';
import { parseHtmlDocument } from './html/document.ts';
import { type GivenOptions, readSettings, type Settings } from './options.ts';
import { Parser, type Warning } from './parser.ts';
import { Resolver } from './resolve.ts';
import { dialectOf } from './rules.ts';
import type { Highlight } from './writer/code.ts';
import type { ElementWriter } from './writer/element-writer.ts';
import { HtmlWriter } from './writer/html.ts';

export type { Highlight, HighlightOptions } from './writer/code.ts';

/** kramdown's options under their own names, and what it needs of others. */
export type KramdownOptions = GivenOptions & {
  /** The language of the text; `kramdown` by default. */
  readonly input?: 'kramdown' | 'GFM' | 'markdown' | 'html' | 'SmartyPants';
  /** Highlights code; without it, code is only escaped. */
  readonly highlight?: Highlight | undefined;
  /**
   * Returns the image file for the name of an emoji (`unicode/1f604.png` for `smile`). Without it, `gfm_emojis` does
   * nothing.
   */
  readonly emoji?: ((name: string) => string | undefined) | undefined;
};

/** Options as a configuration file has them: their values are checked when they are read, and other names are ignored. */
export type ConfiguredOptions = Readonly<Record<string, unknown>> &
  Pick<KramdownOptions, 'highlight' | 'emoji'> & {
    /** Writes elements of some kinds in the place of kramdown. */
    readonly elementWriter?: ElementWriter | undefined;
  };

/** The result of a conversion. */
export interface Conversion {
  readonly html: string;
  /** kramdown's warnings, in its own words; composed when they are read. */
  readonly warnings: readonly string[];
}

/**
 * Converts kramdown text to HTML, as kramdown 2.5.2 does.
 *
 * @throws {UttersonError} `KramdownError` for options that kramdown refuses, `KramdownNestingTooDeep`
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
 * @throws {UttersonError} as `toHtml` does
 * @example
 * convert('*[HTML]: a\n*[HTML]: b').warnings // ["Duplicate abbreviation ID 'HTML' on line 2 - overwriting"]
 */
export function convert(source: string, options: KramdownOptions = {}): Conversion {
  return makeConverter(options)(source);
}

/** The character set of a text's encoding in Ruby. */
export type Charset = 'unicode' | 'latin1' | 'ascii';

/** Converts one text; an entity stays an entity where the character set lacks its character. */
export type Convert = (source: string, charset?: Charset) => Conversion;

/**
 * The same for many texts with the same options, which are read only once.
 *
 * @throws {UttersonError} as `toHtml` does: for options at once, for nesting when a text is converted
 * @example
 * const convert = makeConverter({ input: 'GFM' });
 * const pages = texts.map((text) => convert(text).html);
 */
export function makeConverter(options: KramdownOptions | ConfiguredOptions = {}): Convert {
  const settings = readSettings(options);
  return (source, charset = 'unicode') => {
    const isLimited = charset !== 'unicode' && settings.entity_output === 'as_char';
    // Each text gets a copy: `{::options}` changes the options of its document.
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

function run(source: string, options: ConfiguredOptions, settings: Settings): { html: string; warnings: Warning[] } {
  try {
    const text = adaptSource(source);
    const isHtml = HTML_INPUTS.includes(inputOf(options));
    const parser = makeParser(options, settings, isHtml);
    if (isHtml) parseHtmlDocument(parser, text);
    else parser.parseBlocks(parser.root, text);
    const resolver = isHtml ? undefined : makeResolver(parser, text, options);
    const warnings: Warning[] = [];
    const facts = { abbreviations: parser.abbreviations, resolver, warnings };
    const html = new HtmlWriter(settings, facts, options.highlight, options.elementWriter).write(parser.root);
    return { html, warnings: [...parser.warnings, ...warnings] };
  } catch (error) {
    throw isStackOverflow(error) ? nestingError(error) : error;
  }
}

/** The writer resolves blocks as it goes, unless spans may change the output of something before them, or are seen by another writer. */
function makeResolver(parser: Parser, text: string, { elementWriter }: ConfiguredOptions): Resolver {
  const resolver = new Resolver(parser);
  if (parser.settings.html_to_native || text.includes('{::options') || elementWriter !== undefined) {
    resolver.openDocument(parser.root);
  }
  return resolver;
}

function isStackOverflow(error: unknown): boolean {
  return error instanceof RangeError && error.message.includes('call stack');
}

/**
 * The stack holds some eight hundred levels of quotes in quotes, lists in lists and so on, about as many as kramdown's.
 */
function nestingError(cause: unknown): UttersonError {
  return new UttersonError('KramdownNestingTooDeep', 'The document is nested too deeply', {
    hint: 'Look for a line with very many quote marks, list markers, brackets or unclosed HTML tags.',
    cause,
  });
}

const HTML_INPUTS = ['html', 'Html'];

function inputOf(options: ConfiguredOptions): string {
  const input = options['input'];
  return input === undefined || input === null ? 'kramdown' : String(input);
}

function adaptSource(source: string): string {
  const text = source.includes('\r') ? source.replace(/\r\n?/g, '\n') : source;
  return text.endsWith('\n') ? text : `${text}\n`;
}

function makeParser(options: ConfiguredOptions, settings: Settings, isHtml: boolean): Parser {
  const input = inputOf(options);
  const dialect = dialectOf(isHtml ? 'kramdown' : input, settings);
  if (dialect !== undefined) return new Parser(dialect, settings, options.emoji);
  throw new UttersonError('KramdownError', `kramdown has no parser to handle the specified input format: ${input}`, {
    hint: 'The formats are kramdown, GFM, markdown and html.',
  });
}
