import { expect, test } from 'vitest';
import { lex } from '../../src/highlight/highlight.ts';
import { LANGUAGES } from '../../src/highlight/lexers/languages.ts';
import { SEEDS } from './highlight-seeds.ts';

/** A text a hundredth of what the bound of two seconds for a megabyte speaks of; quadratic work still shows. */
const LENGTH = 40_000;
const SECONDS = 0.5;

for (const { lexer } of LANGUAGES) {
  test(`${lexer.tag} reads any repeated opening in time`, () => {
    const slow: string[] = [];
    for (const seed of SEEDS) {
      const code = seed.repeat(Math.ceil(LENGTH / seed.length));
      const start = performance.now();
      const length = lex(code, lexer.tag).reduce((sum, { text }) => sum + text.length, 0);
      expect(length).toBe(code.length);
      const seconds = (performance.now() - start) / 1000;
      if (seconds > SECONDS) slow.push(`${JSON.stringify(seed)}: ${seconds.toFixed(2)} s`);
    }
    expect(slow).toEqual([]);
  });
}
