import { expect, test } from 'vitest';
import { decodeSource } from '../../src/util/encoding.ts';

test.each([
  ['win32', 'a\r\nb\r\n\rc', 'a\nb\n\rc'],
  ['linux', 'a\r\nb\r\n\rc', 'a\r\nb\r\n\rc'],
])('on %s Ruby reads %j as %j', (platform, written, read) =>
  expect(decodeSource(Buffer.from(written), 'utf-8', platform)).toBe(read),
);
