import { expect, test } from 'vitest';
import type { PluginHook } from '../../src/plugin/hook.ts';
import { Hooks } from '../../src/site/hooks.ts';
import { memorySite } from './memory-site.ts';

const OWNERS = ['site', 'pages', 'posts', 'documents', { collection: 'items' }] as const;
/** The order in which hooks were registered with Jekyll: mixed priorities, some repeated, some missing. */
const PRIORITIES = ['low', undefined, 'high', 'normal', 'low', 'high', undefined] as const;

function hooksOf(calls: string[]): PluginHook[] {
  const note = (text: string) => ({ event: 'pre_render' as const, run: () => void calls.push(text) });
  return OWNERS.flatMap((owner) =>
    PRIORITIES.map((priority, index): PluginHook => {
      const name = typeof owner === 'string' ? owner : owner.collection;
      return { owner, ...note(`${name}${index + 1}`), ...(priority === undefined ? {} : { priority }) };
    }),
  );
}

const inOrder = (owner: string): string => [3, 6, 2, 4, 7, 1, 5].map((number) => `${owner}${number}`).join(' ');

// What a Ruby plugin with the same hooks prints with Jekyll 4.4.1.
test('hooks are called by priority and in the order of registration, those of a collection before those of all documents', async () => {
  const calls: string[] = [];
  const site = await memorySite(
    {
      '_posts/2020-01-01-p.md': '---\n---\np',
      '_items/i.md': '---\n---\ni',
      'x.md': '---\n---\nx',
    },
    { config: { collections: { items: { output: true } } }, plugins: [{ name: 'order', hooks: hooksOf(calls) }] },
  );
  await site.builder.build();
  const order = ['site', 'posts', 'documents', 'items', 'documents', 'pages'];
  expect(calls.join(' ')).toBe(order.map(inOrder).join(' '));
});

/** Every event of a build with a post, a page and an obsolete file, as a Ruby plugin with all hooks prints them with Jekyll 4.4.1. */
const EVENTS = `
site after_init, site after_reset, posts post_init, pages post_init, site post_read,
site pre_render, posts pre_render, posts post_convert, posts post_render, pages pre_render, pages post_convert, pages post_render,
site post_render, clean on_obsolete, pages post_write, posts post_write, site post_write`;

test('all events happen in the order of Jekyll', async () => {
  const expected = EVENTS.trim().split(/,\s+/);
  const calls: string[] = [];
  const hooks = [...new Set(expected)].map((call) => {
    const [owner, event] = call.split(' ');
    return { owner, event, run: () => void calls.push(call) } as PluginHook;
  });
  const files = { '_posts/2020-01-01-p.md': '---\n---\np', 'x.md': '---\n---\nx', '_site/old.html': 'old' };
  const site = await memorySite(files, { plugins: [{ name: 'all', hooks }], config: { destination: '/site/_site' } });
  await site.builder.build();
  expect(calls).toEqual(expected);
});

test('a hook may change items, unless it runs outside of their rendering or promises to change only their output', () => {
  const mayChange = (owner: string, event: string, changesOnlyOutput: boolean): boolean => {
    const hooks = new Hooks();
    hooks.register('site', 'pre_render', () => {});
    hooks.register(owner, event, () => {}, { changesOnlyOutput });
    return hooks.mayChangeItems;
  };
  expect(mayChange('pages', 'post_render', false)).toBe(true);
  expect(mayChange('pages', 'post_render', true)).toBe(false);
  expect(mayChange('items', 'pre_render', true)).toBe(true);
  expect(mayChange('documents', 'post_convert', false)).toBe(true);
  expect(mayChange('documents', 'post_init', false)).toBe(false);
  expect(mayChange('site', 'post_render', false)).toBe(false);
});

test('an unknown event is an error that names the known ones', () => {
  const hooks = new Hooks();
  expect(() => hooks.register('posts', 'nonsense', () => {})).toThrow(
    'Invalid hook. posts supports only the following hooks post_init, pre_render, post_convert, post_render, post_write',
  );
  expect(() => hooks.register('clean', 'post_init', () => {})).toThrow('on_obsolete');
});

test('hooks before rendering can change the variables of the render', async () => {
  const hooks: PluginHook[] = [
    {
      owner: 'pages',
      event: 'pre_render',
      run: (page, _tools, variables) => {
        variables?.setOfPage('mine', `of ${page.name}`);
        variables?.set('seen', [variables.get('seen'), page.name].join(' '));
      },
    },
    {
      owner: 'posts',
      event: 'pre_render',
      run: (_post, _tools, variables) => variables?.setOfPage('mine', 'of a post'),
    },
  ];
  const text = '---\n---\n{{ page.mine }},{{ seen }}{% for other in site.html_pages %}{{ other.mine }}{% endfor %}';
  const files = { 'a.html': text, 'b.html': text, '_posts/2020-01-01-p.html': '---\n---\n{{ page.mine }}' };
  const { builder, read } = await memorySite(files, { plugins: [{ name: 'variables', hooks }] });
  await builder.build();
  expect([read('a.html'), read('b.html'), read('2020/01/01/p.html')]).toEqual([
    'of a.html, a.html',
    'of b.html, a.html b.html',
    'of a post',
  ]);
});

test('a body that a hook has changed is not taken for the body as it was converted', async () => {
  const run = (item: { content: string | null }) => {
    item.content += '!';
  };
  const hooks: PluginHook[] = [{ owner: 'pages', event: 'post_convert', run }];
  const plugins = [{ name: 'louder', readsAreRecorded: true, hooks }];
  const site = await memorySite(
    { 'a.html': '---\nlayout: l\n---\na', '_layouts/l.html': '1 {{ content }}' },
    { plugins },
  );
  for (const number of [1, 2, 3]) {
    site.tree.write('/site/_layouts/l.html', `${number} {{ content }}`);
    await site.builder.build();
    expect(site.read('a.html')).toBe(`${number} a!`);
  }
});
