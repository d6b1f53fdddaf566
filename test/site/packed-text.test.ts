import { expect, test } from 'vitest';
import { PackedText } from '../../src/site/packed-text.ts';

function packPart(whole: string, part: string): { readonly text: string; readonly isShared: boolean } {
  const packed = new PackedText(whole);
  const found = packed.packPart(whole, part);
  return { text: found.toString(), isShared: liesIn(packed.bytes, found.bytes) };
}

function liesIn(whole: Buffer, part: Buffer): boolean {
  const [start, end] = [part.byteOffset - whole.byteOffset, part.byteOffset - whole.byteOffset + part.length];
  return part.buffer === whole.buffer && start >= 0 && end <= whole.length;
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

test('texts of all lengths are kept apart', () => {
  const texts = Array.from({ length: 2000 }, (_, index) => `${index} “${'é'.repeat((index * 37) % 5000)}”`);
  const packed = texts.map((text) => new PackedText(text));
  expect(packed.map(String)).toEqual(texts);
  const long = '€'.repeat(1_000_000);
  expect(String(new PackedText(long))).toBe(long);
});
