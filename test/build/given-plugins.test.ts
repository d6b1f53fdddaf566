import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createBuilder } from '../../src/build/create-builder.ts';
import { loadConfig } from '../../src/config/load-config.ts';
import type { Plugin } from '../../src/plugin/define-plugin.ts';
import { silentLog } from '../../src/util/program/log.ts';
import { folderOf } from '../server/folder.ts';
import { settle } from '../settle.ts';

/** A plugin in one version of a program: its reads are recorded, but nothing tells that its code has changed. */
const saying = (word: string): Plugin => ({
  name: 'word',
  readsAreRecorded: true,
  followsFrontMatter: true,
  filters: { word: { apply: () => word } },
});

/** A builder as another process would make it. */
function begin(folder: string, plugins: readonly Plugin[]) {
  const log = silentLog();
  const config = loadConfig({ log, overrides: { source: folder, destination: join(folder, '_site') }, folder });
  return createBuilder({ config, log, environment: { TZ: 'UTC' }, folder, usesWorkers: false, plugins });
}

test('a site is built from scratch if the program that passes in a plugin may be another one', async () => {
  const folder = folderOf({ 'index.html': "---\n---\n{{ '' | word }}", 'other.html': '---\n---\nA' });
  const shown = () => readFileSync(join(folder, '_site/index.html'), 'utf8');
  for (const [plugins, text] of [
    [[saying('one')], 'one'],
    [[saying('two')], 'two'],
    [[], ''],
    [[saying('three')], 'three'],
    [[], ''],
  ] as const) {
    await settle();
    await (await begin(folder, plugins)).build();
    expect(shown()).toBe(text);
  }
});

test('a builder with a plugin that was passed in continues from its own build', async () => {
  const folder = folderOf({ 'index.html': "---\n---\n{{ '' | word }}", 'other.html': '---\n---\nA' });
  const builder = await begin(folder, [saying('one')]);
  await builder.build();
  const path = join(folder, 'other.html');
  writeFileSync(path, '---\n---\nB');
  const { rendered } = await builder.build([{ kind: 'changed', path }]);
  expect(rendered.size).toBe(1);
  expect(existsSync(join(folder, '.jekyll-cache/utterson/build'))).toBe(false);
});
