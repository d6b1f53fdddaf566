import type { BuildResult } from '../../build/build-result.ts';

/** Jekyll lists no more templates than this. */
const MOST_LISTED = 50;

const NOTHING_RENDERED = 'Nothing had to be rendered. Use --no-incremental to render everything.\n';

/**
 * The tables of Jekyll's `--profile`: the phases of a build with their seconds, and the cost of each template.
 *
 * @example
 * terminal.out(profileTable(await builder.build()));
 */
export function profileTable({ phases, templates }: Pick<BuildResult, 'phases' | 'templates'>): string {
  const total = phases.reduce((sum, { seconds }) => sum + seconds, 0);
  const times = [...phases, { phase: 'total', seconds: total }];
  const phaseRows = times.map(({ phase, seconds }) => [phase.toUpperCase(), seconds.toFixed(4)]);
  return (
    `\nBuild Process Summary:\n\n${layOut(['PHASE', 'TIME'], phaseRows)}\n` +
    `\nSite Render Stats:\n\n${templates.length === 0 ? NOTHING_RENDERED : layOutCosts(templates)}\n`
  );
}

function layOutCosts(templates: BuildResult['templates']): string {
  const rows = templates
    .slice(0, MOST_LISTED)
    .map(({ path, count, bytes, seconds }) => [path, `${count}`, `${(bytes / 1024).toFixed(2)}K`, seconds.toFixed(3)]);
  return layOut(['Filename', 'Count', 'Bytes', 'Time'], rows);
}

/** Draws a table with its first column aligned left and the others, which are numbers, aligned right. */
function layOut(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = header.map((_, column) => Math.max(...[header, ...rows].map((row) => row[column]?.length ?? 0)));
  const lines = [header, ...rows].map((row) => {
    const cells = widths.map((width, column) => {
      const cell = row[column] ?? '';
      return column === 0 ? cell.padEnd(width) : cell.padStart(width);
    });
    return `| ${cells.join(' | ')} |\n`;
  });
  const rule = `+${widths.map((width) => '-'.repeat(width + 2)).join('+')}+\n`;
  return [lines[0], rule, ...lines.slice(1)].join('');
}
