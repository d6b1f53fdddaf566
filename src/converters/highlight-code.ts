import { formatTable } from '../highlight/formatters/table.ts';
import { findLexer, highlight } from '../highlight/highlight.ts';
import type { Highlight, HighlightOptions } from '../kramdown/kramdown.ts';

/** Highlights the code of kramdown's blocks and spans, with Rouge's options under `syntax_highlighter_opts`. */
export const highlightCode: Highlight = (code, language, _kind, options) => {
  const lexer = language === undefined ? undefined : findLexer(language);
  if (language === undefined || lexer === undefined) return undefined;
  if (lexer.lexer.tag === 'plaintext' && !isOn(options.get('guess_lang'))) return undefined;
  const html = withLineNumbers(highlight(code, language), code, options);
  if (options.get('wrap') === false) return html;
  const cssClass = String(options.get('css_class') ?? 'highlight');
  return `<div class="highlight"><pre class="${cssClass}"><code>${html}</code></pre></div>`;
};

function withLineNumbers(html: string, code: string, options: HighlightOptions): string {
  if (!isOn(options.get('line_numbers'))) return html;
  const firstLine = Number(options.get('start_line') ?? 1);
  return formatTable(html, code, { gutter: 'rouge-gutter', code: 'rouge-code', firstLine });
}

function isOn(value: unknown): boolean {
  return value !== null && value !== undefined && value !== false;
}
