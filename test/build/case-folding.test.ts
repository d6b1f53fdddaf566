import { expect, test } from 'vitest';
import type { Change } from '../../src/build/build-result.ts';
import { DiskTree } from '../../src/util/files/disk-tree.ts';
import { folderOf } from '../server/folder.ts';
import { CaseFoldingTree } from './case-folding-tree.ts';
import { type MemorySite, memorySite, textsIn } from './memory-site.ts';

type Files = Readonly<Record<string, string>>;

const page = (permalink: string, text: string): string => `---\npermalink: ${permalink}\n---\n${text}`;

const make = (files: Files): Promise<MemorySite> =>
  memorySite(files, { tree: (content) => new CaseFoldingTree(content) });

async function buildClean(files: Files): Promise<ReadonlyMap<string, string>> {
  const { builder, tree } = await make(files);
  await builder.build();
  return textsIn(tree, '/out');
}

const BEFORE: Files = {
  'a.html': page('/Foo.html', 'a'),
  'b.html': page('/foo.html', 'b'),
  'c.html': page('/Tag/c.html', 'c'),
  'd.html': page('/tag/d.html', 'd'),
  'e.html': page('/Other/e.html', 'e'),
  'Last.txt': 'copied',
  '_posts/2024-01-01-last.md': page('/last.txt', 'post'),
};

const EDITS: Readonly<Record<string, Readonly<Record<string, string | null>>>> = {
  'the page that does not win changes': { 'a.html': page('/Foo.html', 'A') },
  'the page that wins changes': { 'b.html': page('/foo.html', 'B') },
  'the page that does not win is removed': { 'a.html': null },
  'the page that wins is removed': { 'b.html': null },
  'the page whose folder has its name is removed': { 'c.html': null },
  'another page of that folder is removed': { 'd.html': null },
  'a page in between changes, so that nothing is removed': { 'e.html': page('/Other/e.html', 'E') },
  'a page gets a name that differs only by case': { 'e.html': page('/other/E.html', 'e') },
  'a file is no longer covered by a post': { '_posts/2024-01-01-last.md': null },
};

test.each(Object.entries(EDITS))(
  'where case does not count in names, a build equals a clean one if %s',
  async (_, edit) => {
    const { builder, tree } = await make(BEFORE);
    await builder.build();
    const after: Record<string, string> = { ...BEFORE };
    const changes = Object.entries(edit).map(([name, text]): Change => {
      if (text === null) {
        delete after[name];
        tree.remove(`/site/${name}`);
      } else {
        after[name] = text;
        tree.write(`/site/${name}`, text);
      }
      return { kind: text === null ? 'removed' : 'changed', path: `/site/${name}` };
    });
    await builder.build(changes);
    expect(textsIn(tree, '/out')).toEqual(await buildClean(after));
  },
);

test('pages that become one file there are a conflict', async () => {
  const { builder, log } = await make(BEFORE);
  await builder.build();
  const printed = log.messages.map(({ text }) => text).join('\n');
  expect(printed).toContain('This disk does not distinguish capitals from small letters:');
  expect(printed).toMatch(/\/out\/Foo\.html\s+\S*\/out\/foo\.html\s+- a\.html\s+- b\.html/);
});

test('the disk is asked whether case counts, also where the folder does not exist yet', () => {
  const tree = new DiskTree();
  const folder = folderOf({ 'site/index.html': '' });
  const folds = tree.status(`${folder}/SITE`) !== undefined;
  expect([`${folder}/site`, `${folder}/site/_site/2024`].map((path) => tree.foldsCase(path))).toEqual([folds, folds]);
});
