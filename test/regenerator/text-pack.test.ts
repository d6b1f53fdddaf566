import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { TextPack } from '../../src/regenerator/text-pack.ts';

test('texts are found by owner and digest, and a pack without any valid text is no file any more', () => {
  const path = join(mkdtempSync(join(tmpdir(), 'utterson-pack-')), 'bodies');
  const pack = new TextPack(path, new Map());
  pack.set('a.md', '1', () => Buffer.from('“a”'));
  pack.set('b.md', '1', () => Buffer.from('b'));
  const index = pack.save();

  const next = new TextPack(path, index);
  expect([next.get('a.md', '1'), next.get('a.md', '2'), next.get('c.md', '1')]).toEqual(['“a”', undefined, undefined]);
  next.keepOnly(new Set(['b.md']));
  const rest = new TextPack(path, next.save());
  expect([rest.get('a.md', '1'), rest.get('b.md', '1')]).toEqual([undefined, 'b']);
  rest.keepOnly(new Set());
  rest.save();
  expect(existsSync(path)).toBe(false);
});

test('a pack grows by what is new, and is written anew only once most of it does not count any more', () => {
  const path = join(mkdtempSync(join(tmpdir(), 'utterson-pack-')), 'bodies');
  const pack = new TextPack(path, new Map());
  const save = (text: string): string => {
    pack.set('a.md', text, () => Buffer.from(text));
    pack.save();
    return readFileSync(path, 'utf8');
  };
  pack.set('b.md', '1', () => Buffer.from('bbb'));
  expect(save('a')).toBe('bbba');
  expect(save('c')).toBe('bbbac');
  expect([save('d'), save('e'), save('f')]).toEqual(['bbbacd', 'bbbacde', 'bbbacdef']);
  expect(save('g')).toBe('bbbg');
});
