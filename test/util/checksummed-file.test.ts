import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  appendChecksummed,
  type ChecksummedState,
  readChecksummed,
  writeChecksummed,
} from '../../src/util/record/checksummed-file.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'checksummed-'));
  path = join(folder, 'file');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const parts = (...texts: readonly string[]) => texts.map((text) => Buffer.from(text));
const LONG = 'a long part '.repeat(20);
const FIRST = parts('first', '', LONG);

function read(): { groups: string[][]; state: ChecksummedState } | string {
  const found = readChecksummed(path, 'test-1');
  if (found.kind === 'unusable') return found.reason;
  return { groups: [found.parts, ...found.additions].map((group) => group.map(String)), state: found.state };
}

function add(...texts: readonly string[]): ChecksummedState | undefined {
  const found = read();
  return typeof found === 'string' ? undefined : appendChecksummed(path, found.state, parts(...texts));
}

test('an addition is read back after what was there', () => {
  writeChecksummed(path, 'test-1', FIRST);
  expect(read()).toMatchObject({ groups: [FIRST.map(String)] });
  const states = [add('one', 'two'), add(''), add('')];
  expect(read()).toEqual({ groups: [FIRST.map(String), ['one', 'two'], [''], ['']], state: states[2] });
  expect(new Set(states.map((state) => state?.checksum)).size).toBe(3);
});

test('an incomplete addition is ignored, as are those after it; the next one takes its place', () => {
  writeChecksummed(path, 'test-1', FIRST);
  const before = add('one');
  const whole = readFileSync(path);
  add('two', 'three');
  const more = readFileSync(path);
  for (let end = whole.length + 1; end < more.length; end++) {
    writeFileSync(path, more.subarray(0, end));
    expect(read()).toMatchObject({ groups: [FIRST.map(String), ['one']], state: before });
  }
  for (let at = whole.length; at < more.length; at++) {
    const damaged = Buffer.from(more);
    damaged[at] = (damaged[at] ?? 0) ^ 1;
    writeFileSync(path, damaged);
    expect(read()).toMatchObject({ groups: [FIRST.map(String), ['one']], state: before });
  }
  add('four');
  expect(read()).toMatchObject({ groups: [FIRST.map(String), ['one'], ['four']] });
});

test('an addition belongs to the file to which it was added', () => {
  writeChecksummed(path, 'test-1', FIRST);
  const length = readFileSync(path).length;
  add('one');
  const addition = readFileSync(path).subarray(length);
  writeChecksummed(path, 'test-1', parts('other', '', LONG));
  appendFileSync(path, addition);
  expect(read()).toMatchObject({ groups: [['other', '', LONG]] });
});

test('a file that is damaged, cut off or of another format is ignored', () => {
  expect(read()).toBe('missing');
  const state = writeChecksummed(path, 'test-1', FIRST);
  const whole = readFileSync(path);
  for (let at = 'test-1'.length; at < whole.length; at++) {
    const damaged = Buffer.from(whole);
    damaged[at] = (damaged[at] ?? 0) ^ 1;
    writeFileSync(path, damaged);
    expect(typeof read(), `at ${at}`).toBe('string');
  }
  writeFileSync(path, whole.subarray(0, -1));
  expect(read()).toBe('damaged');
  expect(appendChecksummed(path, state, parts('one'))).toBeUndefined();
  writeChecksummed(path, 'test-2', FIRST);
  expect(read()).toBe('foreign');
});

test('only so much may be added before the file is written anew', () => {
  writeChecksummed(path, 'test-1', FIRST);
  let count = 0;
  while (add('more') !== undefined) count++;
  expect(count).toBeGreaterThan(1);
  expect(count).toBeLessThan(20);
  expect(add('more')).toBeUndefined();
});

test('nor may so much be added at once', () => {
  writeChecksummed(path, 'test-1', FIRST);
  expect(add(LONG)).toBeUndefined();
  expect(read()).toMatchObject({ groups: [FIRST.map(String)] });
  expect(add(LONG.slice(0, 20))).toBeDefined();
});
