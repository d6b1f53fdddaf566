import { spawnSync } from 'node:child_process';

const OUTPUT_LIMIT = 1 << 30;

/** What a git command prints, undefined where there is no git, no repository or nothing to print. */
export function runGit(folder: string, ...args: readonly string[]): string | undefined {
  const options = { cwd: folder, encoding: 'utf8', maxBuffer: OUTPUT_LIMIT } as const;
  const { status, stdout } = spawnSync('git', args, { ...options, stdio: ['ignore', 'pipe', 'ignore'] });
  return status === 0 && stdout !== '' ? stdout : undefined;
}
