import { expect, test } from 'vitest';
import { joinCosts, shortenPaths } from '../../src/build/template-costs.ts';
import { Theme } from '../../src/site/theme.ts';

const SPECIFICATION = { version: '1.0', authors: [], description: '', metadata: new Map(), dependencies: [] };
const cost = { count: 1, bytes: 10, seconds: 0.5 };

test('paths start from the source, and those of a theme from its own folder', () => {
  const theme = new Theme('plain', '/gems/plain-1.0', SPECIFICATION, new Map());
  const paths = ['/site/_layouts/a.html', 'index.md', '/gems/plain-1.0/_layouts/b.html', '/elsewhere/c.html'];
  const costs = paths.map((path) => ({ path, ...cost }));
  expect(shortenPaths(costs, '/site', theme).map(({ path }) => path)).toEqual([
    '_layouts/a.html',
    'index.md',
    'plain-1.0/_layouts/b.html',
    'elsewhere/c.html',
  ]);
  expect(shortenPaths(costs.slice(0, 1), '/site', null)).toEqual([{ path: '_layouts/a.html', ...cost }]);
});

test('several builds are added up, the most expensive template first', () => {
  const costs = [
    { path: 'a', ...cost },
    { path: 'b', ...cost, seconds: 0.75 },
    { path: 'a', ...cost },
  ];
  expect(joinCosts(costs)).toEqual([
    { path: 'a', count: 2, bytes: 20, seconds: 1 },
    { path: 'b', count: 1, bytes: 10, seconds: 0.75 },
  ]);
});
