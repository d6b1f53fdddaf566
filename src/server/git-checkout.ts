import { readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { ifPossible } from './if-possible.ts';

/** Milliseconds after which git's lock is taken for a leftover. */
const LONGEST_CHECKOUT = 60_000;

/** While git switches branches it holds a lock, and the files are half of each branch. An old lock is a leftover of a killed git. */
export function isCheckoutUnderWay(folder: string): boolean {
  for (let path = folder; path !== dirname(path); path = dirname(path)) {
    const git = gitFolder(join(path, '.git'));
    if (git === undefined) continue;
    const lock = ifPossible(() => statSync(join(git, 'index.lock')));
    return lock !== undefined && Date.now() - lock.mtimeMs < LONGEST_CHECKOUT;
  }
  return false;
}

/** The folder in which git keeps the state of a checkout. In a worktree or submodule `.git` is a file that names it. */
function gitFolder(path: string): string | undefined {
  const stats = ifPossible(() => statSync(path));
  if (stats?.isFile() !== true) return stats && path;
  const text = ifPossible(() => readFileSync(path, 'utf8')) ?? '';
  const folder = /^gitdir: (.+)/.exec(text)?.[1];
  return folder && resolve(dirname(path), folder);
}
