import type { Colors } from '../../util/program/colors.ts';
import type { Comparison, DifferentFile } from './compare-folders.ts';

/** How many files of a kind are listed in the terminal; `--json` and `--html` list all of them. */
const MOST_LISTED = 20;
/** How many characters are shown before the first that differs, if the line is long. */
const MARGIN = 40;
/** How many characters of a line are shown. */
const WIDTH = 120;

/**
 * A comparison for the terminal: the files that differ, each with its first difference, then the totals.
 *
 * @example
 * terminal.out(textReport(compareFolders('/by-jekyll', '/by-utterson'), createColors(false)))
 */
export function textReport(comparison: Comparison, colors: Colors): string {
  const { identical, whiteSpace, different, missing, extra } = comparison;
  const sections = [
    list('Different', different, (file) => describe(file, colors), colors),
    list('Different in white space only', whiteSpace, (file) => describe(file, colors), colors),
    list('Missing: the other site has it', missing, (path) => `  ${path}`, colors),
    list('Extra: only the new build has it', extra, (path) => `  ${path}`, colors),
  ];
  const figures: readonly (readonly [string, number, (text: string) => string])[] = [
    ['identical', identical.length, colors.green],
    ['white space only', whiteSpace.length, colors.yellow],
    ['different', different.length, colors.red],
    ['missing', missing.length, colors.red],
    ['extra', extra.length, colors.yellow],
  ];
  const table = figures.map(([name, number, paint]) => {
    const line = `  ${name.padEnd(18)}${String(number).padStart(7)}`;
    return number === 0 ? colors.dim(line) : paint(line);
  });
  return `\n${sections.join('')}${table.join('\n')}\n\n`;
}

function list<Item>(title: string, items: readonly Item[], write: (item: Item) => string, colors: Colors): string {
  if (items.length === 0) return '';
  const rest = items.length - MOST_LISTED;
  const more = rest > 0 ? [colors.dim(`  and ${rest} more: --json and --html have them all`)] : [];
  return `${[colors.bold(title), ...items.slice(0, MOST_LISTED).map(write), ...more].join('\n')}\n\n`;
}

function describe({ path, first }: DifferentFile, colors: Colors): string {
  if (first === null) return `  ${path} (not text)`;
  const { line, column, expected, actual } = first;
  return [
    `  ${path}:${line}:${column}`,
    `    ${colors.green(`expected  ${cutOut(expected, column)}`)}`,
    `    ${colors.red(`actual    ${cutOut(actual, column)}`)}`,
  ].join('\n');
}

/** The part of a line around a column, quoted to make white space visible. */
function cutOut(line: string | null, column: number): string {
  if (line === null) return '(end of file)';
  const start = Math.max(0, column - 1 - MARGIN);
  const part = JSON.stringify(line.slice(start, start + WIDTH));
  return `${start > 0 ? '…' : ''}${part}${line.length > start + WIDTH ? '…' : ''}`;
}
