import { expect, test } from 'vitest';
import { isSource } from '../../src/build/site-setup.ts';

const place = { config: new Map([['cache_dir', '.cache']]), source: '/site', destination: '/site/_site' };

test.each([
  ['/site/_posts/2024-01-01-a.md', true],
  ['/site/_site', false],
  ['/site/_site/a.html', false],
  ['/site/_site.md', true],
  ['/site/.cache/record', false],
  ['/site/.cached.md', true],
  ['/site/.git/HEAD', false],
  ['/site/.github/a.md', true],
  ['/site/node_modules/a.js', false],
  ['/elsewhere/_config.yml', true],
])('%s matters to a site: %s', (path, matters) => {
  expect(isSource(path, place)).toBe(matters);
});

test('with an empty cache_dir everything is watched', () => {
  expect(isSource('/site/a.md', { ...place, config: new Map([['cache_dir', '']]) })).toBe(true);
});
