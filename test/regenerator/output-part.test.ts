import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { describePart, readPart } from '../../src/regenerator/output-part.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'part-'));
  path = join(folder, 'index.html');
});
afterEach(() => rmSync(folder, { recursive: true }));

const BODY = '<p>größer</p>\n<p>than it looks</p>\n';
const HEAD = '<html>ü';
const part = describePart(Buffer.from(BODY), Buffer.byteLength(HEAD));

test('a body is read from the page that it is a part of', () => {
  writeFileSync(path, `${HEAD}${BODY}</html>`);
  expect(readPart(path, part)).toBe(BODY);
  expect(readPart(path, describePart(Buffer.alloc(0), 3))).toBe('');
});

test('also where what stands before it has become another', () => {
  writeFileSync(path, `longer ${HEAD} <p>größer</p>\n<p>than${BODY}`);
  expect(readPart(path, part)).toBe(BODY);
  writeFileSync(path, BODY);
  expect(readPart(path, part)).toBe(BODY);
});

test('what is not there any more is not given back', () => {
  writeFileSync(path, `${HEAD}${BODY.replace('looks', 'Looks')}</html>`);
  expect(readPart(path, part)).toBeUndefined();
  writeFileSync(path, `${HEAD}${BODY}`.slice(0, -1));
  expect(readPart(path, part)).toBeUndefined();
  writeFileSync(path, BODY.slice(0, 30).repeat(1000));
  expect(readPart(path, part)).toBeUndefined();
  rmSync(path);
  expect(readPart(path, part)).toBeUndefined();
});
