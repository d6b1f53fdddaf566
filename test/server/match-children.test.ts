import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Child, matchChildren, type Step } from '../../src/server/client/match-children.ts';

/** Children written as `h1=A`: the kind and the content. */
const children = (text: string): Child[] =>
  text
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => ({ text: word, kind: word.split('=')[0] ?? '' }));

/** Steps written as `0→1`, `0→` for a removal and `→1` for an addition. */
const write = (steps: readonly Step[]): string => steps.map((step) => `${step.old ?? ''}→${step.next ?? ''}`).join(' ');

test.each([
  ['h1=A p=x', 'h1=A p=x', '0→0 1→1'],
  ['h1=A p=x', 'h1=B p=n p=x', '0→0 →1 1→2'],
  ['p=1 p=2 p=3', 'p=1 p=3', '0→0 1→ 2→1'],
  ['p=1 details=d form=f p=tall', 'p=2 p#new=n details=d form=f p=tall', '0→0 →1 1→2 2→3 3→4'],
  ['p=1 p=2', 'p=2 p=1', '0→ 1→0 →1'],
  ['ul=1', 'ol=1', '→0 0→'],
  ['', 'p=1', '→0'],
  ['p=1', '', '0→'],
])('%s → %s', (old, next, expected) => {
  expect(write(matchChildren(children(old), children(next)))).toBe(expected);
});

test('every old and every new child has a step, in order', () => {
  const list = fc.array(fc.constantFrom('a=1', 'a=2', 'b=1', 'b=2', 'c=1'), { maxLength: 12 });
  fc.assert(
    fc.property(list, list, (old, next) => {
      const steps = matchChildren(children(old.join(' ')), children(next.join(' ')));
      const olds = steps.flatMap((step) => step.old ?? []);
      const nexts = steps.flatMap((step) => step.next ?? []);
      expect(olds).toEqual(old.map((_, index) => index));
      expect(nexts).toEqual(next.map((_, index) => index));
      for (const step of steps) {
        if (step.old === undefined || step.next === undefined) continue;
        expect(old[step.old]?.[0]).toBe(next[step.next]?.[0]);
      }
    }),
  );
});
