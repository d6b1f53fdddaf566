import { readFileSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createBuilder } from '../../src/build/create-builder.ts';
import { loadConfig } from '../../src/config/load-config.ts';
import { silentLog } from '../../src/util/program/log.ts';
import { folderOf, writeInto } from '../server/folder.ts';
import { commit, git } from './repository.ts';

const POST = '---\nlayout: post\n---\n{{ page.last_modified_at | date: "%d.%m." }}';
const OWN = POST.replace('layout: post', 'last_modified_at: 2020-02-02');
const TAGGED = '{% last_modified_at %d.%m. %}';

/** Builds a folder as successive processes do, and says which items each build rendered. */
async function buildersOf(folder: string) {
  const log = silentLog();
  const overrides = { source: folder, permalink: '/:title.html', plugins: ['jekyll-last-modified-at'] };
  const config = loadConfig({ log, overrides, folder });
  return async () => {
    const builder = await createBuilder({ config, log, folder, environment: { TZ: 'UTC' }, usesWorkers: false });
    const { rendered } = await builder.build();
    return [...rendered.keys()].sort();
  };
}

const outputOf = (folder: string, name: string): string => readFileSync(join(folder, '_site', `${name}.html`), 'utf8');

test('a commit renders only the pages that show its time', async () => {
  const folder = folderOf({
    '.gitignore': '_site\n.jekyll-cache',
    '_layouts/post.html': '{{ content }}',
    '_posts/2024-01-01-one.html': POST,
    '_posts/2024-01-02-two.html': POST,
    'all.html': '---\n---\n{% for p in site.posts %}{{ p.last_modified_at | date: "%d.%m." }}{% endfor %}',
  });
  git(folder, 'init -q -b main');
  commit(folder, '2024-02-01T10:00:00+0100');
  const build = await buildersOf(folder);
  await build();
  expect(outputOf(folder, 'all')).toBe('01.02.01.02.');
  expect(await build()).toEqual([]);
  writeInto(folder, '_posts/2024-01-01-one.html', `${POST}!`);
  expect(await build()).toEqual(['_posts/2024-01-01-one.html']);
  commit(folder, '2024-03-03T10:00:00+0100');
  expect(await build()).toEqual(['_posts/2024-01-01-one.html', 'all.html>/all']);
  expect(outputOf(folder, 'one')).toBe('03.03.!');
  expect(outputOf(folder, 'all')).toBe('01.02.03.03.');
});

test('the tag follows the time of a file, also where front matter says another time', async () => {
  const folder = folderOf({
    '_layouts/post.html': `{{ content }} ${TAGGED}`,
    '_posts/2024-01-01-one.html': POST,
    '_posts/2024-01-03-own.html': `${OWN} ${TAGGED}`,
    'page.html': '---\n---\nneither',
  });
  const touch = (name: string, day: string) => utimesSync(join(folder, name), new Date(day), new Date(day));
  for (const name of ['_posts/2024-01-01-one.html', '_posts/2024-01-03-own.html'])
    touch(name, '2024-05-05T05:05:05.5Z');
  const build = await buildersOf(folder);
  await build();
  expect([outputOf(folder, 'one'), outputOf(folder, 'own')]).toEqual(['05.05. 05.05.', '02.02. 05.05.']);
  touch('_posts/2024-01-01-one.html', '2024-06-06T06:06:06Z');
  touch('_posts/2024-01-03-own.html', '2024-06-06T06:06:06Z');
  expect(await build()).toEqual(['_posts/2024-01-01-one.html', '_posts/2024-01-03-own.html']);
  expect([outputOf(folder, 'one'), outputOf(folder, 'own')]).toEqual(['06.06. 06.06.', '02.02. 06.06.']);
});
