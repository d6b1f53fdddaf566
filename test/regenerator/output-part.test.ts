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

test('a body is read from the page of which it is a part', () => {
  writeFileSync(path, `${HEAD}${BODY}</html>`);
  expect(readPart(path, part)).toBe(BODY);
  expect(readPart(path, describePart(Buffer.alloc(0), 3))).toBe('');
});

test('also if what precedes it has changed', () => {
  writeFileSync(path, `longer ${HEAD} <p>größer</p>\n<p>than${BODY}`);
  expect(readPart(path, part)).toBe(BODY);
  writeFileSync(path, BODY);
  expect(readPart(path, part)).toBe(BODY);
});

test('a body that is no longer there is not returned', () => {
  writeFileSync(path, `${HEAD}${BODY.replace('looks', 'Looks')}</html>`);
  expect(readPart(path, part)).toBeUndefined();
  writeFileSync(path, `${HEAD}${BODY}`.slice(0, -1));
  expect(readPart(path, part)).toBeUndefined();
  writeFileSync(path, BODY.slice(0, 30).repeat(1000));
  expect(readPart(path, part)).toBeUndefined();
  rmSync(path);
  expect(readPart(path, part)).toBeUndefined();
});
