import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { beautifyHtml } from '../../src/builtin/tidy/beautify-html.ts';

const file = join(import.meta.dirname, '../cases/tidy/beautify.json');
/** Texts put together at random, and what htmlbeautifier 1.4.3 makes of them. */
const cases: readonly (readonly [source: string, expected: string])[] = JSON.parse(readFileSync(file, 'utf8'));

test.each(cases)('%j', (source, expected) => {
  expect(beautifyHtml(source)).toBe(expected);
});

test('a `<` that opens nothing is an error with its line', () => {
  expect(() => beautifyHtml('<p>one</p>\n<p>2 < 3\n')).toThrow('jekyll-tidy: Unmatched sequence on line 2');
});

test('tags with many embedded ones take no exponential time', () => {
  const source = `<script ${'<%a%>'.repeat(300)}`;
  expect(() => beautifyHtml(`${source}<b`)).toThrow('Unmatched sequence');
  expect(beautifyHtml(`${source}>`)).toBe(`${source}>`);
});
