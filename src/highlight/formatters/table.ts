/**
 * Code as a table of two cells, line numbers and code.
 *
 * @param html the highlighted code
 * @param code the code itself, whose lines are counted
 * @example
 * formatTable('<span class="mi">1</span>', '1', { gutter: 'gutter', code: 'code' })
 */
export function formatTable(
  html: string,
  code: string,
  options: { readonly gutter: string; readonly code: string; readonly firstLine?: number },
): string {
  const first = options.firstLine ?? 1;
  const endsLine = code.endsWith('\n');
  const count = code.split('\n').length - (endsLine ? 1 : 0);
  const numbers = Array.from({ length: count }, (_, index) => `${first + index}\n`).join('');
  const gutter = `<td class="${options.gutter} gl"><pre class="lineno">${numbers}</pre></td>`;
  const cell = `<td class="${options.code}"><pre>${html}${endsLine ? '' : '\n'}</pre></td>`;
  return `<table class="rouge-table"><tbody><tr>${gutter}${cell}</tr></tbody></table>`;
}
