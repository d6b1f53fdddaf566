import { appendFileSync, mkdirSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { createBuilder } from '../../src/build/create-builder.ts';
import { LastBuild } from '../../src/build/record/last-build.ts';
import { findSite } from '../../src/build/site-setup.ts';
import { loadConfig } from '../../src/config/load-config.ts';
import { DiskTree } from '../../src/util/files/disk-tree.ts';
import { type Log, silentLog } from '../../src/util/program/log.ts';
import { folderOf } from '../server/folder.ts';
import { settle } from '../settle.ts';

const FILES: Readonly<Record<string, string>> = {
  '_config.yml': 'title: A\n',
  '_posts/2024-01-01-a.md': '---\nlayout: post\n---\n{% include note.html %}',
  '_layouts/post.html': '<p>{{ content }}</p>',
  '_includes/note.html': 'note',
  '_data/team.yml': '- Ada\n',
  '_sass/base.scss': 'b { c: d }',
  'style.scss': '---\n---\n@import "base";',
  'index.html': '---\n---\n{{ site.data.team | join }}',
  'robots.txt': 'all',
};

/** What a process that has just started sees of a site's folder. */
async function begin(folder: string, log: Log = silentLog(), settings: Readonly<Record<string, unknown>> = {}) {
  const overrides = { source: folder, destination: join(folder, '_site'), ...settings };
  const options = {
    config: loadConfig({ log, overrides, folder }),
    log,
    environment: { TZ: 'UTC' },
    folder,
    usesWorkers: false,
  };
  const setup = findSite(options);
  const upToDate = () => (setup.cache === null ? undefined : LastBuild.find(setup.cache)?.resultIfUpToDate());
  return { upToDate, build: async () => (await createBuilder(options)).build() };
}

const after = (text: string) => (folder: string, path: string) => appendFileSync(join(folder, path), text);
const addition = (path: string, text: string) => (folder: string) => {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), text);
};

const CHANGES: Readonly<Record<string, (folder: string) => void>> = {
  'a post': (folder) => after('!')(folder, '_posts/2024-01-01-a.md'),
  'a layout': (folder) => after('!')(folder, '_layouts/post.html'),
  'an include': (folder) => after('!')(folder, '_includes/note.html'),
  'a data file': (folder) => after('- Grace\n')(folder, '_data/team.yml'),
  'an imported style sheet': (folder) => after('e { f: g }')(folder, '_sass/base.scss'),
  'a static file': (folder) => after('!')(folder, 'robots.txt'),
  'the configuration': (folder) => after('author: B\n')(folder, '_config.yml'),
  'a new post': addition('_posts/2024-01-02-b.md', '---\n---\n'),
  'a new page in a new folder': addition('about/index.md', '---\n---\n'),
  'a new data file': addition('_data/more.yml', 'a: b\n'),
  'a post that is gone': (folder) => rmSync(join(folder, '_posts/2024-01-01-a.md')),
  'a folder that is a file now': (folder) => {
    rmSync(join(folder, '_posts'), { recursive: true });
    writeFileSync(join(folder, '_posts'), '');
  },
  'a page with another name': (folder) => renameSync(join(folder, 'robots.txt'), join(folder, 'humans.txt')),
  'a Gemfile': addition('Gemfile', "group :jekyll_plugins do\n  gem 'jekyll-sitemap'\nend\n"),
  'a plugin': addition('_plugins/a.mjs', 'export default { name: "a", readsAreRecorded: true };'),
  'an output that somebody changed': (folder) => after('!')(folder, '_site/index.html'),
  'an output that is gone': (folder) => rmSync(join(folder, '_site/robots.txt')),
  'a file more in the destination': addition('_site/extra.html', ''),
  'no destination': (folder) => rmSync(join(folder, '_site'), { recursive: true }),
  'a change that hides its time': (folder) => {
    const path = join(folder, 'robots.txt');
    writeFileSync(path, 'ALL');
    utimesSync(path, 1_700_000_000, 1_700_000_000);
  },
};

describe('a build that is still valid', () => {
  const folders = new Map(Object.keys(CHANGES).map((name) => [name, folderOf(FILES)]));

  beforeAll(async () => {
    for (const folder of folders.values()) utimesSync(join(folder, 'robots.txt'), 1_700_000_000, 1_700_000_000);
    await settle();
    for (const folder of folders.values()) await (await begin(folder)).build();
  });

  test.each([...folders])('becomes invalid with %s', async (name, folder) => {
    expect((await begin(folder)).upToDate()).toMatchObject({ pages: 4, written: [], removed: [] });
    CHANGES[name]?.(folder);
    expect((await begin(folder)).upToDate()).toBeUndefined();
  });
});

