import { expect, test } from 'vitest';
import { build } from '../../src/build/build.ts';
import { MemoryTree } from '../../src/util/files/memory-tree.ts';
import { silentLog } from '../../src/util/program/log.ts';

const DAY = 24 * 60 * 60 * 1000;

test('without a second date it counts to the present day in the zone of the site', async () => {
  const page = '---\nstart: 2024-05-01\n---\n{{ page.start | timeago }}; {% timeago 2024-05-01 %}';
  const tree = new MemoryTree({ '/site/a.txt': page });
  const run = async (now: number) => {
    const overrides = { source: '/site', destination: '/out', skip_config_files: true, timezone: 'Asia/Tokyo' };
    const settings = { ...overrides, plugins: ['jekyll-timeago'] };
    await build({ tree, log: silentLog(), overrides: settings, folder: '/site', environment: {}, now: () => now });
    return new TextDecoder().decode(tree.read('/out/a.txt'));
  };
  const evening = Date.UTC(2024, 4, 1, 15, 30);
  expect(await run(evening - DAY)).toBe('today; today');
  expect(await run(evening)).toBe('yesterday; yesterday');
  expect(await run(evening + 6 * DAY)).toBe('1 week ago; 1 week ago');
});
