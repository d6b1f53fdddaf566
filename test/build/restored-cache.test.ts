import { readdirSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { build } from '../../src/build/build.ts';
import { folderOf } from '../server/folder.ts';

const FILES: Readonly<Record<string, string>> = {
  '_config.yml': '',
  '_posts/2024-01-01-a.md': '---\nlayout: post\n---\n*a*',
  '_layouts/post.html': '<p>{{ content }}</p>',
  'index.md': '---\n---\n{{ site.posts | size }}',
  'robots.txt': 'all',
};

/** Sets the time of each file of a folder. */
function setTimes(folder: string, timeOf: (milliseconds: number) => number): void {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const time = timeOf(statSync(path).mtimeMs) / 1000;
    utimesSync(path, time, time);
  }
}

const cutTo = (step: number) => (time: number) => Math.floor(time / step) * step;

/** The times of the output after CI has kept it between two runs, and what is made again because of them. */
const ARCHIVES: readonly (readonly [string, (time: number) => number, readonly string[]])[] = [
  ['cut to the second, as by tar', cutTo(1000), []],
  ['cut to two seconds, as by zip', cutTo(2000), []],
  ['those of a later change', (time) => cutTo(1000)(time) + 1000, ['_posts/2024-01-01-a.md', 'index.md']],
  ['those of another build', (time) => cutTo(1000)(time) - 60_000, ['_posts/2024-01-01-a.md', 'index.md']],
];

test.each(ARCHIVES)('a kept cache is used in a fresh checkout whose times are %s', async (_, timeOf, rendered) => {
  const folder = folderOf(FILES);
  const run = () => build({ folder, environment: { TZ: 'UTC' }, usesWorkers: false });
  await run();
  setTimes(join(folder, '_site'), timeOf);
  for (const name of Object.keys(FILES)) utimesSync(join(folder, name), new Date(), new Date());
  const again = await run();
  expect([...again.rendered.keys()].map((item) => item.replace(/>.*/, '')).sort()).toEqual(rendered);
  expect(again.written.filter((name) => name !== 'robots.txt')).toEqual([]);
});
