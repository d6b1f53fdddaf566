import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Change } from '../../src/build/build-result.ts';
import { linksOf2022, linksOf2025 } from '../../src/builtin/ruby-ports/bidirectional-links.ts';
import embedTweets from '../../src/builtin/ruby-ports/embed-tweets.ts';
import emptyFrontMatter from '../../src/builtin/ruby-ports/empty-front-matter.ts';
import { externalLinks } from '../../src/builtin/ruby-ports/external-links.ts';
import { highlighter } from '../../src/builtin/ruby-ports/markdown-highlighter.ts';
import { configOf, type MemorySite, memorySite, textsIn } from '../build/memory-site.ts';
import { filesIn } from '../files-in.ts';

const FOLDER = join(import.meta.dirname, 'garden');
const PLUGINS = [linksOf2025, embedTweets, emptyFrontMatter, highlighter, externalLinks];

const SOURCE = filesIn(join(FOLDER, 'source'));

function garden(files: Readonly<Record<string, string>>, plugins = PLUGINS): Promise<MemorySite> {
  const config = configOf(SOURCE);
  return memorySite(files, { config, plugins });
}

/** The folder `expected` is what Jekyll made of `source` with the Ruby files of the digital garden template. */
test('a digital garden is what its Ruby files make of it', async () => {
  const site = await garden(SOURCE);
  await site.builder.build();
  const expected = Object.entries(filesIn(join(FOLDER, 'expected'))).map(([path, text]) => [`/out/${path}`, text]);
  expect(Object.fromEntries(textsIn(site.tree, '/out'))).toEqual(Object.fromEntries(expected));
});

test('a note has a number in the graph of older versions', async () => {
  const files = { '_notes/a.md': '---\ntitle: A b_9é\n---\n', 'g.json': '---\n---\n{% include notes_graph.json %}' };
  const site = await garden(files, [linksOf2022]);
  await site.builder.build();
  expect(site.read('g.json')).toBe('{"edges":[],"nodes":[{"id":"13365","path":"/b/a","label":"A b_9é"}]}');
});

const EDITS: readonly Readonly<Record<string, string | null>>[] = [
  { '_notes/cats.md': '---\ntitle: Cats\n---\n[[blank]] [[new]]\n' },
  { '_notes/new.md': 'Just text, [[cats|of cats]].\n' },
  { '_notes/new.md': '---\ntitle: Old\n---\n' },
  { '_notes/blank.md': null },
  { '_pages/home.md': '---\ntitle: House\n---\n[[old]]' },
];

test('after every edit it is what a clean build makes', async () => {
  const files: Record<string, string> = { ...SOURCE };
  const site = await garden(files);
  await site.builder.build([]);
  for (const edit of EDITS) {
    const changes = Object.entries(edit).map(([path, text]): Change => {
      const kind = text === null ? 'removed' : path in files ? 'changed' : 'added';
      if (text === null) site.tree.remove(`/site/${path}`);
      else site.tree.write(`/site/${path}`, text);
      if (text === null) delete files[path];
      else files[path] = text;
      return { kind, path: `/site/${path}` };
    });
    await site.builder.build(changes);
    const clean = await garden(files);
    await clean.builder.build();
    expect(textsIn(site.tree, '/out')).toEqual(textsIn(clean.tree, '/out'));
  }
});
