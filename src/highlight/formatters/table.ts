export interface TableOptions {
  /** The classes of the table and its two cells. */
  readonly table?: string;
  readonly gutter: string;
  readonly code: string;
  readonly firstLine?: number;
  /** How a line number is written, as printf has it. */
  readonly lineFormat?: string;
}

/**
 * Code as a table of two cells, line numbers and code.
 *
 * @param html the highlighted code
 * @param code the code itself, whose lines are counted
 * @example
 * formatTable('<span class="mi">1</span>', '1', { gutter: 'gutter', code: 'code' })
 */
export function formatTable(html: string, code: string, options: TableOptions): string {
  const first = options.firstLine ?? 1;
  const format = options.lineFormat ?? '%i';
  const endsLine = code.endsWith('\n');
  const count = code.split('\n').length - (endsLine ? 1 : 0);
  const numbers = Array.from({ length: count }, (_, index) => `${formatNumber(first + index, format)}\n`).join('');
  const gutter = `<td class="${options.gutter} gl"><pre class="lineno">${numbers}</pre></td>`;
  const cell = `<td class="${options.code}"><pre>${html}${endsLine ? '' : '\n'}</pre></td>`;
  return `<table class="${options.table ?? 'rouge-table'}"><tbody><tr>${gutter}${cell}</tr></tbody></table>`;
}

/** A format of printf for one whole number: `%i`, `%3d`, `%03d`. */
function formatNumber(number: number, format: string): string {
  return format.replace(/%(0?)(\d{0,3})[di]/, (_, zero: string, width: string) =>
    String(number).padStart(Number(width), zero === '0' ? '0' : ' '),
  );
}
