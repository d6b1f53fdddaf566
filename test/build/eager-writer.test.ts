import { expect, test } from 'vitest';
import type { Plugin } from '../../src/plugin/define-plugin.ts';
import { MemoryTree } from '../../src/util/files/memory-tree.ts';
import { memorySite } from './memory-site.ts';

/** A tree that records where something was written, in order. */
class ToldTree extends MemoryTree {
  readonly steps: string[] = [];
  readonly readings: string[] = [];

  constructor(files: Readonly<Record<string, string>>) {
    super({});
    for (const [path, text] of Object.entries(files)) super.write(path, text);
  }

  override read(path: string): Uint8Array {
    const plain = withoutDrive(path);
    if (plain.startsWith('/out/')) this.readings.push(plain);
    return super.read(path);
  }

  override write(path: string, content: string | Uint8Array): void {
    this.steps.push(withoutDrive(path));
    super.write(path, content);
  }
}

const withoutDrive = (path: string): string => path.replace(/^[A-Z]:/, '');

const FILES = {
  '_layouts/post.html': '<title>{{ page.title }}</title>“{{ content }}”{{ page.previous.content | size }}',
  '_layouts/loud.html': '{{ content | upcase }}',
  '_posts/2024-01-01-one.md': '---\nlayout: post\n---\nThe *first*: ‘é’.\n\nMore.\n',
  '_posts/2024-01-02-two.md': '---\nlayout: loud\n---\nThe *second*.\n',
  '_posts/2024-01-03-three.md': '---\nlayout: post\n---\n{{ page.previous.excerpt }}{{ site.posts.last.content }}\n',
  'index.html':
    '---\n---\n{% for post in site.posts %}{{ post.content }}{{ post.output | size }}{{ post.excerpt }}{% endfor %}',
  'same.md': '---\npermalink: /same.html\n---\nPage\n',
  'same.html': '---\n---\nThe other page',
  'a.txt': 'static',
};

interface How {
  readonly buildsOnce: boolean;
  readonly plugins?: readonly Plugin[];
}

interface Built {
  readonly steps: readonly string[];
  readonly readings: readonly string[];
  readonly texts: ReadonlyMap<string, string>;
}

async function build(how: How): Promise<Built> {
  const tree = new ToldTree(onSite(FILES));
  const site = await memorySite({}, { ...how, tree: () => tree });
  const { written } = await site.builder.build();
  const readings = [...tree.readings];
  return { steps: tree.steps, readings, texts: new Map([...written].sort().map((path) => [path, site.read(path)])) };
}

const onSite = (files: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(files).map(([path, text]) => [`/site/${path}`, text]));

test('output is written as soon as it is rendered, and read back from there if a page shows it', async () => {
  const early = await build({ buildsOnce: true });
  const late = await build({ buildsOnce: false });
  expect(early.texts).toEqual(late.texts);
  expect(early.texts.size).toBe(6);
  // In the order of rendering, not of writing. A path that two items want waits.
  expect(early.steps.slice(0, 2)).toEqual(['/out/2024/01/01/one.html', '/out/2024/01/02/two.html']);
  expect(early.steps.filter((path) => path === '/out/index.html')).toHaveLength(1);
  // However often a page is shown, its file is read once.
  expect(early.readings.length).toBeGreaterThan(0);
  expect(new Set(early.readings).size).toBe(early.readings.length);
  expect(late.steps[0]).not.toBe('/out/2024/01/01/one.html');
});

/** A plugin that records events, and may change everything that was rendered by then. */
function listener(owner: 'site' | 'documents' | 'pages', event: string, run: (subject: never) => void): Plugin {
  return { name: `${owner}-${event}`, hooks: [{ owner, event, run }] } as unknown as Plugin;
}

test('hooks are called for each item when the site is written, whenever the item was written', async () => {
  const told = async (buildsOnce: boolean): Promise<string[]> => {
    const items: string[] = [];
    const note = ({ url }: { readonly url: string }): void => void items.push(url);
    const plugins = [listener('pages', 'post_write', note), listener('documents', 'post_write', note)];
    await build({ buildsOnce, plugins });
    return items;
  };
  const items = await told(true);
  expect(items).toContain('/2024/01/01/one.html');
  expect(items).toEqual(await told(false));
});

interface Rendered {
  output: string;
  readonly site: { readonly collections: ReadonlyMap<string, { readonly docs: readonly { output: string }[] }> };
}

test('output that is changed after it was written is written again', async () => {
  const change = ({ site }: Rendered): void => {
    for (const post of site.collections.get('posts')?.docs ?? []) post.output = 'changed';
  };
  const plugins = () => [listener('pages', 'post_render', change)];
  const early = await build({ buildsOnce: true, plugins: plugins() });
  expect(early.texts.get('2024/01/01/one.html')).toBe('changed');
  expect(early.texts).toEqual((await build({ buildsOnce: false, plugins: plugins() })).texts);
});

test('nothing is written before everybody who wants to see all pages has seen them', async () => {
  const rendered: number[] = [];
  const tree = new ToldTree(onSite(FILES));
  const plugins = [listener('site', 'post_render', () => void rendered.push(tree.steps.length))];
  await (await memorySite({}, { buildsOnce: true, plugins, tree: () => tree })).builder.build();
  expect(rendered).toEqual([0]);
});

test('if cleaning the destination fails, nothing of the build is left either', async () => {
  const tree = new ToldTree(onSite(FILES));
  const site = await memorySite({}, { buildsOnce: true, config: { keep_files: 1 }, tree: () => tree });
  await expect(site.builder.build()).rejects.toThrow("'keep_files' should be a list");
  expect(tree.steps).not.toEqual([]);
  expect(tree.list('/out')).toEqual([]);
});

test.each([
  ['nothing', {}],
  ['a page', { '/out/index.html': 'before' }],
])('a build that fails leaves nothing where there was %s', async (_what, there) => {
  const tree = new ToldTree({ ...onSite({ ...FILES, 'z.html': '---\n---\n{% include nowhere.html %}' }), ...there });
  const site = await memorySite({}, { buildsOnce: true, tree: () => tree });
  await expect(site.builder.build()).rejects.toThrow('nowhere.html');
  const isEmpty = Object.keys(there).length === 0;
  expect(tree.steps.length > 0).toBe(isEmpty);
  expect(tree.list('/out').map(({ name }) => name)).toEqual(isEmpty ? [] : ['index.html']);
  if (!isEmpty) expect(site.read('index.html')).toBe('before');
});
