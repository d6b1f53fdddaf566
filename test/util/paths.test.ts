import { describe, expect, test } from 'vitest';
import {
  directoryName,
  expandPath,
  extensionOf,
  isWithin,
  joinPaths,
  sanitizedPath,
  withSlashes,
} from '../../src/util/files/paths.ts';

describe('paths are handled as in Ruby', () => {
  test.each([
    ['a.b', '.b'],
    ['a.', '.'],
    ['.a', ''],
    ['.a.b', '.b'],
    ['..a', ''],
    ['..a.b', '.b'],
    ['/x.y/a', ''],
    ['a.b.', '.'],
  ])('the extension of %s is %j', (path, expected) => expect(extensionOf(path)).toBe(expected));

  test.each([
    ['/a/b', '/a'],
    ['/a', '/'],
    ['a', '.'],
    ['/', '/'],
    ['a/b/', 'a'],
    ['', '.'],
  ])('the folder of %j is %j', (path, expected) => expect(directoryName(path)).toBe(expected));

  test('join with one slash', () => {
    expect(joinPaths('a/', '/b')).toBe('a/b');
    expect(joinPaths('', 'b')).toBe('/b');
  });

  test.each([
    ['/site', '../../etc/passwd', '/site/etc/passwd'],
    ['/site', '/site/a', '/site/a'],
    ['/site', 'a/../../b', '/site/b'],
    ['/site', '~/a', '/site/~/a'],
    ['/site', '', '/site/'],
    ['/', 'a/../../b', '/b'],
    ['/', '', '/'],
    ['C:/site', 'C:/site/a', 'C:/site/a'],
    ['C:/site', 'c:/site', 'C:/site'],
    ['C:/site', 'D:/../a', 'C:/site/a'],
    ['C:/site', '../../a', 'C:/site/a'],
    ['C:/', 'C:/a', 'C:/a'],
    ['/site', 'C:/a', '/site/C:/a'],
    ['C:/site', '..\\..\\a', 'C:/site/a'],
    ['C:/site', 'a\\b/c', 'C:/site/a/b/c'],
    ['C:/site', 'c:\\site\\a', 'C:/site/a'],
    ['/site', '..\\a', '/site/..\\a'],
    ['//server/share/site', 'a', '//server/share/site/a'],
    ['//server/share/site', '//SERVER/share/site/a', '//server/share/site/a'],
    ['//server/share/site', '//other/share/a', '//server/share/site/other/share/a'],
    ['//server/share', '../a', '//server/share/a'],
    ['//server/share/site', '..\\..\\a', '//server/share/site/a'],
  ])('in %s, %j is %s', (base, path, expected) => expect(sanitizedPath(base, path)).toBe(expected));

  test('dots are resolved within the root', () => expect(expandPath('/a/./b/../../../c')).toBe('/c'));
});

describe('paths of the system', () => {
  test('use slashes on Windows too, and keep backslashes in names elsewhere', () => {
    expect(withSlashes('C:\\site\\a.md', 'win32')).toBe('C:/site/a.md');
    expect(withSlashes('/site/a\\b.md', 'linux')).toBe('/site/a\\b.md');
  });

  test.each([
    ['/site', '/site', true],
    ['/site/a.md', '/site', true],
    ['/site-two', '/site', false],
    ['/a', '/', true],
  ])('%s within %s: %s', (path, folder, isIn) => expect(isWithin(path, folder)).toBe(isIn));
});
