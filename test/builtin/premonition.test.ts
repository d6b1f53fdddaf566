import { expect, test } from 'vitest';
import { parseAttributes } from '../../src/builtin/premonition/attributes.ts';
import { memorySite } from '../build/memory-site.ts';
import { growsTooFast, processorSeconds } from '../linear-time.ts';

/** What the gem reads of the attributes of a block; null where it raises an error. */
const ATTRIBUTES: readonly (readonly [string, readonly (readonly [string, string | null])[] | null])[] = [
  ['[]', []],
  ['[ ]', []],
  ['[a=b]', [['a', 'b']]],
  [
    '[a=b,c=d]',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  [
    '[a=b, c=d]',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  ['[ a = b ]', [['a', 'b']]],
  ['[a="b"]', [['a', 'b']]],
  [
    '[a="b c",d=e]',
    [
      ['a', 'b c'],
      ['d', 'e'],
    ],
  ],
  ['[a="b", c=d]', null],
  [
    '[a="b" ,c=d]',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  ['[a="b]c"]', [['a', 'bc']]],
  ['[a="b\\"c\\\\d"]', [['a', 'b"c\\d']]],
  ['[a="b\\nc"]', null],
  ['[a=b c]', null],
  ['[a=b ]', [['a', 'b']]],
  ['[a=b , c=d]', null],
  ['[,]', null],
  ['[,a=b]', null],
  ['[a=b,]', [['a', 'b']]],
  [
    '[a=,b=c]',
    [
      ['a', null],
      ['b', 'c'],
    ],
  ],
  ['[a]', []],
  ['[a b=c]', null],
  ['[a-b_c=1]', [['a-b_c', '1']]],
  ['[a.b=1]', null],
  ['[a=b=c]', null],
  ['[a="b=c,d"]', [['a', 'b=c,d']]],
  ['[a=b"c"]', null],
  ['[a=b\\c]', null],
  ['[a=b] more [c=d]', [['a', 'b']]],
  ['x [a=b]', [['a', 'b']]],
  ['[a=]', [['a', null]]],
  ['[=b]', null],
  [
    '[__proto__=x,constructor=y]',
    [
      ['__proto__', 'x'],
      ['constructor', 'y'],
    ],
  ],
  ['[é=1]', null],
  ['[a=é]', [['a', 'é']]],
  ['[a="unclosed]', []],
  ['[a=b]]', [['a', 'b']]],
  ['[a = "b" , c = "d"]', null],
  [
    '[a="",b=c]',
    [
      ['a', null],
      ['b', 'c'],
    ],
  ],
  [
    '[a="b"c=d]',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
];

test.each(ATTRIBUTES)('the attributes %s', (text, expected) => {
  if (expected === null) expect(() => parseAttributes(text)).toThrow('are invalid');
  else expect([...parseAttributes(text)]).toEqual(expected);
});

test('lines made to be slow are read in a time that grows with their length', async () => {
  const linesOf = (many: number): string[] => [
    `> note "${' '.repeat(many)}x`,
    `> note ${'" ['.repeat(many)}`,
    `> note ${'" '.repeat(many)}]`,
    `> note "a"${' '.repeat(many)}b`,
    `> note "a" [a=b${' '.repeat(many)}]`,
    `> text`,
    '',
    `[${']:"'.repeat(many)}`,
  ];
  const seconds = async (many: number): Promise<number> => {
    const text = `---\n---\n{% raw %}\n${linesOf(many).join('\n')}\n{% endraw %}\n`;
    const { builder } = await memorySite({ 'a.md': text }, { config: { plugins: ['premonition'] } });
    return processorSeconds(() => builder.build());
  };
  expect(await growsTooFast(seconds, 20_000)).toBe(false);
});
