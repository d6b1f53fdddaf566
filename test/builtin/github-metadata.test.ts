import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createBuilder } from '../../src/build/create-builder.ts';
import { LastBuild } from '../../src/build/record/last-build.ts';
import { findSite } from '../../src/build/site-setup.ts';
import { loadConfig } from '../../src/config/load-config.ts';
import { silentLog } from '../../src/util/program/log.ts';
import { folderOf, writeInto } from '../server/folder.ts';
import { commit, git } from './repository.ts';

const FILES = {
  '.gitignore': '_site\n.jekyll-cache',
  '_layouts/l.html': '{{ site.title }} {{ content }}',
  'a.html': '---\n---\na',
  'name.html': '---\n---\n{{ site.github.repository_name }}',
  'name-again.html': '---\n---\n{{ site.github.owner_name }}',
  'revision.html': '---\n---\n{{ site.github.build_revision }}',
};

function repositoryOf(files: Readonly<Record<string, string>>): string {
  const folder = folderOf({ ...FILES, ...files });
  git(folder, 'init -q -b main');
  git(folder, 'remote add origin https://github.com/acme/site.git');
  commit(folder, '2024-02-01T10:00:00+0100');
  return folder;
}

/** Builds a folder as successive processes do, and says which items each build rendered. */
function buildersOf(folder: string, more: readonly string[] = []) {
  const log = silentLog();
  const overrides = { source: folder, plugins: ['jekyll-github-metadata', ...more], time: '2026-01-02' };
  return async (environment: Readonly<Record<string, string>> = {}) => {
    const config = loadConfig({ log, folder, overrides });
    const options = { config, log, folder, environment: { TZ: 'UTC', ...environment }, usesWorkers: false };
    const setup = findSite(options);
    const last = setup.cache === null ? undefined : LastBuild.find(setup.cache);
    if (last?.resultIfUpToDate() !== undefined) return 'nothing has changed';
    const { rendered } = await (await createBuilder(options)).build();
    return [...rendered.keys()].map((name) => name.replace(/>.*/, '')).sort();
  };
}

const outputOf = (folder: string, name: string): string => readFileSync(join(folder, '_site', `${name}.html`), 'utf8');

test('an edit renders only the page that was edited', async () => {
  const folder = repositoryOf({});
  const build = buildersOf(folder);
  expect(await build()).toHaveLength(4);
  expect(outputOf(folder, 'name')).toBe('site');
  writeInto(folder, 'a.html', '---\n---\nb');
  expect(await build()).toEqual(['a.html']);
});

test('a commit, another origin and another host render the pages that show them', async () => {
  const folder = repositoryOf({});
  const build = buildersOf(folder);
  await build();
  expect(await build()).toEqual([]);
  git(folder, 'commit -q -m more --allow-empty');
  expect(await build()).toEqual(['revision.html']);
  expect(outputOf(folder, 'revision')).toBe(git(folder, 'rev-parse HEAD').trim());
  git(folder, 'remote set-url origin git@github.com:other/place.git');
  // Whatever of the repository is asked for, the gem finds out first which one it is.
  expect(await build()).toEqual(['name-again.html', 'name.html', 'revision.html']);
  expect(outputOf(folder, 'name-again')).toBe('other');
  expect(await build({ GITHUB_HOSTNAME: 'github.example.org' }).catch((error: Error) => error.message)).toContain(
    'No repo name found',
  );
});

test('a title that comes from the repository follows its name, also where nothing else shows it', async () => {
  const shown = '---\nlayout: l\n---\na';
  const plain = { 'name.html': '', 'name-again.html': '', 'revision.html': '' };
  const folder = repositoryOf({ ...plain, 'a.html': shown, 'meta.html': '---\n---\n{% feed_meta %}' });
  const build = buildersOf(folder, ['jekyll-feed']);
  await build();
  expect(outputOf(folder, 'a')).toBe('site a');
  git(folder, 'remote set-url origin https://github.com/acme/other');
  expect(await build()).toEqual(expect.arrayContaining(['a.html', 'meta.html']));
  expect(outputOf(folder, 'a')).toBe('other a');
  expect(outputOf(folder, 'meta')).toContain('title="other"');
});
