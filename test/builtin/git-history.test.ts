import { renameSync, rmSync, symlinkSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { GitHistory, historyOf } from '../../src/builtin/shared/git-history.ts';
import { ObservedTree } from '../../src/util/files/observed-tree.ts';
import { folderOf, writeInto } from '../server/folder.ts';
import { commit, git } from './repository.ts';

const day = (number: number) => `2024-01-${String(number).padStart(2, '0')}T10:00:00+0${number % 3}00`;
const FILES = ['a.md', 'b.md', 'c d.md', 'é.md', 'moved.md', 'new.md', 'two.md', 'none.md'];

/** A history with branches that changed a file in the same way, in other ways, or not at all, and with files that come and go. */
function tangledRepository(): string {
  const folder = folderOf(Object.fromEntries(FILES.slice(0, 5).map((name) => [`site/${name}`, `${name}\n1\n2\n3\n`])));
  git(folder, 'init -q -b main');
  commit(folder, day(1));
  writeInto(folder, 'elsewhere.md', '1');
  commit(folder, day(2));
  git(folder, 'checkout -q -b side');
  writeInto(folder, 'site/b.md', 'side\n1\n2\n3\n');
  writeInto(folder, 'site/two.md', 'two');
  commit(folder, day(3));
  renameSync(`${folder}/site/moved.md`, `${folder}/site/away.md`);
  commit(folder, day(5));
  git(folder, 'checkout -q main');
  writeInto(folder, 'site/c d.md', 'main');
  writeInto(folder, 'site/two.md', 'two');
  commit(folder, day(4));
  git(folder, 'merge -q --no-ff -m merge side', day(6));
  renameSync(`${folder}/site/away.md`, `${folder}/site/moved.md`);
  commit(folder, day(7));
  git(folder, 'checkout -q -b other HEAD~2');
  writeInto(folder, 'site/a.md', 'other');
  commit(folder, day(8));
  git(folder, 'checkout -q main');
  git(folder, 'merge -q -s ours -m ours other', day(9));
  rmSync(`${folder}/site/b.md`);
  commit(folder, day(10));
  writeInto(folder, 'site/b.md', 'again');
  commit(folder, day(10));
  writeInto(folder, 'site/new.md', 'new');
  return folder;
}

describe('the last commits of files', () => {
  let folder: string;
  beforeAll(() => {
    folder = tangledRepository();
  });

  const listed = (path: string) => git(folder, `log --format=%ct,%ad --date=iso HEAD -- ${path.replace(' ', '?')}`);
  const found = (history: GitHistory, path: string) =>
    history.lastCommits(path, 100).map(({ seconds, authored }) => `${seconds},${authored}\n`);

  test('are those that git lists, in a folder of a repository', () => {
    const history = new GitHistory(`${folder}/site`);
    for (const name of FILES) expect([name, found(history, name).join('')]).toEqual([name, listed(`site/${name}`)]);
    expect(history.lastCommits('b.md', 1)).toEqual(history.lastCommits('b.md', 100).slice(0, 1));
    expect(found(history, 'moved.md').length).toBe(3);
    expect(found(history, 'new.md')).toEqual([]);
  });

  test('do not depend on how the folder is reached, or on the settings of the user', () => {
    symlinkSync(folder, `${folder}-link`);
    git(folder, 'config log.showRoot false');
    git(folder, 'config diff.relative true');
    expect(found(new GitHistory(`${folder}-link/site`), 'a.md').join('')).toBe(listed('site/a.md'));
  });

  test('are none where git has none', () => {
    expect(new GitHistory(folderOf({ 'a.md': '' })).lastCommits('a.md', 1)).toEqual([]);
    expect(new GitHistory('/nowhere').lastCommits('a.md', 1)).toEqual([]);
  });

  test('are read again when a commit has been made, and the next process sees what changes with it', () => {
    const own = folderOf({ 'a.md': '1' });
    const tree = new ObservedTree([]);
    const count = () => historyOf({ tree, source: own }).lastCommits('a.md', 9).length;
    expect(count()).toBe(0);
    expect([...tree.observations.files.keys()]).toContain(`${own}/.git`);
    git(own, 'init -q -b main');
    commit(own, day(1));
    expect(count()).toBe(1);
    writeInto(own, 'a.md', '2');
    expect(count()).toBe(1);
    commit(own, day(2));
    expect(count()).toBe(2);
    const observed = [...tree.observations.files.keys()];
    expect(observed).toEqual(expect.arrayContaining([`${own}/.git/HEAD`, `${own}/.git/refs/heads/main`]));
  });
});
