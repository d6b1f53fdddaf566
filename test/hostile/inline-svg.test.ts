import { expect, test } from 'vitest';
import { SvgOptimizer } from '../../src/builtin/inline-svg/optimize.ts';
import type { XmlTag } from '../../src/builtin/inline-svg/write-xml.ts';
import { expectLinearTime } from '../linear-time.ts';

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

test.each<readonly [string, number, (size: number) => XmlTag[]]>([
  // What is looked up around each of them takes a time that grows with the square. As many as libxml2 reads take too little to be measured.
  ['groups in groups', 250, (size) => [nested(size)]],
  [
    'many titles and empty groups',
    200_000,
    (length) => Array.from({ length }, (_, index) => element(index % 2 ? 'g' : 'title')),
  ],
])('an SVG of nothing but %s is emptied in a time that grows with its length', async (_, most, make) => {
  await expectLinearTime(most, (size) => {
    const root = element('svg', make(size));
    return () => {
      new SvgOptimizer(root).optimize();
      expect(root.children).toEqual([]);
    };
  });
});
