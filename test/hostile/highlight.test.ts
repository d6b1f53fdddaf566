import { expect, test } from 'vitest';
import type { Lexer } from '../../src/highlight/engine/lexer.ts';
import { lexWith } from '../../src/highlight/lex.ts';
import { LANGUAGES } from '../../src/highlight/lexers/languages.ts';
import { processorSeconds } from '../processor-seconds.ts';
import { SEEDS } from './highlight-seeds.ts';

/**
 * A text is read at each of these lengths in turn, as long as it was too slow at the one before. Linear work takes about a seventh of a millisecond for
 * a thousand characters; work that grows with the square of the length and would reach the last limit also reaches the ones before.
 */
const STEPS: readonly (readonly [length: number, limit: number])[] = [
  [2_000, 0.001],
  [8_000, 0.012],
  [40_000, 0.5],
];

/** Compilation and other work on the machine make anything slow once, so that a slow text is tried again. */
const TRIES = 3;

/** Openings from which patterns look far ahead. A text of this length takes half a second, or minutes if it is searched again from each place. */
const RISKY: readonly (readonly [language: string, opening: string])[] = [
  ['apache', '<a '],
  ['html', '&'],
  ['jsp', '<s:a b'],
  ['jsp', '<%@page x '],
  ['kotlin', '"\\'],
  ['llvm', 'a.b'],
  ['markdown', '\n'],
  ['php', '#[=['],
];
const RISKY_LENGTH = 250_000;
const RISKY_SECONDS = 1;

/** What is missing from the output, as in Rouge: the signs around escaped text, and in Coq a name at the end of the text. */
const LOSING: ReadonlySet<string> = new Set(['escape', 'coq']);

function seconds(lexer: Lexer, seed: string, length: number): number {
  const code = seed.repeat(Math.ceil(length / seed.length));
  let read = 0;
  const taken = processorSeconds(() =>
    lexWith({ lexer, options: new Map() }, code, (_token, text) => {
      read += text.length;
    }),
  );
  if (!LOSING.has(lexer.tag)) expect(read).toBe(code.length);
  return taken;
}

function isSlow(lexer: Lexer, seed: string, length: number, limit: number): boolean {
  for (let left = TRIES; left > 0; left--) if (seconds(lexer, seed, length) <= limit) return false;
  return true;
}

for (const { tag, lexer: load } of LANGUAGES) {
  test(`${tag} reads any repeated opening in time`, () => {
    const lexer = load();
    const slow = SEEDS.filter((seed) => STEPS.every(([length, limit]) => isSlow(lexer, seed, length, limit)));
    expect(slow).toEqual([]);
  });
}

for (const [language, seed] of RISKY) {
  test(`${language} reads a very long text of ${JSON.stringify(seed)} in time`, () => {
    const lexer = LANGUAGES.find(({ tag }) => tag === language)?.lexer();
    if (lexer === undefined) throw new Error(`There is no ${language}.`);
    expect(isSlow(lexer, seed, RISKY_LENGTH, RISKY_SECONDS)).toBe(false);
  });
}
