import { describe, expect, test } from 'vitest';
import { build } from '../../src/build/build.ts';
import { MemoryTree } from '../../src/util/files/memory-tree.ts';
import { silentLog } from '../../src/util/program/log.ts';
import { memorySite } from './memory-site.ts';

const page = (text: string, frontMatter = ''): string => `---\n${frontMatter}---\n${text}`;

describe('a build', () => {
  test('places a page in its layouts, and reports what it wrote', async () => {
    const site = await memorySite({
      '_layouts/inner.html': page('<i>{{ content }}</i>', 'layout: outer\n'),
      '_layouts/outer.html': '<o>{{ content }}{{ page.title }}</o>',
      'a.md': page('*b*', 'layout: inner\ntitle: T\n'),
      'c.txt': 'as it is',
    });
    const result = await site.builder.build();
    expect(site.read('a.html')).toBe('<o><i><p><em>b</em></p>\n</i>T</o>');
    expect(site.read('c.txt')).toBe('as it is');
    expect(result).toMatchObject({ pages: 1, written: ['a.html', 'c.txt'], removed: [], warnings: [] });
    // On Windows the path begins with a drive.
    const text = expect.stringMatching(/^ +Writing: (?:[A-Z]:)?\/out\/a\.html$/);
    expect(site.log.messages).toContainEqual({ level: 'debug', text });
  });

  test('writes to a relative destination from the folder in which it was started, whatever the current folder of the process is', async () => {
    const site = await memorySite({ 'a.html': page('a') }, { config: { destination: 'made/here' }, folder: '/start' });
    expect((await site.builder.build()).written).toEqual(['a.html']);
    expect(site.tree.status('/start/made/here/a.html')?.kind).toBe('file');
  });

  test('writes only what changed the second time, and removes what no longer exists', async () => {
    const site = await memorySite({ 'a.html': page('a'), 'b.html': page('b'), 'c.txt': 'c' });
    await site.builder.build();
    expect((await site.builder.build()).written).toEqual([]);
    site.tree.write('/site/a.html', page('changed'));
    site.tree.remove('/site/b.html');
    const result = await site.builder.build();
    expect(result.written).toEqual(['a.html']);
    expect(result.removed).toEqual(['b.html']);
    expect(site.read('a.html')).toBe('changed');
  });

  test('lists what was built: documents first, the last ones before the others', async () => {
    const site = await memorySite(
      {
        '_posts/2024-01-01-a.md': page('a', 'title: A\n'),
        '_posts/2024-01-02-b.md': page('b', 'title: " "\n'),
        '_drafts/c.md': page('c', 'date: 2024-01-03\n'),
        '_notes/n.md': page('n'),
        'index.html': page('d', 'title: Front\n'),
      },
      { config: { show_drafts: true, collections: new Map([['notes', new Map([['output', true]])]]) } },
    );
    await site.builder.build();
    expect(site.builder.pages().map(({ kind, title, url }) => [kind, title, url])).toEqual([
      ['document', 'N', '/notes/n.html'],
      ['draft', 'C', '/2024/01/03/c.html'],
      ['post', '/2024/01/02/b.html', '/2024/01/02/b.html'],
      ['post', 'A', '/2024/01/01/a.html'],
      ['page', 'Front', '/'],
    ]);
  });

  test('makes a page again that shows a part of the present time which has changed, and no other', async () => {
    let now = Date.UTC(2024, 0, 31, 23, 59, 30);
    const showing = (part: string) => page(`{{ 'now' | date: '${part}' }}`);
    const files = { 'year.html': showing('%Y'), 'month.html': showing('%m'), 'plain.html': page('plain') };
    const site = await memorySite(files, { now: () => now });
    await site.builder.build();
    now += 60_000;
    expect((await site.builder.build()).written).toEqual(['month.html']);
    now += 29 * 86_400_000;
    site.tree.write('/site/plain.html', page('other'));
    const { written } = await site.builder.build([{ kind: 'changed', path: '/site/plain.html' }]);
    expect([...written].sort()).toEqual(['month.html', 'plain.html']);
    expect([site.read('year.html'), site.read('month.html')]).toEqual(['2024', '03']);
  });

  test('makes pages again that pass something on to the next one if one comes between or goes away', async () => {
    const text = page('', 'layout: cycling\n');
    const layout = { '_layouts/cycling.html': '{% cycle "odd", "even" %}' };
    const site = await memorySite({ ...layout, 'a.html': text, 'c.html': text });
    await site.builder.build();
    expect(site.read('c.html')).toBe('even');
    site.tree.write('/site/b.html', text);
    await site.builder.build();
    expect([site.read('b.html'), site.read('c.html')]).toEqual(['even', 'odd']);
    site.tree.remove('/site/b.html');
    await site.builder.build();
    expect(site.read('c.html')).toBe('even');
    // A source map is made anew each time, and is neither new nor gone.
    site.tree.write('/site/main.scss', page('a { b: c }'));
    await site.builder.build();
    expect((await site.builder.build()).rendered).toEqual(new Map());
  });

  test('makes a script again whose text has changed', async () => {
    const site = await memorySite({ 'a.coffee': page('a = 1') }, { config: { plugins: ['jekyll-coffeescript'] } });
    await site.builder.build();
    site.tree.write('/site/a.coffee', page('a = 2'));
    expect((await site.builder.build()).written).toEqual(['a.js']);
  });

  test('copies a static file again that changed twice within one tick of the clock of the file system', async () => {
    const later = Date.now() + 3_600_000;
    const site = await memorySite({ 'c.txt': 'one' }, { tree: (files) => new MemoryTree(files, () => later) });
    await site.builder.build();
    site.tree.write('/site/c.txt', 'two');
    expect((await site.builder.build()).written).toEqual(['c.txt']);
    expect(site.read('c.txt')).toBe('two');
  });

  test('notices a changed layout, include and data file', async () => {
    const site = await memorySite({
      '_layouts/l.html': '1{{ content }}',
      '_includes/i.html': '2',
      '_data/d.yml': 'key: 3',
      'a.html': page('{% include i.html %}{{ site.data.d.key }}', 'layout: l\n'),
    });
    await site.builder.build();
    expect(site.read('a.html')).toBe('123');
    site.tree.write('/site/_layouts/l.html', '4{{ content }}');
    site.tree.write('/site/_includes/i.html', '5');
    site.tree.write('/site/_data/d.yml', 'key: 6');
    await site.builder.build();
    expect(site.read('a.html')).toBe('456');
  });

  test.each([
    ['a page', 'a.html'],
    ['a post', '_posts/2024-01-01-a.md'],
    ['a layout', '_layouts/l.html'],
  ])('no longer warns of the front matter of %s once it has none that could be broken', async (_, path) => {
    const broken = page('x', 'title: "x\n');
    const site = await memorySite({ 'b.html': page('b', 'layout: l\n'), '_layouts/l.html': 'l', [path]: broken });
    expect((await site.builder.build()).warnings).toHaveLength(1);
    site.tree.write(`/site/${path}`, broken.replace('\n---\n', '\n'));
    expect((await site.builder.build([{ kind: 'changed', path: `/site/${path}` }])).warnings).toEqual([]);
  });

  test('that fails leaves the destination as it was', async () => {
    const site = await memorySite({ 'a.html': page('good'), 'b.html': page('b') });
    await site.builder.build();
    site.tree.write('/site/a.html', page('changed'));
    site.tree.write('/site/b.html', page('{% nonsense %}'));
    await expect(site.builder.build()).rejects.toMatchObject({ location: { file: 'b.html', line: 1 } });
    expect(site.read('a.html')).toBe('good');
  });

  test('starts from the beginning each time: counters and cycles do not continue', async () => {
    const site = await memorySite({ 'a.html': page('{% increment n %}{% cycle "x", "y" %}') });
    await site.builder.build();
    site.tree.write('/site/b.txt', 'b');
    await site.builder.build();
    expect(site.read('a.html')).toBe('0x');
  });

  test('keeps what keep_files names', async () => {
    const site = await memorySite({ 'a.html': page('a') }, { config: { keep_files: ['kept'] } });
    site.tree.write('/out/kept/x', 'x');
    site.tree.write('/out/old/y', 'y');
    expect((await site.builder.build()).removed).toEqual(['old']);
    expect(site.read('kept/x')).toBe('x');
  });
});

