import { spawnSync } from 'node:child_process';

const OUTPUT_LIMIT = 1 << 30;

/** The output of a git command, or `undefined` if there is no git, no repository or no output. */
export function runGit(folder: string, ...args: readonly string[]): string | undefined {
  return feedGit(folder, '', ...args);
}

/** The same for a command that reads a text. */
export function feedGit(folder: string, input: string, ...args: readonly string[]): string | undefined {
  const options = { cwd: folder, encoding: 'utf8', maxBuffer: OUTPUT_LIMIT, input } as const;
  const { status, stdout } = spawnSync('git', args, { ...options, stdio: ['pipe', 'pipe', 'ignore'] });
  return status === 0 && stdout !== '' ? stdout : undefined;
}
