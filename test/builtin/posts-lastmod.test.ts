import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createBuilder } from '../../src/build/create-builder.ts';
import { afterTwoCommits } from '../../src/builtin/ruby-ports/posts-lastmod-hook.ts';
import { loadConfig } from '../../src/config/load-config.ts';
import { silentLog } from '../../src/util/program/log.ts';
import { folderOf, writeInto } from '../server/folder.ts';
import { commit, git } from './repository.ts';

const POST = '---\n---\n{{ page.last_modified_at | inspect }} {{ page.last_modified_at | date: "%d.%m." }}';

test('a post has the time of its last commit if it has more than one; front matter wins', async () => {
  const folder = folderOf({
    '.gitignore': '_site',
    '_posts/2024-01-01-once.html': POST,
    '_posts/2024-01-01-twice.html': `${POST} `,
    '_posts/2024-01-01-own.html': POST.replace('---\n', '---\nlast_modified_at: 2020-02-02 02:02:02 +0000\n'),
    'page.html': POST,
    'all.html':
      '---\n---\n{% for p in site.posts %}{{ p.url }} {{ p.last_modified_at | date: "%d.%m." }}\n{% endfor %}',
  });
  git(folder, 'init -q -b main');
  commit(folder, '2024-02-01T10:00:00+0100');
  for (const name of ['twice', 'own']) writeInto(folder, `_posts/2024-01-01-${name}.html`, `${read(folder, name)}.`);
  writeInto(folder, 'page.html', `${POST}.`);
  commit(folder, '2024-02-02T10:00:00+0100');
  const log = silentLog();
  const config = loadConfig({ log, overrides: { source: folder, permalink: '/:title.html' }, folder });
  const builder = await createBuilder({
    config,
    log,
    folder,
    environment: { TZ: 'UTC' },
    plugins: [afterTwoCommits],
    usesWorkers: false,
  });
  const built = async (...names: readonly string[]) => {
    await builder.build([]);
    return names.map((name) => readFileSync(join(folder, '_site', `${name}.html`), 'utf8'));
  };
  expect(await built('once', 'twice', 'own', 'page')).toEqual([
    'nil ',
    '&quot;2024-02-02 10:00:00 +0100\\n&quot; 02.02. .',
    '2020-02-02 02:02:02 +0000 02.02..',
    'nil .',
  ]);
  writeInto(folder, '_posts/2024-01-01-once.html', `${POST}!`);
  expect(await built('once')).toEqual(['nil !']);
  commit(folder, '2024-03-03T10:00:00+0100');
  expect(await built('once', 'all')).toEqual([
    '&quot;2024-03-03 10:00:00 +0100\\n&quot; 03.03.!',
    '/twice.html 02.02.\n/own.html 02.02.\n/once.html 03.03.\n',
  ]);
});

function read(folder: string, name: string): string {
  return readFileSync(join(folder, '_posts', `2024-01-01-${name}.html`), 'utf8');
}
