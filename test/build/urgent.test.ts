import { describe, expect, test } from 'vitest';
import type { Change } from '../../src/build/build-result.ts';
import { type MemorySite, memorySite, textsIn } from './memory-site.ts';

const page = (text: string, frontMatter = ''): string => `---\n${frontMatter}---\n${text}`;

const SITE = {
  '_layouts/l.html': 'one {{ content }}',
  '_posts/2024-01-01-a.md': page('a', 'layout: l\n'),
  '_posts/2024-01-02-b.md': page('b', 'layout: l\n'),
  'front.html': page('front {% for post in site.posts %}{{ post.title }}{% endfor %}', 'layout: l\n'),
};

/** Builds with an urgent page, and reports what was in the destination when it was written. */
async function buildFirst(site: MemorySite, first: string, looked: readonly string[]) {
  const told: { readonly names: readonly string[]; readonly seen: readonly string[] }[] = [];
  const result = await site.builder.build(undefined, {
    first: [first],
    onWritten: async (names) => {
      told.push({ names, seen: looked.map((name) => site.read(name)) });
    },
  });
  return { told, result };
}

/** What a clean build of the same files writes. */
async function cleanly(site: MemorySite, files: readonly string[]): Promise<readonly string[]> {
  const sources = [...textsIn(site.tree, '/site')].map(([path, text]) => [path.slice('/site/'.length), text] as const);
  const clean = await memorySite(Object.fromEntries(sources));
  await clean.builder.build();
  return files.map((name) => clean.read(name));
}

describe('a page that is being viewed', () => {
  const [front, a] = ['front.html', '2024/01/01/a.html'];

  test('is written before the others, and the rest of the build waits until that was reported', async () => {
    const site = await memorySite(SITE);
    await site.builder.build();
    site.tree.write('/site/_layouts/l.html', 'two {{ content }}');
    const { told, result } = await buildFirst(site, front, [front, a]);
    expect(told).toEqual([{ names: [front], seen: ['two front BA', 'one <p>a</p>\n'] }]);
    expect(site.read(a)).toBe('two <p>a</p>\n');
    expect([...result.written].sort()).toEqual([a, '2024/01/02/b.html', front]);
  });

  test('delays nothing if it has not changed, does not exist or is new', async () => {
    const site = await memorySite(SITE);
    await site.builder.build();
    site.tree.write('/site/_posts/2024-01-01-a.md', page('changed', 'layout: l\n'));
    site.tree.write('/site/new.html', page('new'));
    for (const name of [front, 'nowhere.html', 'new.html']) {
      expect((await buildFirst(site, name, [])).told).toEqual([]);
    }
  });

  test('that a plugin made is complete in the following builds', async () => {
    const config = { plugins: ['jekyll-sitemap'], time: '2026-01-01 00:00:00 +0000' };
    const site = await memorySite({ ...SITE, 'a.pdf': 'a' }, { config });
    await site.builder.build();
    const whole = site.read('sitemap.xml');
    const change = (path: string, text: string): readonly Change[] => {
      site.tree.write(`/site/${path}`, text);
      return [{ kind: 'changed', path: `/site/${path}` }];
    };
    const told: (readonly string[])[] = [];
    await site.builder.build(change('front.html', page('front', 'layout: l\npermalink: /f/\n')), {
      first: ['sitemap.xml'],
      onWritten: async (names) => void told.push(names),
    });
    expect(told).toEqual([['sitemap.xml']]);
    const { rendered } = await site.builder.build(change('a.pdf', 'b'));
    expect([...rendered.values()]).toEqual(['static-files']);
    expect(site.read('sitemap.xml').length).toBeGreaterThan(whole.length - 20);
    expect(site.read('sitemap.xml')).toContain('<loc>/f/</loc>');
  });

  test('that shows the text of others waits for its turn', async () => {
    const listing = page('{% for post in site.posts %}{{ post.content }}{% endfor %}', 'layout: l\n');
    const site = await memorySite({ ...SITE, 'front.html': listing });
    await site.builder.build();
    site.tree.write('/site/_posts/2024-01-01-a.md', page('changed', 'layout: l\n'));
    const { told } = await buildFirst(site, front, []);
    expect(told).toEqual([]);
    expect([site.read(front)]).toEqual(await cleanly(site, [front]));
  });

  test('whose text an earlier page shows waits for its turn; if a page begins to show it, everything is made again', async () => {
    const last = '2024/01/02/b.html';
    const shows = page('a {% for post in site.posts %}{{ post.content }}{% endfor %}', 'layout: l\n');
    for (const before of [shows, page('a', 'layout: l\n')]) {
      const site = await memorySite({ ...SITE, '_posts/2024-01-01-a.md': before });
      await site.builder.build();
      site.tree.write('/site/_posts/2024-01-01-a.md', shows);
      site.tree.write('/site/_posts/2024-01-02-b.md', page('*changed*', 'layout: l\n'));
      const { told } = await buildFirst(site, last, []);
      expect(told).toHaveLength(before === shows ? 0 : 1);
      expect([site.read(a), site.read(last)]).toEqual(await cleanly(site, [a, last]));
    }
  });

  test('that begins to list pages does not miss those that converters make before its turn', async () => {
    const site = await memorySite({ 'main.scss': page('a { b: c }'), 'z.html': page('none') });
    await site.builder.build();
    site.tree.write('/site/z.html', page('{% for p in site.pages %}{{ p.url }} {% endfor %}'));
    const urgency = { first: ['z.html'], onWritten: async () => {} };
    await site.builder.build([{ kind: 'changed', path: '/site/z.html' }], urgency);
    expect(site.read('z.html')).toContain('/main.css.map');
    expect([site.read('z.html')]).toEqual(await cleanly(site, ['z.html']));
  });

  test('is restored if the rest of the build fails', async () => {
    const site = await memorySite(SITE);
    await site.builder.build();
    site.tree.write('/site/_layouts/l.html', 'two {{ content }}');
    site.tree.write('/site/_posts/2024-01-01-a.md', page('{% nonsense %}', 'layout: l\n'));
    await expect(buildFirst(site, front, [])).rejects.toThrow('nonsense');
    expect(site.read(front)).toBe('one front BA');
    site.tree.write('/site/_layouts/l.html', SITE['_layouts/l.html']);
    site.tree.write('/site/_posts/2024-01-01-a.md', SITE['_posts/2024-01-01-a.md']);
    expect((await buildFirst(site, front, [])).result.written).toEqual([]);
  });

  test('is written first whichever language of the site it is in', async () => {
    const editions = ['', 'de'].map((folder) => ({ folder, settings: new Map([['keep_files', ['de']]]) }));
    const plugins = [{ name: 'languages', readsAreRecorded: true, editions: () => editions }];
    const site = await memorySite(SITE, { plugins });
    await site.builder.build();
    for (const [text, first] of [
      ['two', front],
      ['three', `de/${front}`],
    ] as const) {
      site.tree.write('/site/_layouts/l.html', `${text} {{ content }}`);
      expect((await buildFirst(site, first, [])).told).toEqual([{ names: [first], seen: [] }]);
    }
  });
});
