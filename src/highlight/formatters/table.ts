interface TableOptions {
  /** The class of the table. */
  readonly table?: string;
  /** The class of the cell with the line numbers. */
  readonly gutter: string;
  /** The class of the cell with the code. */
  readonly code: string;
  readonly firstLine?: number;
  /** How a line number is written, in printf's notation. */
  readonly lineFormat?: string;
}

/**
 * Code as a table with two cells: the line numbers and the code.
 *
 * @param html the highlighted code
 * @param code the code itself, of which the lines are counted
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

/** Formats an integer as printf does: `%i`, `%3d`, `%03d`. */
function formatNumber(number: number, format: string): string {
  return format.replace(/%(0?)(\d{0,3})[di]/, (_, zero: string, width: string) =>
    String(number).padStart(Number(width), zero === '0' ? '0' : ' '),
  );
}
