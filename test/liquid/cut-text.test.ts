import { describe, expect, test } from 'vitest';
import { Liquid } from '../../src/liquid/liquid.ts';

/** A text that is searched in pieces, with words in an order that depends on a seed. */
function madeUp(seed: number): string {
  let state = seed;
  let text = '';
  while (text.length < 40_000) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    text += ['a', 'ab', '<!--', '-->', '日', 'b'][(state >> 8) % 6];
  }
  return text;
}

describe('replace_first on a large text, again and again', () => {
  const template = new Liquid().parseTemplate(
    '{% for match in matches %}{% assign text = text | replace_first: match, replacement %}{% endfor %}{{ text }}',
  );

  test.each([
    ['<!--', ''],
    ['<!---->', ''],
    ['ab<!--', 'a'],
    ['aba', 'ab<'],
    ['-->ab', '-'],
  ])('%s → %s, even if earlier cuts have joined the text', (match, replacement) => {
    for (let seed = 1; seed < 6; seed++) {
      const text = madeUp(seed);
      const matches = Array.from({ length: 90 }, () => match);
      const expected = matches.reduce((left, each) => left.replace(each, () => replacement), text);
      expect(template.render({ text, matches, replacement })).toBe(expected);
    }
  });
});
