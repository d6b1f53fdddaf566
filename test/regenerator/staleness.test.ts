import { expect, test } from 'vitest';
import { InputNames } from '../../src/regenerator/reads.ts';
import { changedInputs, staleBecause, type Version } from '../../src/regenerator/staleness.ts';

const BEFORE: Record<string, Version> = {
  'config:title': 't1',
  'data:nav': 'n1',
  'file:_includes/a.html': 'a1',
  'file:_includes/missing.html': null,
};
const READS: Record<string, string[]> = {
  'index.html': ['config:title', 'data:nav'],
  'about.html': ['config:title', 'file:_includes/a.html'],
  'plain.html': [],
  'hopeful.html': ['file:_includes/missing.html'],
};

const CASES: [title: string, now: Record<string, Version>, stale: Record<string, string>][] = [
  ['nothing changed', {}, {}],
  ['a data file', { 'data:nav': 'n2' }, { 'index.html': 'data:nav' }],
  ['an include is gone', { 'file:_includes/a.html': null }, { 'about.html': 'file:_includes/a.html' }],
  [
    'a missing include appears',
    { 'file:_includes/missing.html': 'm1' },
    { 'hopeful.html': 'file:_includes/missing.html' },
  ],
  ['a key that all read', { 'config:title': 't2' }, { 'index.html': 'config:title', 'about.html': 'config:title' }],
  ['a key that nobody read', { 'config:other': 'x' }, {}],
];

test.each(CASES)('%s', (_, now, expected) => {
  const names = new InputNames();
  const record = {
    versions: new Map(Object.entries(BEFORE).map(([name, version]) => [names.id(name), version])),
    outputs: new Map(
      Object.entries(READS).map(([output, read]) => [output, Int32Array.from(read.map((name) => names.id(name)))]),
    ),
  };
  const present: Record<string, Version> = { ...BEFORE, ...now };
  const changed = changedInputs(record, (id) => present[names.name(id)] ?? null);
  const reasons = [...record.outputs].map(([output, read]) => [output, staleBecause(read, changed)] as const);
  const stale = reasons.flatMap(([output, id]) => (id === undefined ? [] : [[output, names.name(id)]]));
  expect(Object.fromEntries(stale)).toEqual(expected);
});
