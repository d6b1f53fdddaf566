import { appendFileSync, readFileSync, rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { prepareBuilder } from '../../src/build/prepare-builder.ts';
import { LastBuild } from '../../src/build/record/last-build.ts';
import { findSite } from '../../src/build/site-setup.ts';
import { loadConfig } from '../../src/config/load-config.ts';
import { silentLog } from '../../src/util/program/log.ts';
import { folderOf } from '../server/folder.ts';

/** Documents without a date, which get that of the build. */
const FILES: Readonly<Record<string, string>> = {
  '_config.yml': 'collections:\n  notes:\n    output: true\n',
  '_notes/a.md': '---\ntitle: A\n---\none',
  '_notes/b.md': '---\ntitle: B\n---\ntwo',
  'index.html': '---\n---\n{% for note in site.notes %}{{ note.title }}{% endfor %}',
};
const HOUR = 3_600_000;

let folder: string;

beforeEach(() => {
  // Only the clock is stopped; timers continue.
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + HOUR });
});
afterEach(() => {
  vi.useRealTimers();
  rmSync(folder, { recursive: true });
});

async function begin() {
  const overrides = { source: folder, destination: join(folder, '_site') };
  const log = silentLog();
  const config = loadConfig({ log, overrides, folder });
  const options = { config, log, environment: { TZ: 'UTC' }, folder, usesWorkers: false };
  const setup = findSite(options);
  const last = setup.cache === null ? undefined : LastBuild.find(setup.cache);
  const upToDate = last?.resultIfUpToDate();
  const builder = await prepareBuilder(options, { setup, last });
  return { upToDate, builder };
}

async function buildAnew(): Promise<readonly string[]> {
  const { builder } = await begin();
  return [...(await builder.build()).rendered.keys()].sort();
}

const laterBy = (milliseconds: number) => vi.setSystemTime(Date.now() + milliseconds);
const output = (path: string) => readFileSync(join(folder, '_site', path), 'utf8');

test('a build stays valid and only changes are made again, even though the build has another time', async () => {
  folder = folderOf(FILES);
  expect(await buildAnew()).toHaveLength(3);
  laterBy(HOUR);
  expect((await begin()).upToDate).toBeDefined();
  appendFileSync(join(folder, '_notes/a.md'), ' more');
  expect(await buildAnew()).toEqual(['_notes/a.md']);
});

test('a watched site is not read again after an edit', async () => {
  folder = folderOf(FILES);
  const { builder } = await begin();
  await builder.build();
  laterBy(HOUR);
  appendFileSync(join(folder, '_notes/a.md'), ' more');
  const { rendered, phases } = await builder.build([{ kind: 'changed', path: join(folder, '_notes/a.md') }]);
  expect([...rendered.keys()]).toEqual(['_notes/a.md']);
  expect(phases.map(({ phase }) => phase)).not.toContain('reset');
});

test('a page that shows a part of the date depends on that part, in a new process and in a watched site', async () => {
  folder = folderOf({
    ...FILES,
    'hours.html': "---\n---\n{% for note in site.notes %}{{ note.date | date: '%H:%M' }} {% endfor %}",
    'json.html': '---\n---\n{{ site.notes.first | jsonify }}',
  });
  vi.setSystemTime(Date.UTC(2031, 4, 5, 6, 7, 8));
  await buildAnew();
  expect(output('hours.html')).toBe('06:07 06:07 ');
  vi.setSystemTime(Date.UTC(2031, 4, 5, 6, 7, 9));
  const { builder } = await begin();
  expect([...(await builder.build()).rendered.keys()]).toEqual(['json.html>/json.html']);
  vi.setSystemTime(Date.UTC(2031, 4, 5, 7, 7, 9));
  appendFileSync(join(folder, '_notes/a.md'), ' more');
  await builder.build([{ kind: 'changed', path: join(folder, '_notes/a.md') }]);
  expect(output('hours.html')).toBe('07:07 07:07 ');
  expect(output('json.html')).toContain('2031-05-05 07:07:09');
});

test('a URL with a part of the date is checked in each build', async () => {
  folder = folderOf({
    ...FILES,
    '_config.yml': 'collections:\n  notes:\n    output: true\n    permalink: /:year/:name.html\n',
  });
  vi.setSystemTime(Date.UTC(2031, 4, 5));
  await buildAnew();
  expect(output('2031/a.html')).toContain('one');
  vi.setSystemTime(Date.UTC(2032, 4, 5));
  const { upToDate, builder } = await begin();
  expect(upToDate).toBeUndefined();
  const { removed } = await builder.build();
  expect(output('2032/a.html')).toContain('one');
  expect(removed).toEqual(['2031']);
  vi.setSystemTime(Date.UTC(2033, 4, 5));
  await builder.build([{ kind: 'changed', path: join(folder, 'index.html') }]);
  expect(output('2033/b.html')).toContain('two');
});

/** As in Jekyll, a post whose date is that of the build, to the second, has only the date of its name. */
describe('a post of this very second, as `utterson post` writes it, has its own date from the next second on', () => {
  const POST = {
    '_posts/2031-05-05-now.md': '---\ndate: 2031-05-05 06:07:08 +0000\n---\nnow',
    'dates.html': '---\n---\n{% for post in site.posts %}{{ post.date }}{% endfor %}',
    'other.html': '---\n---\nother',
  };

  beforeEach(() => {
    folder = folderOf(POST);
    vi.setSystemTime(Date.UTC(2031, 4, 5, 6, 7, 8));
  });

  test('in a new process', async () => {
    await buildAnew();
    expect(output('dates.html')).toBe('2031-05-05 00:00:00 +0000');
    laterBy(1000);
    const { upToDate, builder } = await begin();
    expect(upToDate).toBeUndefined();
    await builder.build();
    expect(output('dates.html')).toBe('2031-05-05 06:07:08 +0000');
    laterBy(1000);
    expect((await begin()).upToDate).toBeDefined();
  });

  test('in a new process after an edit', async () => {
    await buildAnew();
    laterBy(1000);
    appendFileSync(join(folder, 'other.html'), ' more');
    await buildAnew();
    expect(output('dates.html')).toBe('2031-05-05 06:07:08 +0000');
  });

  test('in a watched site after an edit', async () => {
    const { builder } = await begin();
    await builder.build();
    laterBy(1000);
    appendFileSync(join(folder, 'other.html'), ' more');
    await builder.build([{ kind: 'changed', path: join(folder, 'other.html') }]);
    expect(output('dates.html')).toBe('2031-05-05 06:07:08 +0000');
  });
});

test('a page that shows the dates of drafts follows the times of their files, also if only that page asks for them', async () => {
  folder = folderOf({
    '_config.yml': 'show_drafts: true\nfuture: true\npermalink: /:title.html\n',
    '_drafts/a.md': '---\ntitle: A\n---\none',
    'dates.html': '---\n---\n{% for post in site.posts %}{{ post.date | date: "%s" }}{% endfor %}',
    'other.html': '---\n---\n',
  });
  const draft = join(folder, '_drafts/a.md');
  const other = join(folder, 'other.html');
  utimesSync(draft, 1000, 1000);
  const { builder } = await begin();
  await builder.build();
  appendFileSync(other, ' more');
  await builder.build([{ kind: 'changed', path: other }]);
  appendFileSync(draft, ' more');
  utimesSync(draft, 2000, 2000);
  await builder.build([{ kind: 'changed', path: draft }]);
  expect(output('dates.html')).toBe('2000');
});
