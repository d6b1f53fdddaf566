import { spawnSync } from 'node:child_process';

/** Runs git in a folder, with the time of a commit if it makes one, and returns its output. */
export function git(folder: string, args: string, time = '2024-01-01T10:00:00+0100'): string {
  const own = ['-c', 'user.name=A', '-c', 'user.email=a@example.org', '-c', 'commit.gpgsign=false'];
  const environment = { GIT_AUTHOR_DATE: time, GIT_COMMITTER_DATE: time, GIT_CONFIG_GLOBAL: '/dev/null' };
  const { status, stdout, stderr } = spawnSync('git', [...own, ...args.split(' ')], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, ...environment },
  });
  if (status !== 0) throw new Error(`git ${args}: ${stderr}`);
  return stdout;
}

/** Makes a commit of everything in a folder. */
export function commit(folder: string, time: string): void {
  git(folder, 'add -A .');
  git(folder, 'commit -q -m change', time);
}
