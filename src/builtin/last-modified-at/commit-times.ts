import { runGit } from '../git.ts';

/** Marks the line of a commit among the paths. */
const COMMIT = '\u0001';

/**
 * The time of each file's last commit, in seconds, by absolute path. The gem runs git for every file; here the whole history
 * is read at once.
 */
export function readCommitTimes(source: string): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  const top = runGit(source, 'rev-parse', '--show-toplevel')?.trim();
  if (top === undefined) return times;
  const history = runGit(source, 'log', `--format=${COMMIT}%ct`, '--name-only', '-z', '--', source) ?? '';
  let time = 0;
  for (const entry of history.split('\0')) {
    if (entry.startsWith(COMMIT)) time = Number(entry.slice(1));
    // The first path of a commit follows a line break.
    else addPath(times, `${top}/${entry.replace(/^\n/, '')}`, time);
  }
  return times;
}

function addPath(times: Map<string, number>, path: string, time: number): void {
  if (!times.has(path)) times.set(path, time);
}
