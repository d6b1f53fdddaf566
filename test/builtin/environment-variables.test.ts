import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { build } from '../../src/build/build.ts';
import { silentLog } from '../../src/util/program/log.ts';
import { folderOf } from '../server/folder.ts';
import { settle } from '../settle.ts';

test('a page that shows a variable is rendered again when the variable has changed, and no other page is', async () => {
  const folder = folderOf({
    '_config.yml': 'plugins: [jekyll-environment-variables]\ntime: 2026-01-02 03:04:05\n',
    'shown.txt': '---\n---\n{{ site.env.WORD }}',
    'other.txt': '---\n---\nother',
  });
  await settle();
  const run = async (WORD: string) => {
    const overrides = { source: folder, destination: join(folder, '_site') };
    const { rendered } = await build({ log: silentLog(), overrides, folder, environment: { TZ: 'UTC', WORD } });
    return { rendered: [...rendered.keys()], text: readFileSync(join(folder, '_site/shown.txt'), 'utf8') };
  };
  expect(await run('one')).toMatchObject({ text: 'one' });
  expect(await run('two')).toEqual({ rendered: ['shown.txt>/shown.txt'], text: 'two' });
  expect(await run('two')).toEqual({ rendered: [], text: 'two' });
});