describe('a build is valid', () => {
  const stands = async (files: Record<string, string>) => {
    const folder = folderOf({ ...FILES, ...files });
    await settle();
    await (await begin(folder)).build();
    return (await begin(folder)).upToDate() !== undefined;
  };

  test('if nothing in it depends on the time', async () => {
    expect(await stands({})).toBe(true);
    expect(await stands({ 'a.html': '---\n---\n{{ site.time }}' })).toBe(false);
    expect(await stands({ 'a.html': '---\n---\n{{ "now" | date: "%Y" }}' })).toBe(false);
    expect(await stands({ '_posts/2999-01-01-later.md': '---\n---\n' })).toBe(false);
    expect(await stands({ '_config.yml': 'time: 2026-01-01 00:00:00', 'a.html': '---\n---\n{{ site.time }}' })).toBe(
      true,
    );
  });

  test('without listing unchanged folders, except those that contain links', async () => {
    const folder = folderOf({ ...FILES, '_store/a.md': 'text', 'linked/b.txt': 'b' });
    symlinkSync('../_store/a.md', join(folder, 'linked/a.md'));
    await settle();
    await (await begin(folder)).build();
    const listed = new Set<string>();
    const spies = (['list', 'listUnsorted'] as const).map((method) => {
      const list = DiskTree.prototype[method];
      return vi.spyOn(DiskTree.prototype, method).mockImplementation(function (this: DiskTree, path) {
        listed.add(path.slice(folder.length + 1));
        return list.call(this, path);
      });
    });
    const { upToDate } = await begin(folder);
    listed.clear();
    expect(upToDate()).toBeDefined();
    for (const spy of spies) spy.mockRestore();
    // The contents of the first folder have got the folders that a build makes.
    expect([...listed].sort()).toEqual(['', 'linked']);
  });

  test('until files may have changed without a change of their times', async () => {
    const folder = folderOf(FILES);
    // A busy machine may take long to reach this point.
    const later = Date.now() / 1000 + 60;
    utimesSync(join(folder, 'style.scss'), later, later);
    await (await begin(folder)).build();
    expect((await begin(folder)).upToDate()).toBeUndefined();
  });

  test('and its warnings are repeated, even those of a quiet build', async () => {
    const folder = folderOf({ ...FILES, '_config.yml': 'plugins: [jekyll-postcss]', 'b.html': '---\n---\n{{ a b }}' });
    await settle();
    const first = silentLog('error');
    const built = await (await begin(folder, first)).build();
    const second = silentLog('info');
    expect((await begin(folder, second)).upToDate()?.warnings).toEqual(built.warnings);
    const warnings = (log: Log) => log.messages.filter(({ level }) => level === 'warn').map(({ text }) => text.trim());
    expect(warnings(first)).toHaveLength(3);
    expect(warnings(second)).toEqual(warnings(first));
  });
});

test('after a build that removed a file from a folder, the next one has nothing to do', async () => {
  const folder = folderOf({ ...FILES, 'sub/a.html': '---\n---\n', 'sub/b.html': '---\n---\n' });
  await (await begin(folder)).build();
  rmSync(join(folder, 'sub/a.html'));
  await settle();
  expect(await (await begin(folder)).build()).toMatchObject({ written: [], removed: ['sub/a.html'] });
  expect((await begin(folder)).upToDate()).toBeDefined();
});

test('a served site has a record of its own', async () => {
  const folder = folderOf({ ...FILES, 'u.html': '---\n---\n{{ site.url }}' });
  const served = { serving: true, url: 'http://localhost:4000' };
  const rendered = async (settings = {}) =>
    [...(await (await begin(folder, silentLog(), settings)).build()).rendered.keys()].sort();
  await settle();
  await rendered();
  expect(await rendered(served)).toHaveLength(4 + 1);
  // Only what the other one has overwritten is made again.
  expect(await rendered()).toEqual(['u.html>/u.html']);
  expect(await rendered(served)).toEqual(['u.html>/u.html']);
  expect(await rendered(served)).toEqual([]);
  expect(await rendered({ watch: true })).toEqual(['u.html>/u.html']);
  expect(await rendered()).toEqual([]);
});
