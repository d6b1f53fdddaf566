import { expect, test } from 'vitest';
import { SvgOptimizer } from '../../src/builtin/inline-svg/optimize.ts';
import type { XmlTag } from '../../src/builtin/inline-svg/write-xml.ts';
import { processorSeconds } from '../processor-seconds.ts';

/** As for the other hostile inputs: far more than a linear program needs, and far less than a quadratic one. */
const MOST_SECONDS = 5;

const element = (name: string, children: XmlTag[] = []): XmlTag => ({
  kind: 'element',
  name,
  attributes: new Map(),
  children,
});

function nested(depth: number): XmlTag {
  let group = element('g');
  for (let level = 1; level < depth; level++) group = element('g', [group]);
  return group;
}

test.each<readonly [string, () => XmlTag[]]>([
  ['groups in groups', () => [nested(2_000)]],
  [
    'many titles and empty groups',
    () => Array.from({ length: 200_000 }, (_, index) => element(index % 2 ? 'g' : 'title')),
  ],
])('an SVG of nothing but %s is emptied quickly', (_, make) => {
  const root = element('svg', make());
  const taken = processorSeconds(() => new SvgOptimizer(root).optimize());
  expect(root.children).toEqual([]);
  expect(taken).toBeLessThan(MOST_SECONDS);
});