test('lsi leads to a warning, and related posts are the newest ones', async () => {
  const site = await memorySite({ 'a.html': '---\n---\n' }, { config: { lsi: true } });
  await site.builder.build();
  const warnings = site.log.messages.filter(({ level }) => level === 'warn').map(({ text }) => text.trim());
  expect(warnings).toEqual([expect.stringMatching(/^Related posts: `lsi` needs a Ruby gem/)]);
});

test('libraries of Ruby that old sites name under plugins add nothing', async () => {
  const site = await memorySite({ 'a.html': page('a') }, { config: { plugins: ['yaml', 'net/http', 'kramdown'] } });
  await site.builder.build();
  expect(site.log.messages.filter(({ level }) => level === 'warn')).toEqual([]);
});

test.each([true, false])('in safe mode (%s) folders of plugins are not even listed', async (safe) => {
  const listed: string[] = [];
  class Watched extends MemoryTree {
    override list(folder: string): ReturnType<MemoryTree['list']> {
      listed.push(folder);
      return super.list(folder);
    }
  }
  const config = { safe, plugins_dir: '/elsewhere' };
  const site = await memorySite({ 'a.html': page('a') }, { config, tree: (files) => new Watched(files) });
  await site.builder.build();
  expect(listed.includes('/elsewhere')).toBe(!safe);
});

