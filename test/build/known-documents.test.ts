import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { createBuilder } from '../../src/build/create-builder.ts';
import { loadConfig } from '../../src/config/load-config.ts';
import { DiskTree } from '../../src/util/files/disk-tree.ts';
import { ObservedTree } from '../../src/util/files/observed-tree.ts';
import { silentLog } from '../../src/util/program/log.ts';
import { filesIn } from '../files-in.ts';
import { folderOf } from '../server/folder.ts';
import { settle } from '../settle.ts';

const post = (title: string, text: string) => `---\nlayout: post\ntitle: ${title}\ntags: [t]\n---\n${text}`;
const FILES: Readonly<Record<string, string>> = {
  '_config.yml': 'time: 2026-01-02 03:04:05 +0000\ncollections:\n  notes:\n    output: true\n',
  '_layouts/post.html': '{{ page.title }} {{ content }} {{ page.previous.title }}',
  '_posts/2024-01-01-a.md': post('A', 'one'),
  '_posts/2024-01-02-b.md': post('B', 'two'),
  '_posts/2024-01-03-c.md': post('C', 'three'),
  '_notes/n.md': post('N', 'note'),
  'index.html': '---\n---\n{% for post in site.posts %}{{ post.title }} {% endfor %}',
  'tags.html': '---\n---\n{% for tag in site.tags %}{{ tag | first }} {{ tag | last | size }}{% endfor %}',
  'notes.html': '---\n---\n{{ site.notes | jsonify }}',
};
const A = '_posts/2024-01-01-a.md';

let folder: string;

afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

/** A process that has just started. */
async function begin() {
  const log = silentLog();
  const config = loadConfig({ log, overrides: { source: folder, destination: join(folder, '_site') }, folder });
  return createBuilder({ config, log, environment: { TZ: 'UTC' }, folder, usesWorkers: false });
}

/** Makes the site, and waits until its files are old enough to be trusted by their times. */
async function make(files = FILES) {
  folder = folderOf(files);
  await settle();
  await (await begin()).build();
}

