import { expect, test } from 'vitest';
import { PackedText } from '../../src/util/packed-text.ts';

function packPart(whole: string, part: string): { readonly text: string; readonly isShared: boolean } {
  const packed = new PackedText(whole);
  const found = packed.packPart(whole, part);
  return { text: found.toString(), isShared: found.bytes.buffer === packed.bytes.buffer };
}

test.each([
  ['a body in a page', '<p>“é”</p><b>ü €</b>', '<b>ü €</b>'],
  ['a body that is the page', 'Ä', 'Ä'],
  ['whole characters of two halves', 'ü😀ü', '😀'],
])('%s takes no memory of its own', (_what, whole, part) => {
  expect(packPart(whole.repeat(5000), part)).toEqual({ text: part, isShared: true });
});

test.each([
  ['what is no part', 'abc', 'b c', 'b c'],
  ['half a character at the end', 'a😀', 'a\ud83d', 'a\ufffd'],
  ['half a character at the beginning', '😀b', '\ude00b', '\ufffdb'],
])('%s is packed by itself', (_what, whole, part, text) => {
  expect(packPart(whole.repeat(5000), part)).toEqual({ text, isShared: false });
});
