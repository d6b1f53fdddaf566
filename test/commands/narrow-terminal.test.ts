import { expect, test } from 'vitest';
import { folderOf } from '../server/folder.ts';
import { runHere } from './run-here.ts';

const longest = (text: string): number => Math.max(...text.split('\n').map((line) => line.length));

test('an error fits into the terminal: words wrap, and of long lines the part around the place is shown', async () => {
  const folder = folderOf({
    '_config.yml': '',
    'a.md': `---\n---\n${'word '.repeat(30)}{% inclde a %}${' word'.repeat(30)}`,
  });
  const broken = await runHere(['build'], folderOf({ '_config.yml': 'title: [a\nb: c\n' }), {}, 40);
  expect(broken.err).toContain('A list in [ ] or a mapping in { }\n    begins here');
  expect(longest(broken.err)).toBeLessThanOrEqual(40);
  const { err } = await runHere(['build'], folder, {}, 60);
  expect(longest(err)).toBeLessThanOrEqual(60);
  const [line = '', caret = ''] = err
    .split('\n')
    .filter((text) => /inclde a|\^/.test(text))
    .slice(-2);
  expect(line.slice(caret.indexOf('^'))).toMatch(/^\{% inclde a/);
});

test('an error whose output is no terminal is not wrapped', async () => {
  const { err } = await runHere(['build'], folderOf({ '_config.yml': 'theme: minina' }));
  expect(longest(err)).toBeGreaterThan(150);
});

test.each([40, 60])('the help fits into a terminal of %d columns', async (columns) => {
  const { out } = await runHere(['build', '--help'], folderOf({}), {}, columns);
  const terms = /^ {2}-.*$/gm;
  expect(longest(out.replace(terms, ''))).toBeLessThanOrEqual(columns);
  expect(out).toMatch(/\n {2}--future\n {6}Includes posts dated in the\s+future\n/);
});
