import type { PhaseTime } from '../build/build-result.ts';

/**
 * The phases of a build and their seconds, as Jekyll's `--profile` lays them out.
 *
 * @example
 * profileTable([{ phase: 'read', seconds: 0.0153 }])
 */
export function profileTable(phases: readonly PhaseTime[]): string {
  const rows = phases.map(({ phase, seconds }) => [phase.toUpperCase(), seconds.toFixed(4)] as const);
  const total = phases.reduce((sum, { seconds }) => sum + seconds, 0);
  const all = [['PHASE', 'TIME'] as const, ...rows, ['TOTAL', total.toFixed(4)] as const];
  const [left, right] = [0, 1].map((column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  const lines = all.map(([name, time]) => `| ${name.padEnd(left ?? 0)} | ${time.padStart(right ?? 0)} |`);
  lines.splice(1, 0, `+${'-'.repeat((left ?? 0) + 2)}+${'-'.repeat((right ?? 0) + 2)}+`);
  return `\nBuild Process Summary:\n\n${lines.join('\n')}\n\n`;
}