describe('a builder refuses', () => {
  test.each([
    ['a destination that is the source', { destination: '/site' }, 'InvalidDestination'],
    ['a destination around the source', { source: '/site/docs', destination: '/site' }, 'InvalidDestination'],
    ['a source that is not there', { source: '/nowhere' }, 'MissingSource'],
    ['a theme that is not there', { theme: 'no-such-theme' }, 'MissingDependency'],
    ['a plugin nobody knows', { plugins: ['no-such-plugin'] }, 'MissingDependency'],
  ])('%s', async (_, config, code) => {
    await expect(memorySite({ 'docs/a.html': page('a') }, { config })).rejects.toMatchObject({ code });
  });
});

describe('a plugin', () => {
  test('adds pages, filters, tags, converters and hooks', async () => {
    const site = await memorySite(
      { 'a.html': page('{{ "x" | shout }}{% year %}'), 'b.loud': page('quiet') },
      {
        plugins: [
          {
            name: 'everything',
            filters: { shout: { apply: (input) => `${String(input)}!` } },
            tags: { year: { parse: () => ({ render: () => 1886 }) } },
            converters: [
              {
                name: 'loud',
                matches: (extension) => extension === '.loud',
                outputExtension: () => '.html',
                convert: (text) => text.toUpperCase(),
              },
            ],
            hooks: [
              {
                owner: 'pages',
                event: 'post_render',
                run: (item) => {
                  item.output += '+';
                },
              },
            ],
            generators: [
              {
                name: 'more',
                generate: async ({ pages }, tools) => {
                  await Promise.resolve();
                  pages.push(tools.readPage('', 'a.html'));
                },
              },
            ],
          },
        ],
      },
    );
    expect((await site.builder.build()).pages).toBe(3);
    expect(site.read('a.html')).toBe('x!1886+');
    expect(site.read('b.html')).toBe('QUIET+');
  });

  test('with an asynchronous hook of a page is an error', async () => {
    const hook = { owner: 'pages', event: 'pre_render', run: async () => {} } as const;
    const site = await memorySite({ 'a.html': page('a') }, { plugins: [{ name: 'slow', hooks: [hook] }] });
    await expect(site.builder.build()).rejects.toThrow('The hook pages pre_render of the plugin slow is asynchronous');
  });
});

test('two sites can be built at the same time without affecting each other', async () => {
  const [one, two] = await Promise.all([
    memorySite({ 'a.html': page('{{ site.title }}') }, { config: { title: 'one' } }),
    memorySite({ 'a.html': page('{{ site.title }}') }, { config: { title: 'two' } }),
  ]);
  await Promise.all([one.builder.build(), two.builder.build()]);
  expect([one.read('a.html'), two.read('a.html')]).toEqual(['one', 'two']);
});

test.each([
  [-1, '-1.999000000'],
  [1500.25, '1.500250000'],
])('the time may be %s milliseconds from 1970', async (now, seconds) => {
  const tree = new MemoryTree({ '/site/a.html': page("{{ 'now' | date: '%s.%N' }}") });
  const overrides = { source: '/site', destination: '/out', skip_config_files: true };
  await build({ tree, overrides, folder: '/site', environment: { TZ: 'UTC' }, now: () => now });
  expect(new TextDecoder().decode(tree.read('/out/a.html'))).toBe(seconds);
});

test('a build for a program tells the given log of the build too, not only of the configuration', async () => {
  const log = silentLog();
  const tree = new MemoryTree({ '/site/a.html': page('a', 'layout: none-such\n') });
  await build({ tree, log, overrides: { source: '/site', destination: '/out' }, folder: '/site' });
  expect(log.messages.map(({ text }) => text)).toContainEqual(expect.stringContaining("Layout 'none-such' requested"));
});
