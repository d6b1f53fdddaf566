import { UttersonError } from '../errors.ts';
import { HtmlWriter } from './formatters/html.ts';
import { formatTable } from './formatters/table.ts';
import { type ChosenLexer, findLexer, lexPieces } from './lex.ts';

/** The options under `syntax_highlighter_opts` that kramdown hands to its highlighter, by Rouge's names. */
type FormatOptions = ReadonlyMap<string, unknown>;

function isOn(value: unknown): boolean {
  return value !== undefined && value !== null && value !== false;
}

/**
 * Code as kramdown writes it, or `undefined` if it is not highlighted: for an unknown language, and for plain text without the option
 * `guess_lang`. The options are Rouge's and kramdown's: `line_numbers`, `start_line`, `line_format`, `table_class`, `gutter_class`,
 * `code_class`, `css_class`, `wrap`, `formatter`, `guess_lang`, `default_lang`, `disable`.
 *
 * @example
 * formatCode('1', 'json', new Map([['wrap', false]])) // '<span class="mi">1</span>'
 */
export function formatCode(code: string, language: string | undefined, options: FormatOptions): string | undefined {
  const chosen = choose(code, language, options);
  if (chosen === undefined || isOn(options.get('disable'))) return undefined;
  if (chosen.lexer.tag === 'plaintext' && !isOn(options.get('guess_lang'))) return undefined;
  const html = toHtml(chosen, code);
  if (isBare(options)) return html;
  const body = isOn(options.get('line_numbers')) ? numberLines(html, code, options) : html;
  return options.has('wrap') && !isOn(options.get('wrap')) ? body : wrap(body, options);
}

function choose(code: string, language: string | undefined, options: FormatOptions): ChosenLexer | undefined {
  const fallback = options.get('default_lang');
  if (language !== undefined) return findLexer(language, code);
  if (isOn(fallback)) return findLexer(String(fallback), code);
  return isOn(options.get('guess_lang')) ? findLexer('guess', code) : undefined;
}

function toHtml(chosen: ChosenLexer, code: string): string {
  const writer = new HtmlWriter(code.length);
  lexPieces(chosen, code, (token, text) => writer.write(token, text));
  return writer.toString();
}

/**
 * Whether the formatter writes only spans and nothing around them: so do all names that begin with a capital, known or not, except
 * for that of the usual formatter.
 */
function isBare(options: FormatOptions): boolean {
  if (isOn(options.get('inline_theme'))) {
    throw new UttersonError('InvalidConfiguration', 'The highlighter option inline_theme is not supported.', {
      hint: 'Leave it out of syntax_highlighter_opts and link a style sheet; `utterson highlight-css` prints one.',
    });
  }
  const name = options.get('formatter');
  return typeof name === 'string' && /^[A-Z]\w*$/.test(name) && name !== 'HTMLLegacy';
}

function wrap(html: string, options: FormatOptions): string {
  const cssClass = isOn(options.get('css_class')) ? String(options.get('css_class')) : 'highlight';
  return `<div class="highlight"><pre class="${cssClass}"><code>${html}</code></pre></div>`;
}

function numberLines(html: string, code: string, options: FormatOptions): string {
  const text = (name: string, fallback: string): string => String(options.get(name) ?? fallback);
  return formatTable(html, code, {
    table: text('table_class', 'rouge-table'),
    gutter: text('gutter_class', 'rouge-gutter'),
    code: text('code_class', 'rouge-code'),
    firstLine: Number(options.get('start_line') ?? 1),
    lineFormat: text('line_format', '%i'),
  });
}
