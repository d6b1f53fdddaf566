import { appendFileSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { BuildResult } from '../../src/build/build-result.ts';
import { createBuilder } from '../../src/build/create-builder.ts';
import { LastBuild } from '../../src/build/record/last-build.ts';
import { findSite } from '../../src/build/site-setup.ts';
import { loadConfig } from '../../src/config/load-config.ts';
import { silentLog } from '../../src/util/program/log.ts';
import { filesIn } from '../files-in.ts';
import { folderOf } from '../server/folder.ts';
import { settle } from '../settle.ts';

const A = '_posts/2024-01-01-a.md';
const FILES: Readonly<Record<string, string>> = {
  '_config.yml': 'plugins: [jekyll-feed]\ncollections:\n  notes:\n    output: true\n  secret: {}\n',
  '_layouts/post.html': '{% include note.html %}{{ content }}{{ page.next.title }}',
  '_includes/note.html': 'note',
  '_data/team.yml': '- Ada\n',
  [A]: '---\nlayout: post\ntitle: A\n---\none',
  '_posts/2024-01-02-b.md': '---\nlayout: post\ntitle: B\n---\ntwo',
  '_notes/n.md': '---\n---\nnote',
  '_secret/s.md': '---\ntitle: S\n---\nsecret',
  'index.html': '---\n---\n{% for post in site.posts %}{{ post.excerpt }}{% endfor %}',
  'plain.html': '---\n---\nplain',
  'main.scss': '---\n---\n@import "base";',
  '_sass/base.scss': 'b { c: d }',
  'pages.html': '---\n---\n{% for p in site.pages %}{{ p.url }} {% endfor %}{{ site.secret.first.title }}',
  'team.html': '---\n---\n{{ site.data.team | join }}',
  'members.html': '---\n---\n{{ site.data.members | join }}',
  'robots.txt': 'all',
  '_secret/s.txt': 'secret',
  '_secret/hidden.md': '---\npublished: false\n---\nhidden',
  'counts.html':
    '---\n---\n{{ site.documents | size }} {% for c in site.collections %}{{ c.files | size }}{% endfor %}',
};

/** A process that has just started. */
async function build(folder: string): Promise<BuildResult> {
  const log = silentLog();
  const config = loadConfig({ log, overrides: { source: folder, destination: join(folder, '_site') }, folder });
  const options = { config, log, environment: { TZ: 'UTC' }, folder, usesWorkers: false };
  return (await createBuilder(options)).build();
}

/** Whether the last build is valid for a process that has just started. */
function isUpToDate(folder: string): boolean {
  const log = silentLog();
  const config = loadConfig({ log, overrides: { source: folder, destination: join(folder, '_site') }, folder });
  const { cache } = findSite({ config, log, environment: { TZ: 'UTC' }, folder });
  return cache !== null && LastBuild.find(cache)?.resultIfUpToDate() !== undefined;
}

const isFollowing = ({ phases }: BuildResult): boolean => phases.every(({ phase }) => phase !== 'cleanup');

function outputs(folder: string): [string, string][] {
  const files = Object.entries(filesIn(join(folder, '_site')));
  // The feed contains the time when it was made.
  return files.map(([path, text]) => [path, text.replace(/<updated>.*?<\/updated>/, '')]);
}

async function expectCleanOutput(folder: string): Promise<void> {
  const incremental = outputs(folder);
  rmSync(join(folder, '.jekyll-cache'), { recursive: true });
  rmSync(join(folder, '_site'), { recursive: true });
  await build(folder);
  expect(incremental).toEqual(outputs(folder));
}

type Change = (folder: string) => void;

const append =
  (path: string, text: string): Change =>
  (folder) =>
    appendFileSync(join(folder, path), text);
const write =
  (path: string, text: string): Change =>
  (folder) =>
    writeFileSync(join(folder, path), text);

interface Edit {
  readonly edit: Change;
  /** Whether only texts have changed. */
  readonly isText: boolean;
}

const EDITS: Readonly<Record<string, Edit>> = {
  'the body of a post': { edit: append(A, ' more'), isText: true },
  'the body of a note': { edit: append('_notes/n.md', ' more'), isText: true },
  'a document that is not written': { edit: append('_secret/s.md', ' more'), isText: true },
  'the body of a page': { edit: append('plain.html', ' more'), isText: true },
  'the body of a page that lists all pages': { edit: append('pages.html', ' more'), isText: true },
  'a layout': { edit: append('_layouts/post.html', '!'), isText: true },
  'an include': { edit: append('_includes/note.html', '!'), isText: true },
  'a data file': { edit: append('_data/team.yml', '- Grace\n'), isText: true },
  'a style sheet, with its source map': { edit: append('main.scss', '\ne { f: g }'), isText: true },
  'an imported style sheet': { edit: append('_sass/base.scss', 'e { f: g }'), isText: true },
  'nothing but the time of a file': { edit: write(A, FILES[A] ?? ''), isText: true },
  'a static file': { edit: append('robots.txt', '!'), isText: true },
  // The record does not tell such a file from a document that was hidden.
  'a static file of a collection that is not written': { edit: append('_secret/s.txt', '!'), isText: false },
  'a hidden document that becomes a static file': { edit: write('_secret/hidden.md', 'hidden'), isText: false },
  'a title': { edit: write(A, '---\nlayout: post\ntitle: Other\n---\none'), isText: false },
  'a post that is published no more': { edit: write(A, '---\npublished: false\n---\none'), isText: false },
  'a static file that becomes a page': { edit: write('robots.txt', '---\n---\nnone'), isText: false },
  'a page that becomes a static file': { edit: write('plain.html', 'plain'), isText: false },
  'a document that becomes a static file': { edit: write('_notes/n.md', 'note'), isText: false },
  'the configuration': { edit: append('_config.yml', 'title: A\n'), isText: false },
  'a new file': { edit: write('more.txt', ''), isText: false },
  'a damaged output': { edit: append('_site/plain.html', '!'), isText: false },
};

// Concurrently, because most of the time is spent waiting until the files are old enough.
describe('a new process follows up on the build of the one before', () => {
  test.concurrent('even if another text changes each time', async () => {
    const folder = folderOf(FILES);
    await settle();
    await build(folder);
    const record = () => statSync(join(folder, '.jekyll-cache/utterson/build')).size;
    const first = record();
    for (let round = 0; round < 30; round++) {
      for (const [name, { edit, isText }] of Object.entries(EDITS).slice(round % 8, (round % 8) + 2)) {
        if (!isText) throw new Error(name);
        edit(folder);
      }
      await settle();
      const { rendered } = await build(folder);
      expect(rendered.size).toBeLessThan(10);
    }
    // Messages about earlier changes are not kept.
    expect(record()).toBeLessThan(2 * first);
    // The folders in which files may be added are still known.
    write('_data/members.yml', '- Ada\n')(folder);
    await build(folder);
    await expectCleanOutput(folder);
    rmSync(folder, { recursive: true });
  }, 240_000);

  test.concurrent('and adds to its record', async () => {
    const folder = folderOf(FILES);
    const record = () => readFileSync(join(folder, '.jekyll-cache/utterson/build'), 'latin1');
    await settle();
    await build(folder);
    const first = record();
    append('plain.html', ' more')(folder);
    await settle();
    await build(folder);
    expect(record().startsWith(first)).toBe(true);
    expect(record().length).toBeGreaterThan(first.length);
    rmSync(folder, { recursive: true });
  });

  test.concurrent.each(Object.entries(EDITS))('%s', async (_, { edit, isText }) => {
    const folder = folderOf(FILES);
    await settle();
    await build(folder);
    for (let round = 0; round < 2; round++) {
      await settle();
      edit(folder);
      await settle();
      const result = await build(folder);
      if (round === 0 || isText) expect(isFollowing(result)).toBe(isText);
    }
    await expectCleanOutput(folder);
    rmSync(folder, { recursive: true });
  });

  test.concurrent('even if a page begins to depend on the time again', async () => {
    const folder = folderOf({ ...FILES, '_config.yml': 'title: A\n' });
    const follow = async (text: string) => {
      write('plain.html', `---\n---\n${text}`)(folder);
      await settle();
      expect(isFollowing(await build(folder))).toBe(true);
      return isUpToDate(folder);
    };
    await settle();
    await build(folder);
    expect(await follow('{{ site.time }}')).toBe(false);
    // Only a build of the whole site finds out that nothing depends on the time any more.
    expect(await follow('plain')).toBe(false);
    rmSync(join(folder, '_site/robots.txt'));
    expect(isFollowing(await build(folder))).toBe(false);
    expect(isUpToDate(folder)).toBe(true);
    expect(await follow('{{ site.time }} again')).toBe(false);
    rmSync(folder, { recursive: true });
  });
});

test('bodies that are not part of a page are written anew once most of what is stored does not count any more', async () => {
  const folder = folderOf(FILES);
  const long = 'long '.repeat(100);
  for (let round = 0; round < 4; round++) {
    // A change of the front matter makes each build one of the whole site.
    write('_secret/s.md', `---\ntitle: ${round}\n---\n${long} ${round}`)(folder);
    await build(folder);
  }
  expect(statSync(join(folder, '.jekyll-cache/utterson/bodies')).size).toBeLessThan(3 * long.length);
  rmSync(folder, { recursive: true });
});