/** The documents whose files are read during an action. */
async function readDuring(action: () => Promise<unknown>): Promise<readonly string[]> {
  const read = vi.spyOn(DiskTree.prototype, 'lend');
  await action();
  const paths = read.mock.calls.map(([path]) => path.slice(folder.length + 1));
  read.mockRestore();
  return [...new Set(paths.filter((path) => /^_(?:posts|notes)\//.test(path)))].sort();
}

async function expectCleanOutput(): Promise<void> {
  const incremental = filesIn(join(folder, '_site'));
  rmSync(join(folder, '.jekyll-cache'), { recursive: true, force: true });
  rmSync(join(folder, '_site'), { recursive: true });
  await (await begin()).build();
  expect(incremental).toEqual(filesIn(join(folder, '_site')));
}

/** Changes the first post after a build has looked at it and before it is read. */
function changeOnceLookedAt(): void {
  const observe = vi.spyOn(ObservedTree.prototype, 'observe').mockImplementation(function (this: ObservedTree, path) {
    observe.mockRestore();
    const stamp = this.observe(path);
    expect(path).toBe(`${folder}/${A}`);
    writeFileSync(path, post('Changed meanwhile', 'one'));
    return stamp;
  });
}

const change = (path: string) => [{ kind: 'changed' as const, path: join(folder, path) }];

test('only what is needed is read of a site that was built before', async () => {
  await make();
  const builder = await begin();
  expect(await readDuring(() => builder.build())).toEqual([]);
  appendFileSync(join(folder, A), ' more');
  const next = await begin();
  expect(await readDuring(() => next.build())).toEqual([A]);
  await expectCleanOutput();
});

test('a file that may still have been changing when it was first read is known from the next build on', async () => {
  folder = folderOf(FILES);
  const builder = await begin();
  await builder.build();
  await settle();
  await builder.build();
  appendFileSync(join(folder, A), ' more');
  const next = await begin();
  expect(await readDuring(() => next.build())).toEqual([A]);
  await expectCleanOutput();
});

test('the front matter of other documents that a page shows is not read again', async () => {
  await make();
  writeFileSync(join(folder, A), post('Changed', 'one'));
  const builder = await begin();
  expect(await readDuring(() => builder.build())).toEqual([A]);
  await expectCleanOutput();
});

test.each(['missing', 'damaged'])(
  'what a page shows of other documents is read from their files if the notes are %s',
  async (how) => {
    await make();
    writeFileSync(join(folder, A), post('Changed', 'one'));
    const notes = join(folder, '.jekyll-cache/utterson/front-matter');
    if (how === 'missing') rmSync(notes);
    else writeFileSync(notes, readFileSync(notes).fill(0x20));
    const builder = await begin();
    const read = await readDuring(() => builder.build());
    expect(read).toEqual([A, '_posts/2024-01-02-b.md', '_posts/2024-01-03-c.md']);
    await expectCleanOutput();
  },
);

const RICH = `---
layout: post
date: 2024-01-02 03:04:05 +0200
a: {b: [1, 1.0, 2.5, 2024-01-01, 2024-01-01 10:00:00 +0100, ~, true, 123456789012345678901234567890], 3: x}
day: 2024-02-03
---
first **part**

second`;

test('front matter of all kinds and the excerpt are the same if the file is not read', async () => {
  const page =
    '{{ page.a | jsonify }} {{ page.date }} {{ page.a | inspect }} {{ page.day | date: "%A" }} {{ page.excerpt }}';
  await make({ ...FILES, '_layouts/post.html': page, [A]: RICH });
  appendFileSync(join(folder, '_layouts/post.html'), ' {{ page.title }}');
  const builder = await begin();
  expect(await readDuring(() => builder.build())).toEqual([]);
  await expectCleanOutput();
});

test('an excerpt that was never shown before is cut out of the file', async () => {
  await make({ ...FILES, [A]: RICH });
  appendFileSync(join(folder, '_layouts/post.html'), ' {{ page.excerpt }}');
  const builder = await begin();
  expect(await readDuring(() => builder.build())).toEqual([A, '_posts/2024-01-02-b.md', '_posts/2024-01-03-c.md']);
  await expectCleanOutput();
  appendFileSync(join(folder, '_layouts/post.html'), '!');
  const next = await begin();
  expect(await readDuring(() => next.build())).toEqual([]);
  await expectCleanOutput();
});

test('an excerpt that shows its neighbours is updated with them', async () => {
  const text = '{{ page.next.url }} {% if page.next %}yes{% endif %}\n\nrest';
  const layout = '{{ page.excerpt }}';
  await make({ ...FILES, '_layouts/post.html': layout, '_posts/2024-01-03-c.md': post('C', text) });
  writeFileSync(join(folder, '_posts/2024-01-04-d.md'), post('D', text));
  await (await begin()).build();
  await expectCleanOutput();
});

test('a document that is not written is read, without asking for its URL', async () => {
  await make({
    ...FILES,
    '_config.yml': 'collections: [notes]\n',
    '_notes/n.md': '---\npermalink: /:nothing/\n---\nnote',
    'notes.html': '---\n---\n{{ site.notes | size }}',
  });
  const builder = await begin();
  expect(await readDuring(() => builder.build())).toEqual(['_notes/n.md']);
});

test('documents that are added and removed', async () => {
  await make();
  rmSync(join(folder, '_posts/2024-01-02-b.md'));
  writeFileSync(join(folder, '_posts/2024-01-04-d.md'), post('D', 'four'));
  await (await begin()).build();
  await expectCleanOutput();
});

test('a document without a date has the same data when it is read late', async () => {
  await make();
  appendFileSync(join(folder, 'notes.html'), '!');
  const builder = await begin();
  expect(await readDuring(() => builder.build())).toEqual([]);
  await expectCleanOutput();
});

test('a watched site whose documents have not been read yet', async () => {
  await make();
  const builder = await begin();
  await builder.build();
  appendFileSync(join(folder, A), ' more');
  const { phases, rendered } = await builder.build(change(A));
  expect(phases.map(({ phase }) => phase)).not.toContain('reset');
  expect([...rendered.keys()]).toEqual([A]);
  writeFileSync(join(folder, A), post('Changed', 'one'));
  await builder.build(change(A));
  writeFileSync(join(folder, '_posts/2024-01-02-b.md'), post('B2', 'two'));
  await builder.build(change('_posts/2024-01-02-b.md'));
  await expectCleanOutput();
});

test('a file that changes after it was looked at and before it is read', async () => {
  await make();
  appendFileSync(join(folder, '_layouts/post.html'), '!');
  const builder = await begin();
  changeOnceLookedAt();
  await builder.build();
  await builder.build(change(A));
  expect(readFileSync(join(folder, '_site/index.html'), 'utf8')).toContain('Changed meanwhile');
  await expectCleanOutput();
});

test('the same, if the next build is made by another process', async () => {
  await make();
  appendFileSync(join(folder, '_layouts/post.html'), '!');
  const builder = await begin();
  changeOnceLookedAt();
  await builder.build();
  await (await begin()).build();
  await expectCleanOutput();
});

test('bytes that are not UTF-8 stay the same from one process to the next, and their changes are noticed', async () => {
  const octets = (first: string, octet: number) => Buffer.concat([Buffer.from(first), Buffer.of(octet, 10)]);
  await make();
  for (const octet of [0xff, 0xfe]) {
    writeFileSync(join(folder, 'octets.html'), octets('---\nlayout: post\n---\n', octet));
    await (await begin()).build();
    expect(readFileSync(join(folder, '_site/octets.html')).includes(octet)).toBe(true);
  }
  // The body comes from the record.
  appendFileSync(join(folder, '_layouts/post.html'), '!');
  await (await begin()).build();
  expect(readFileSync(join(folder, '_site/octets.html')).includes(0xfe)).toBe(true);
  await expectCleanOutput();
});
