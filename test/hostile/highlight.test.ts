import { expect, test } from 'vitest';
import type { Lexer } from '../../src/highlight/engine/lexer.ts';
import { lexWith } from '../../src/highlight/lex.ts';
import { LANGUAGES } from '../../src/highlight/lexers/languages.ts';
import { processorSeconds } from '../processor-seconds.ts';
import { SEEDS } from './highlight-seeds.ts';

/**
 * Lengths at which a text is read in turn, as long as it was slower than this limit. What is slow at both is read at the longer lengths, where the
 * times are compared with each other and not with a clock: how fast a machine is, and what else it does, must not count.
 */
const SHORT: readonly (readonly [length: number, seconds: number])[] = [
  [2_000, 0.001],
  [8_000, 0.012],
];
const LENGTHS = [8_000, 40_000] as const;

/** Five times the text takes five times the work if that is linear, and 25 times if it grows with the square. */
const MOST_GROWTH = 12;

/** Below this, the longest text is fast enough however its work grows, and too fast to be measured well. */
const HARMLESS_SECONDS = 0.2;

/** Compilation and garbage make anything slow once, so that the fastest of several tries counts. */
const TRIES = 3;

/** Openings from which patterns look far ahead. These take half a second, or minutes if the text is searched again from each place. */
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
const RISKY_LENGTHS = [50_000, 250_000] as const;

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

/** Whether the text is read within the limit in one of several tries. */
function isReadWithin(lexer: Lexer, seed: string, length: number, limit: number): boolean {
  return Array.from({ length: TRIES }).some(() => seconds(lexer, seed, length) <= limit);
}

/** Whether the work for a text grows faster than its length. */
function growsTooFast(lexer: Lexer, seed: string, [short, long]: readonly [number, number]): boolean {
  const atShort = Math.min(...Array.from({ length: TRIES }, () => seconds(lexer, seed, short)));
  return !isReadWithin(lexer, seed, long, Math.max(HARMLESS_SECONDS, MOST_GROWTH * atShort));
}

for (const { tag, lexer: load } of LANGUAGES) {
  test(`${tag} reads any repeated opening in a time that grows with its length`, () => {
    const lexer = load();
    const slow = SEEDS.filter(
      (seed) =>
        SHORT.every(([length, limit]) => !isReadWithin(lexer, seed, length, limit)) &&
        growsTooFast(lexer, seed, LENGTHS),
    );
    expect(slow).toEqual([]);
  });
}

for (const [language, seed] of RISKY) {
  test(`${language} reads a very long text of ${JSON.stringify(seed)} in a time that grows with its length`, () => {
    const lexer = LANGUAGES.find(({ tag }) => tag === language)?.lexer();
    if (lexer === undefined) throw new Error(`There is no ${language}.`);
    expect(growsTooFast(lexer, seed, RISKY_LENGTHS)).toBe(false);
  });
}
