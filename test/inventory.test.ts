import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const text = readFileSync(join(root, 'docs/inventory.md'), 'utf8');
const STATES = ['same', 'differs', 'not here'];

/** The number of rows in each area of the inventory. */
const AREAS: Readonly<Record<string, number>> = {
  ...{ CLI: 47, ENV: 7, CFG: 104, FM: 37, FILE: 11, PERM: 42, COLL: 12, DATA: 7, LAY: 12, TAG: 53, FILT: 81, VAR: 58 },
  ...{ EXC: 4, MD: 6, ASSET: 11, THEME: 6, PLUG: 37, PAG: 4, INC: 7, SERVE: 8, LR: 4, SAFE: 1, CACHE: 2, DOCTOR: 6 },
  ...{ ERR: 18, PROF: 2, BUILD: 2, NEXT: 6 },
};

interface Entry {
  readonly area: string;
  readonly first: number;
  readonly last: number;
  readonly state: string;
  readonly reason: string;
}

const entries: Entry[] = [...text.matchAll(/^\| ([A-Z]+)-(\d+)(?:…(\d+))? \| [^|]+ \| ([^|]+) \| ([^|]*)\|$/gm)].map(
  ([, area = '', first = '', last = first, state = '', reason = '']) => ({
    area,
    first: Number(first),
    last: Number(last),
    state,
    reason,
  }),
);

test('every row of the inventory has exactly one state', () => {
  const next = new Map(Object.keys(AREAS).map((area) => [area, 1]));
  for (const { area, first, last, state } of entries) {
    expect(`${area}-${first}`).toBe(`${area}-${next.get(area)}`);
    expect(last).toBeGreaterThanOrEqual(first);
    expect(STATES).toContain(state);
    next.set(area, last + 1);
  }
  for (const [area, rows] of Object.entries(AREAS)) expect([area, next.get(area)]).toEqual([area, rows + 1]);
  expect(Object.values(AREAS).reduce((sum, rows) => sum + rows, 0)).toBe(595);
});

test('every test that the inventory names exists', () => {
  const named = [...text.matchAll(/`(test\/[^`]+)`/g)].map(([, path = '']) => path);
  expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  for (const { state, reason, area, first } of entries) {
    if (state === 'not here' || state === 'differs') expect([area, first, reason]).not.toEqual([area, first, '']);
    if (state === 'same')
      expect([area, first, reason]).toEqual([area, first, expect.stringMatching(/`test\/|^as |^see /)]);
  }
});
