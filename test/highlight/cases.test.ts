import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { highlight } from '../../src/highlight/highlight.ts';

/**
 * test/cases/highlight/LANGUAGE/CASE.txt is code that we wrote ourselves, CASE.html what Rouge makes of it
 * (`node scripts/highlight-expect.mjs` writes missing ones). The folder may name options: `console@lang=ruby`.
 * In CASE.lines.txt every line is a text, in which `\n` stands for the end of a line.
 */
const cases = join(import.meta.dirname, '..', 'cases', 'highlight');

function highlightLines(text: string, language: string): string {
  const snippets = text.replace(/\n$/, '').split('\n');
  return snippets
    .map((snippet) => highlight(snippet.replaceAll('\\n', '\n'), language).replaceAll('\n', '\\n'))
    .map((html) => `${html}\n`)
    .join('');
}

for (const folder of readdirSync(cases)) {
  const language = folder.replace('@', '?');
  for (const file of readdirSync(join(cases, folder)).filter((name) => name.endsWith('.txt'))) {
    test(`${folder}/${file}`, () => {
      const code = readFileSync(join(cases, folder, file), 'utf8');
      const expected = readFileSync(join(cases, folder, file.replace(/\.txt$/, '.html')), 'utf8');
      const actual = file.endsWith('.lines.txt') ? highlightLines(code, language) : highlight(code, language);
      expect(actual).toBe(expected);
    });
  }
}
