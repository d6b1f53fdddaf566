import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { createBuilder } from '../../src/build/create-builder.ts';
import { loadConfig } from '../../src/config/load-config.ts';
import { ConversionPool } from '../../src/converters/workers/conversion-pool.ts';
import { ConversionWorkers } from '../../src/converters/workers/conversion-workers.ts';
import type { Plugin } from '../../src/plugin/define-plugin.ts';
import { silentLog } from '../../src/util/program/log.ts';
import { folderOf } from '../server/folder.ts';
import { memorySite } from './memory-site.ts';

const POSTS = 400;
const PAGES = 100;

/** Bodies that can be rendered ahead of their turn, and bodies that must not be. */
const BODIES: readonly ((index: number) => string)[] = [
  (index) => `Plain *text* ${index}.\n\nMore \`code\`.\n`,
  () => 'The same text in every post.\n',
  (index) => `{{ page.title | upcase }} {{ site.posts.size }} {% if page.next %}next{% endif %} ${index}\n`,
  () => '{% highlight ruby %}\nputs 1 if a < 2\n{% endhighlight %}\n',
  () => '{% increment counter %} {{ counter }}\n',
  () => '{{ counter }} {{ content | size }} {{ layout.name }}\n',
  () => '{% cycle "a", "b" %} {% include note.html %}\n',
  () => '{{ site.posts[3].content | size }} {{ site.posts[3].output | size }} {{ page.previous.excerpt }}\n',
  (index) => `{% assign left = ${index} %}{{ left }} {% capture kept %}x{% endcapture %}{{ kept }}\n`,
  () => '{{ page.excerpt | strip_html }} {{ page.content | size }}\n',
];

/** Bodies that read other pages, before and after their turn. */
const PAGE_BODIES: readonly ((index: number) => string)[] = [
  () => '{% assign other = site.pages | where: "title", "Page 90" | first %}{{ other.content | size }}\n',
  () => '{% assign other = site.pages[3] %}{{ other.content }} {{ other.excerpt }} {{ other.title }}\n',
  () => '{% for other in site.html_pages %}{{ other.url }}{% endfor %} {{ page.name }} {{ page.dir }}\n',
];

function files(): Record<string, string> {
  const found: Record<string, string> = {
    '_layouts/post.html':
      '<p>{{ page.excerpt }}</p>{{ content }}{% cycle "x", "y", "z" %}{{ content | number_of_words }}',
    '_includes/note.html': '{% increment note %}{{ include }}',
    'index.html': '---\n---\n{% for post in site.posts %}{{ post.excerpt }}{{ post.content | size }}{% endfor %}',
  };
  for (let index = 0; index < POSTS; index++) {
    const day = `20${10 + (index % 10)}-0${1 + (index % 9)}-1${index % 7}`;
    const body = BODIES[index % BODIES.length]?.(index) ?? '';
    found[`_posts/${day}-post-${index}.md`] = `---\nlayout: post\ntitle: Post ${index}\n---\n${body}`;
  }
  for (let index = 0; index < PAGES; index++) {
    const body = [...BODIES, ...PAGE_BODIES][index % (BODIES.length + PAGE_BODIES.length)]?.(index) ?? '';
    found[`docs/${index}.md`] = `---\nlayout: post\ntitle: Page ${index}\n---\n${body}`;
  }
  return found;
}

async function buildAll(options: { usesWorkers: boolean; plugins?: readonly Plugin[] }): Promise<Map<string, string>> {
  const site = await memorySite(files(), options);
  const { written } = await site.builder.build();
  return new Map([...written].sort().map((path) => [path, site.read(path)]));
}

test('worker threads make the same bytes, whatever a body reads', async () => {
  const [without, within] = [await buildAll({ usesWorkers: false }), await buildAll({ usesWorkers: true })];
  expect(without.size).toBe(POSTS + PAGES + 1);
  expect(within).toEqual(without);
});

test('a hook that changes texts before they are rendered works with worker threads too', async () => {
  const shout: Plugin = {
    name: 'shout',
    hooks: [
      {
        owner: 'documents',
        event: 'pre_render',
        run: (item) => {
          if ('content' in item && item.content !== null) item.content = item.content.replaceAll('text', 'TEXT');
        },
      },
    ],
  };
  const [without, within] = [
    await buildAll({ usesWorkers: false, plugins: [shout] }),
    await buildAll({ usesWorkers: true, plugins: [shout] }),
  ];
  expect([...within.values()].some((html) => html.includes('TEXT'))).toBe(true);
  expect(within).toEqual(without);
});

test('a setting that cannot be sent to a thread does not stop the worker threads', async () => {
  const living: Plugin = {
    name: 'living',
    generators: [{ name: 'living', generate: (site) => site.setConfig('living', { page: () => site.pages }) }],
  };
  const [without, within] = [
    await buildAll({ usesWorkers: false, plugins: [living] }),
    await buildAll({ usesWorkers: true, plugins: [living] }),
  ];
  expect(within).toEqual(without);
});

