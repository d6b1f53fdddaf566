import { escapeHtml, type PluginTools, toText } from '../../plugin/plugin.ts';
import type { AsciidoctorProgram, CodeBlock, HighlightOptions } from './package.ts';

const CODE_CELL = '<td class="code">';

/** Shows the numbers of lines in a column of their own. */
function inTable(code: string, start: number): string {
  const text = /\n(?:<\/span>)?$/.test(code) ? code : `${code}\n`;
  const last = start + text.split('\n').length - 2;
  const width = String(last).length;
  const numbers = Array.from({ length: last - start + 1 }, (_, index) => `${String(start + index).padStart(width)}\n`);
  return (
    `<table class="linenotable"><tbody><tr><td class="linenos gl"><pre class="lineno">${numbers.join('')}</pre></td>` +
    `${CODE_CELL}<pre>${text}</pre></td></tr></tbody></table>`
  );
}

function format(block: CodeBlock, language: unknown, isWrapped: boolean): string {
  const name = typeof language === 'string' ? ` data-lang="${language.split('?', 1)[0]}"` : '';
  return `<pre class="rouge highlight${isWrapped ? '' : ' nowrap'}"><code${name}>${block.getContent()}</code></pre>`;
}

/**
 * Gives Asciidoctor a highlighter named `rouge`, which the package lacks.
 *
 * @param currentTools of the site that is being built when code is highlighted
 */
export function addRouge(program: AsciidoctorProgram, currentTools: () => PluginTools): void {
  program.SyntaxHighlighter.register('rouge', {
    handlesHighlighting: () => true,
    highlight(_block, source, language, options: HighlightOptions) {
      const marked = options.highlight_lines;
      const tools = currentTools();
      const code =
        typeof language === 'string' ? tools.highlight(source, language, marked) : escapeHtml(toText(source));
      if (options.number_lines === undefined) return code;
      const table = inTable(code, options.start_line_number ?? 1);
      return Object.keys(options.callouts ?? {}).length === 0
        ? table
        : [table, table.indexOf(CODE_CELL) + CODE_CELL.length];
    },
    format: (block, language, options) => format(block, language, options['nowrap'] !== true),
  });
}
