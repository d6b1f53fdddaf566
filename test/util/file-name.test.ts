import { expect, test } from 'vitest';
import { requireFileName } from '../../src/util/files/file-name.ts';

test.each(['C:/site/a:b.html', 'C:/site/what?/index.html', '//server/share/a"b', 'C:/a*', 'C:/<a>', 'C:/a|b'])(
  'Windows has no file %s',
  (path) => {
    expect(() => requireFileName(path, 'win32')).toThrow(/cannot be written: names on Windows have no [:?"*<|]$/);
    expect(() => requireFileName(path, 'linux')).not.toThrow();
  },
);

test.each(['C:/site/a.html', '//server/share/site/a.html', '//?/C:/site/a.html', 'C:\\site\\a.html'])(
  'Windows has a file %s',
  (path) => expect(() => requireFileName(path, 'win32')).not.toThrow(),
);
