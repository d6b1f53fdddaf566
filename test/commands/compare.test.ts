import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compareFolders, isSame } from '../../src/commands/compare/compare-folders.ts';
import { firstDifference } from '../../src/commands/compare/first-difference.ts';
import { htmlReport } from '../../src/commands/compare/html-report.ts';
import { folderOf, writeInto } from '../server/folder.ts';
import { runCli } from './run-cli.ts';
import { runHere } from './run-here.ts';
import { SMALL_SITE } from './site.ts';

/** The small site, next to a folder with what a build makes of it. */
async function builtSite(): Promise<{ folder: string; other: string }> {
  const folder = folderOf(SMALL_SITE);
  const other = `${folder}-other`;
  expect(await runHere(['build', '-q', '-d', other, '--disable-disk-cache'], folder)).toMatchObject({ status: 0 });
  return { folder, other };
}

describe('the first difference', () => {
  test.each([
    ['one\ntwo', 'one\nten', { line: 2, column: 2, expected: 'two', actual: 'ten' }],
    ['abc', 'xbc', { line: 1, column: 1, expected: 'abc', actual: 'xbc' }],
    ['one\n', 'one', { line: 1, column: 4, expected: 'one', actual: 'one' }],
    ['one', 'one\ntwo', { line: 1, column: 4, expected: 'one', actual: 'one' }],
    ['one\n', 'one\ntwo', { line: 2, column: 1, expected: null, actual: 'two' }],
    ['one\ntwo\n', 'one\n', { line: 2, column: 1, expected: 'two', actual: null }],
    ['\n\na', '\n\nb', { line: 3, column: 1, expected: 'a', actual: 'b' }],
    ['', 'a', { line: 1, column: 1, expected: null, actual: 'a' }],
  ])('of %j and %j', (expected, actual, difference) => {
    expect(firstDifference(expected, actual)).toEqual(difference);
  });
});

const EXPECTED = {
  'same.html': 'a',
  'space.html': '<p>a</p>\n<p>b</p>',
  'words.html': 'a b',
  'img/a.png': '\0one',
  'gone.html': '',
};
const ACTUAL = {
  'same.html': 'a',
  'space.html': '<p>a</p><p>b</p>\n',
  'words.html': 'ab',
  'img/a.png': '\0two',
  'more/new.html': '',
};

test('every file is of exactly one kind', () => {
  const comparison = compareFolders(folderOf(EXPECTED), folderOf(ACTUAL));
  expect(comparison).toMatchObject({
    identical: ['same.html'],
    whiteSpace: [{ path: 'space.html' }],
    different: [{ path: 'img/a.png', first: null }, { path: 'words.html' }],
    missing: ['gone.html'],
    extra: ['more/new.html'],
  });
  expect(isSame(comparison)).toBe(false);
});

test('ignored files do not count', () => {
  const ignore = ['space*', 'words.html', '*.png', '*gone.html', 'more/*'];
  expect(isSame(compareFolders(folderOf(EXPECTED), folderOf(ACTUAL), ignore))).toBe(true);
});

test('the page shows every file and escapes text', () => {
  const folders = [
    folderOf({ 'a.html': '<script>one</script>' }),
    folderOf({ 'a.html': '<script>two</script>' }),
  ] as const;
  const page = htmlReport(compareFolders(...folders), { source: '/a&b', other: '/c', finishedAt: new Date(0) });
  expect(page).toContain('<h1>1 file differs</h1>');
  expect(page).toContain('&lt;script&gt;<mark>one</mark>&lt;/script&gt;');
  expect(page).toContain('/a&amp;b');
  expect(page.match(/<script>/g)).toHaveLength(1);
  expect(page).not.toMatch(/(?:src|href)=/);
});

test('an identical site: status 0, and nothing is left behind', async () => {
  const { folder, other } = await builtSite();
  const temporary = folderOf({});
  const run = await runCli(['compare', other], folder, { TMPDIR: temporary, TEMP: temporary, TMP: temporary });
  expect(run).toMatchObject({ status: 0, err: '' });
  expect(run.out).toMatch(/identical +3\n/);
  expect(existsSync(join(folder, '_site'))).toBe(false);
  expect(readdirSync(temporary)).toEqual([]);
});

test('a site that differs: status 1, file, line, column and both lines; JSON and a page', async () => {
  const { folder, other } = await builtSite();
  writeInto(other, 'robots.txt', 'User-agent: a\n');
  writeInto(other, 'old.html', '');
  rmSync(join(other, 'index.html'));
  const run = await runHere(['compare', other, '--html', `${folder}.html`, '--json', `${folder}.json`], folder);
  expect(run).toMatchObject({ status: 1, err: '' });
  expect(run.out).toContain('robots.txt:1:13\n    expected  "User-agent: a"\n    actual    "User-agent: *"\n');
  expect(JSON.parse(readFileSync(`${folder}.json`, 'utf8'))).toMatchObject({
    other,
    different: [{ path: 'robots.txt', first: { line: 1, column: 13 } }],
    missing: ['old.html'],
    extra: ['index.html'],
  });
  expect(readFileSync(`${folder}.html`, 'utf8')).toContain('robots.txt');
  const again = await runHere(['compare', other, '--json', '-', '--ignore', 'robots.txt,*.html'], folder);
  expect(again.status).toBe(0);
  expect(JSON.parse(again.out)).toMatchObject({ identical: [], different: [] });
});

test('the built site and the report are not read as source if they are inside of it', async () => {
  const folder = folderOf({ ...SMALL_SITE, '_config.yml': 'url: https://example.com\ndestination: public\n' });
  expect(await runHere(['build', '-q'], folder)).toMatchObject({ status: 0 });
  expect(await runHere(['compare', 'public', '--json', 'a.json'], folder)).toMatchObject({ status: 0 });
  expect(await runHere(['compare', 'public', '--json', 'a.json'], folder)).toMatchObject({ status: 0 });
});

test.each([
  [[], 'Compare with which folder?'],
  [['nowhere'], "There is no folder 'nowhere'"],
])('one clear error for %j', async (words, says) => {
  const run = await runHere(['compare', ...words], folderOf(SMALL_SITE));
  expect(run.status).toBe(1);
  expect(run.err).toContain(says);
});
