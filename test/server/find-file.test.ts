import { expect, test } from 'vitest';
import { isAlias } from '../../src/server/find-file.ts';

test.each(['index.html::$DATA', 'a.txt:hidden', 'C:', 'index.html.', '.htaccess '])(
  'on Windows %j is another name of a file, and is not served',
  (name) => {
    expect(isAlias(name, 'win32')).toBe(true);
    expect(isAlias(name, 'linux')).toBe(false);
  },
);

test.each(['index.html', '.well-known', ''])('%j is the name of a file itself', (name) =>
  expect(isAlias(name, 'win32')).toBe(false),
);
