import { expect, test } from 'vitest';
import { replaceLinks } from '../../src/builtin/relative-links/link-pattern.ts';
import { expectLinearTime } from '../linear-time.ts';

/** Texts in which each bracket could begin a link, and each image could be read in two ways. */
const HOSTILE: readonly (readonly [string, (size: number) => string])[] = [
  ['links around images without an end', (size) => '[!['.repeat(size)],
  ['images without an address', (size) => `[${'![a]'.repeat(size)}`],
  ['an end that all images share', (size) => `${'!['.repeat(size)}]`],
  ['addresses without an end', (size) => `[${'![a]('.repeat(size)}`],
  ['brackets', (size) => '['.repeat(size)],
];

test.each(HOSTILE)('%s take linear time', async (_, make) => {
  await expectLinearTime(30_000, (size) => {
    const text = make(size);
    return () => expect(replaceLinks(text, { target: () => 'b', findsImages: true })).toBe(text);
  });
});

test('an image in the text of a link is taken as a whole if possible', () => {
  const target = ({ text, path }: { readonly text: string; readonly path: string }) => `${text.length}-${path}`;
  expect(replaceLinks('[![a](b](c) [![d](e)](f) ![[g](h)', { target, findsImages: true })).toBe(
    '[![a](b](c) [![d](e)](19-f) ![[g](2-h)',
  );
});
