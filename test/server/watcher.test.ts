import {
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import type { Change } from '../../src/server/change-queue.ts';
import { findPollingReason } from '../../src/server/polling.ts';
import { type Watcher, type WatchOptions, watchFolder } from '../../src/server/watcher.ts';
import { relativePath } from '../../src/util/files/paths.ts';
import { folderOf, writeInto } from './folder.ts';

const watchers: Watcher[] = [];
afterEach(async () => {
  await Promise.all(watchers.splice(0).map((watcher) => watcher.close()));
});

interface Watched {
  readonly folder: string;
  /** The batches so far, as `kind name`, sorted. */
  readonly batches: string[][];
  /** Waits until there are this many batches, and then whether there is another one. */
  readonly settle: (count: number) => Promise<string[][]>;
  /** Waits until all of these have been reported, in however many batches, and then whether there are more. Returns what was reported. */
  readonly heard: (...changes: readonly string[]) => Promise<string[]>;
}

async function watched(
  files: Record<string, string>,
  options: Partial<WatchOptions> = {},
  run = async () => {},
): Promise<Watched> {
  const folder = options.folder ?? folderOf(files);
  const batches: string[][] = [];
  const watcher = watchFolder(
    {
      folder,
      files: [],
      isIgnored: (path) => path.startsWith(`${folder}/_site`),
      polling: false,
      notice: () => {},
      ...options,
    },
    async (changes: readonly Change[]) => {
      batches.push(changes.map(({ kind, path }) => `${kind} ${relativePath(folder, path)}`).sort());
      await run();
    },
  );
  watchers.push(watcher);
  await watcher.ready;
  const settle = async (count: number): Promise<string[][]> => {
    await expect.poll(() => batches.length).toBeGreaterThanOrEqual(count);
    await pause(150);
    return batches;
  };
  const heard = async (...changes: readonly string[]): Promise<string[]> => {
    await expect.poll(() => batches.flat()).toEqual(expect.arrayContaining([...changes]));
    await pause(150);
    return batches.flat();
  };
  return { folder, batches, settle, heard };
}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

// If the machine pauses for 12 ms between two changes, they form two batches: here and with the editors below.
test('many quick changes form one batch', { retry: 3 }, async () => {
  const { folder, settle } = await watched({ 'a.md': 'a', 'b.md': 'b' });
  for (let round = 0; round < 20; round++) {
    writeFileSync(join(folder, 'a.md'), `a${round}`);
    writeFileSync(join(folder, 'b.md'), `b${round}`);
  }
  writeFileSync(join(folder, 'c.md'), 'c');
  expect(await settle(1)).toEqual([['added c.md', 'changed a.md', 'changed b.md']]);
});

test('changes during a run form the next batch, never a second run at the same time', async () => {
  let runs = 0;
  let most = 0;
  let hasBegun = (): void => {};
  const begun = new Promise<void>((resolve) => {
    hasBegun = resolve;
  });
  const { folder, settle } = await watched({ 'a.md': 'a', 'b.md': 'b' }, {}, async () => {
    hasBegun();
    runs++;
    most = Math.max(most, runs);
    await pause(120);
    runs--;
  });
  writeFileSync(join(folder, 'a.md'), 'a1');
  await begun;
  writeFileSync(join(folder, 'b.md'), 'b1');
  expect(await settle(2)).toEqual([['changed a.md'], ['changed b.md']]);
  expect(most).toBe(1);
});

test('two writes in quick succession: the second is never lost', async () => {
  let content = '';
  const { folder } = await watched({ 'a.md': 'a' }, {}, async () => {
    content = readFileSync(join(folder, 'a.md'), 'utf8');
  });
  for (const [text, milliseconds] of [
    ['first', 30],
    ['second', 35],
    ['third', 20],
    ['last', 0],
  ] as const) {
    writeFileSync(join(folder, 'a.md'), text);
    await pause(milliseconds);
  }
  await expect.poll(() => content).toBe('last');
});

test('a file that is created as soon as the watch begins is noticed, whatever else is reported', async () => {
  const folder = folderOf({ '_config.yml': '' });
  const { heard } = await watched(
    {},
    { folder, files: ['_config.yml', '_config.yaml'].map((name) => `${folder}/${name}`) },
  );
  mkdirSync(join(folder, '_site'));
  writeFileSync(join(folder, 'new.md'), 'new');
  expect((await heard('added new.md')).filter((name) => name.endsWith('new.md'))).toHaveLength(1);
});

test('editors that write a temporary file and rename it change one file', { retry: 3 }, async () => {
  const { folder, settle } = await watched({ 'a.md': 'a' });
  writeFileSync(join(folder, '.a.md.swp'), 'swap');
  writeFileSync(join(folder, '4913'), '');
  unlinkSync(join(folder, '4913'));
  renameSync(join(folder, 'a.md'), join(folder, 'a.md~'));
  writeFileSync(join(folder, 'a.md'), 'new');
  rmSync(join(folder, 'a.md~'));
  const batches = await settle(1);
  expect(batches.flat()).toEqual(['changed a.md']);
});

test('the destination is not watched; moves, removals and new folders are noticed', async () => {
  const folder = folderOf({ '_posts/one.md': '1', '_posts/two.md': '2', '_site/index.html': 'x' });
  let seesNew = false;
  const { heard } = await watched({}, { folder }, async () => {
    seesNew = existsSync(join(folder, 'docs/new.md'));
  });
  writeFileSync(join(folder, '_site/index.html'), 'y');
  renameSync(join(folder, '_posts/one.md'), join(folder, '_posts/moved.md'));
  rmSync(join(folder, '_posts/two.md'));
  mkdirSync(join(folder, 'docs'));
  await pause(20);
  writeFileSync(join(folder, 'docs/new.md'), 'n');
  const posts = ['added _posts/moved.md', 'removed _posts/one.md', 'removed _posts/two.md'];
  const names = await heard(...posts, 'added docs');
  // On a busy machine chokidar reports only the folder; the last call has to find the file.
  await expect.poll(() => seesNew).toBe(true);
  expect(names.filter((name) => name.includes('_site'))).toEqual([]);
});

test.each([
  ['a checkout', '.git', {}],
  ['a worktree or a submodule', 'elsewhere/.git/worktrees/here', { '.git': 'gitdir: elsewhere/.git/worktrees/here\n' }],
])(
  'while git holds the lock of %s nothing is built, because the files are a mixture of two branches',
  async (_, git, files) => {
    const { folder, batches, settle } = await watched(
      { ...files, [`${git}/HEAD`]: 'ref', [`${git}/index.lock`]: '', 'a.md': 'a' },
      { isIgnored: (path) => path.includes('.git') },
    );
    writeFileSync(join(folder, 'a.md'), 'half');
    await pause(200);
    expect(batches).toEqual([]);
    rmSync(join(folder, git, 'index.lock'));
    expect(await settle(1)).toEqual([['changed a.md']]);
  },
);

test('a folder may become a file', async () => {
  const { folder, heard } = await watched({ 'a/b.md': 'b' });
  rmSync(join(folder, 'a'), { recursive: true });
  writeFileSync(join(folder, 'a'), 'a');
  await heard('removed a/b.md');
});

test.each([false, true])(
  'circular links are followed once, and links to a parent of the folder never (polling: %s)',
  async (polling) => {
    const notices: string[] = [];
    const folder = folderOf({ 'site/a/b/one.md': '1', 'site/two.md': '2', 'beside.md': '3' });
    const site = join(folder, 'site');
    symlinkSync('..', join(site, 'around'));
    symlinkSync('.', join(site, 'itself'));
    symlinkSync('../../a', join(site, 'a', 'b', 'back'));
    const { heard } = await watched({}, { folder: site, polling, notice: (message) => notices.push(message) });
    writeFileSync(join(folder, 'beside.md'), 'edited');
    // With polling, there has to be an earlier look at each file to compare with.
    const edit = () => writeFileSync(join(site, 'a', 'b', 'one.md'), `edited ${Date.now()}`);
    edit();
    const edits = setInterval(edit, 500);
    const expected = ['changed a/b/back/b/one.md', 'changed a/b/one.md'];
    const changes = await heard(...expected).finally(() => clearInterval(edits));
    expect([...new Set(changes)].sort()).toEqual(expected);
    expect(notices).toEqual([]);
  },
);

test('changes are noticed by polling too', async () => {
  const { folder, heard } = await watched({ 'a.md': 'a' }, { polling: true });
  const edits = setInterval(() => writeFileSync(join(folder, 'a.md'), `longer than before ${Date.now()}`), 500);
  const changes = await heard('changed a.md').finally(() => clearInterval(edits));
  expect(new Set(changes)).toEqual(new Set(['changed a.md']));
});

test('a file outside the folder is watched by its name', async () => {
  const outside = folderOf({ '_config.yml': 'a: 1' });
  const { settle } = await watched({ 'a.md': 'a' }, { files: [join(outside, '_config.yml')] });
  writeFileSync(join(outside, '_config.yml'), 'a: 2');
  expect((await settle(1)).flat()).toHaveLength(1);
});

test.each<readonly [string, (folder: string) => void, (folder: string) => void]>([
  [
    'deleted and made anew',
    (folder) => {
      rmSync(folder, { recursive: true });
      writeInto(folder, 'sub/a.md', 'anew');
    },
    () => {},
  ],
  [
    'moved and moved back',
    (folder) => renameSync(folder, `${folder}-away`),
    (folder) => renameSync(`${folder}-away`, folder),
  ],
])('a folder that is %s is watched again', async (_, goAway, comeBack) => {
  const folder = `${folderOf({})}/site`;
  writeInto(folder, 'sub/a.md', 'a');
  const notices: string[] = [];
  const { heard, batches } = await watched({}, { folder, notice: (message) => notices.push(message) });
  for (let time = 0; time < 2; time++) {
    batches.length = 0;
    notices.length = 0;
    goAway(folder);
    if (!existsSync(folder)) await expect.poll(() => notices).toEqual([`${folder} is gone: waiting until it is back.`]);
    comeBack(folder);
    await heard('added ');
    writeFileSync(join(folder, 'sub', 'a.md'), 'edited');
    await heard('changed sub/a.md');
    writeFileSync(join(folder, 'new.md'), 'new');
    await heard('added new.md');
    rmSync(join(folder, 'new.md'));
    await heard('removed new.md');
  }
});

const MOUNTS = `/dev/sdc / ext4 rw 0 0
C:\\134 /mnt/c 9p rw,dirsync,aname=drvfs 0 0
server:/home /home/shared\\040drive nfs4 rw 0 0
tmpfs /mnt/c/fast tmpfs rw 0 0`;

test.each([
  ['/home/me/blog', undefined],
  ['/mnt/c/Users/me/blog', { fileSystem: '9p', mountPoint: '/mnt/c' }],
  ['/mnt/cache', undefined],
  ['/mnt/c/fast/blog', undefined],
  ['/home/shared drive/blog', { fileSystem: 'nfs4', mountPoint: '/home/shared drive' }],
])('the mount tells whether %s has to be polled', (folder, expected) => {
  expect(findPollingReason(folder, MOUNTS)).toEqual(expected);
});