test.runIf(availableParallelism() > 1)('a first build on a disk announces its texts to worker threads', async () => {
  const folder = folderOf(files());
  const log = silentLog();
  const config = loadConfig({ log, overrides: { source: folder, destination: join(folder, '_site') }, folder });
  const announced = vi.spyOn(ConversionPool.prototype, 'add');
  const build = async () => (await createBuilder({ config, log, environment: { TZ: 'UTC' }, folder })).build();
  await build();
  expect(announced.mock.calls.length).toBeGreaterThan(POSTS / 4);
  announced.mockClear();
  await build();
  expect(announced).not.toHaveBeenCalled();
});

test.runIf(availableParallelism() > 1)(
  'the threads are started before a site with many posts is read, and closed whatever happens',
  async () => {
    const started = vi.spyOn(ConversionWorkers.prototype, 'start');
    const closed = vi.spyOn(ConversionWorkers.prototype, 'close');
    const startsBeforeReading: number[] = [];
    const failing: Plugin = {
      name: 'failing',
      hooks: [
        {
          owner: 'site',
          event: 'post_read',
          run: () => {
            startsBeforeReading.push(started.mock.calls.length);
            throw new Error('read');
          },
        },
      ],
    };
    for (const posts of [POSTS, 20]) {
      started.mockClear();
      closed.mockClear();
      const site: Record<string, string> = {};
      for (let index = 0; index < posts; index++) site[`_posts/2024-01-01-post-${index}.md`] = 'Text';
      const { builder } = await memorySite(site, { usesWorkers: true, plugins: [failing] });
      await expect(builder.build()).rejects.toThrow('read');
      expect(closed).toHaveBeenCalled();
    }
    expect(startsBeforeReading).toEqual([1, 0]);
  },
);

test.runIf(availableParallelism() > 1)('the texts of pages are announced too, each once', async () => {
  const announced = vi.spyOn(ConversionPool.prototype, 'add');
  const site: Record<string, string> = {};
  for (let index = 0; index < POSTS; index++) site[`docs/${index}.md`] = `---\n---\nThe *page* ${index}`;
  announced.mockClear();
  const { builder, read } = await memorySite(site, { usesWorkers: true });
  await builder.build();
  expect(announced.mock.calls.map(([text]) => text).sort()).toEqual(
    Object.values(site)
      .map((text) => text.slice(8))
      .sort(),
  );
  expect(read('docs/7.html')).toBe('<p>The <em>page</em> 7</p>\n');
});

test.runIf(availableParallelism() > 1)(
  'the excerpts of an index are announced too, starting with the newest',
  async () => {
    const announced = vi.spyOn(ConversionPool.prototype, 'add');
    const blog: Record<string, string> = {
      'index.html': '---\n---\n{% for post in site.posts %}{{ post.excerpt }}{% endfor %}',
    };
    for (let index = 0; index < POSTS; index++) {
      const day = new Date(Date.UTC(2020, 0, 1 + index)).toISOString().slice(0, 10);
      blog[`_posts/${day}-post.md`] = `Excerpt *${index}*\n\nThe rest of ${index}`;
    }
    announced.mockClear();
    const site = await memorySite(blog, { usesWorkers: true });
    await site.builder.build();
    const excerpts = announced.mock.calls.map(([text]) => text).filter((text) => !text.includes('rest'));
    expect(excerpts.length).toBeGreaterThan(POSTS / 2);
    expect(excerpts[0]).toMatch(/^Excerpt \*3[5-9]\d\*/);
    expect(site.read('index.html')).toContain('<p>Excerpt <em>7</em></p>');
  },
);

test.runIf(availableParallelism() > 1)(
  'if each post shows its own excerpt, nearly all excerpts are announced',
  async () => {
    const announced = vi.spyOn(ConversionPool.prototype, 'add');
    const blog: Record<string, string> = { '_layouts/post.html': '{{ page.excerpt }}{{ content }}' };
    for (let index = 0; index < POSTS; index++) {
      const day = new Date(Date.UTC(2020, 0, 1 + index)).toISOString().slice(0, 10);
      blog[`_posts/${day}-post.md`] = `---\nlayout: post\n---\nExcerpt *${index}*\n\nThe rest of ${index}`;
    }
    announced.mockClear();
    const site = await memorySite(blog, { usesWorkers: true });
    await site.builder.build();
    const excerpts = announced.mock.calls.map(([text]) => text).filter((text) => !text.includes('rest'));
    expect(excerpts.length).toBeGreaterThan(0.8 * POSTS);
  },
);

test.runIf(availableParallelism() > 1)('a worker converts what was announced', async () => {
  const workers = new ConversionWorkers();
  const pool = new ConversionPool(8 * 200, new Map([['highlighter', 'rouge']]), workers.start());
  let html: string | undefined;
  for (let round = 0; round < 200 && html === undefined; round++) {
    for (let index = 0; index < 8; index++) pool.add(`Text *${round}* ${index}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
    html = pool.take(`Text *${round}* 3`, (text) => text);
    if (html !== undefined) expect(html).toBe(`<p>Text <em>${round}</em> 3</p>\n`);
  }
  workers.close();
  expect(html).toBeDefined();
  expect(pool.take('never announced', (text) => text)).toBeUndefined();
});
