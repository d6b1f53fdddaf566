import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { highlight } from '../../src/highlight/highlight.ts';

/**
 * test/cases/highlight/LANGUAGE/CASE.txt is code of our own writing, CASE.html what the reference makes of it
 * (`node scripts/highlight-expect.mjs` writes those that are missing). The folder may name options: `console@lang=ruby`.
 */
const cases = join(import.meta.dirname, '..', 'cases', 'highlight');

for (const folder of readdirSync(cases)) {
  for (const file of readdirSync(join(cases, folder)).filter((name) => name.endsWith('.txt'))) {
    test(`${folder}/${file}`, () => {
      const code = readFileSync(join(cases, folder, file), 'utf8');
      const expected = readFileSync(join(cases, folder, file.replace(/\.txt$/, '.html')), 'utf8');
      expect(highlight(code, folder.replace('@', '?'))).toBe(expected);
    });
  }
}
