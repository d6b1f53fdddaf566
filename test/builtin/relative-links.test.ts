import { expect, test } from 'vitest';
import { replaceLinks } from '../../src/builtin/relative-links/link-pattern.ts';

/** Texts in which each bracket could begin a link, and each image could be read in two ways. */
const HOSTILE: readonly (readonly [string, string])[] = [
  ['links around images without an end', '[!['.repeat(30_000)],
  ['images without an address', `[${'![a]'.repeat(20_000)}`],
  ['an end that all images share', `${'!['.repeat(30_000)}]`],
  ['addresses without an end', `[${'![a]('.repeat(20_000)}`],
  ['brackets', '['.repeat(50_000)],
];

test.each(HOSTILE)('%s take linear time', { timeout: 5000 }, (_, text) => {
  expect(replaceLinks(text, { target: () => 'b', findsImages: true })).toBe(text);
});

test('an image in the text of a link is taken as a whole if possible', () => {
  const target = ({ text, path }: { readonly text: string; readonly path: string }) => `${text.length}-${path}`;
  expect(replaceLinks('[![a](b](c) [![d](e)](f) ![[g](h)', { target, findsImages: true })).toBe(
    '[![a](b](c) [![d](e)](19-f) ![[g](2-h)',
  );
});
