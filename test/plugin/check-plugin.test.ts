import { describe, expect, test } from 'vitest';
import { BUILTINS } from '../../src/builtin/builtins.ts';
import { UttersonError } from '../../src/errors.ts';
import { checkPlugin } from '../../src/plugin/check-plugin.ts';

const run = () => {};
const NO_PLUGIN =
  "Write `export default definePlugin({ name: '…', … })`. A file that others import must not have a default export.";

/** Values that are not plugins, with what is printed about them. */
const FAULTY: readonly (readonly [plugin: unknown, message: string, hint?: string])[] = [
  [undefined, '_plugins/a.mjs exports no plugin', NO_PLUGIN],
  [{ filters: {} }, '_plugins/a.mjs exports no plugin', NO_PLUGIN],
  [{ name: 'a', filter: {} }, 'The plugin a: `filter` is not a known key', 'Did you mean `filters`?'],
  [{ name: 'a', filters: [run] }, 'The plugin a: `filters` must be an object with one key for each name'],
  [{ name: 'a', filters: { b: run } }, 'The plugin a: `filters.b` must be an object with `apply`'],
  [{ name: 'a', filters: { b: { apply: 'x' } } }, 'The plugin a: `filters.b.apply` must be a function'],
  [
    { name: 'a', filters: { b: { apply: run, args: 1 } } },
    'The plugin a: `filters.b.args` is not a known key',
    'The keys here are `apply`, `required`, `optional`.',
  ],
  [{ name: 'a', tags: { b: {} } }, 'The plugin a: `tags.b.parse` is missing'],
  [{ name: 'a', tags: { b: { parse: run, isBlock: 1 } } }, 'The plugin a: `tags.b.isBlock` must be true or false'],
  [{ name: 'a', generators: { name: 'b' } }, 'The plugin a: `generators` must be a list'],
  [
    { name: 'a', generators: [{ name: 'b', generate: run, priority: 'first' }] },
    'The plugin a: `generators[0].priority` must be one of lowest, low, normal, high, highest',
  ],
  [{ name: 'a', converters: [{ name: 'b' }] }, 'The plugin a: `converters[0].matches` is missing'],
  [
    { name: 'a', hooks: [{ owner: 'post', event: 'post_render', run }] },
    'The plugin a: `hooks[0].owner` must be one of site, pages, documents, posts, clean',
    "For the documents of one collection write `{ collection: 'NAME' }`.",
  ],
  [
    { name: 'a', hooks: [{ owner: 'clean', event: 'post_render', run }] },
    'The plugin a: `hooks[0].event` must be one of on_obsolete',
  ],
  [
    { name: 'a', hooks: [{ owner: 'site', event: 'post_read', run, priority: 'highest' }] },
    'The plugin a: `hooks[0].priority` must be low, normal, high or a number',
  ],
  [{ name: 'a', commands: [{ name: 'b', run }] }, 'The plugin a: `commands[0].description` is missing'],
  [{ name: 'a', editions: [] }, 'The plugin a: `editions` must be a function'],
];

describe('a plugin that breaks the contract', () => {
  test.each(FAULTY)('%o', (plugin, message, hint) => {
    const check = () => checkPlugin(plugin, '_plugins/a.mjs');
    expect(check).toThrow(
      expect.objectContaining({ code: 'InvalidPlugin', message, hint, location: { file: '_plugins/a.mjs' } }),
    );
    expect(check).toThrow(UttersonError);
  });
});

test('objects of a class may have more members than the contract', () => {
  class Counter {
    readonly name = 'counter';
    count = 0;
    generate() {
      this.count++;
    }
  }
  const plugin = { name: 'a', isSafe: undefined, generators: [new Counter()] };
  expect(checkPlugin(plugin)).toBe(plugin);
});

test.each(Object.entries(BUILTINS))('%s keeps to the contract', async (_, load) => {
  const { default: plugin } = await load();
  expect(checkPlugin(plugin)).toBe(plugin);
});
