import { expect, test } from 'vitest';
import type { Lexer } from '../../src/highlight/engine/lexer.ts';
import { lexWith } from '../../src/highlight/lex.ts';
import { LANGUAGES } from '../../src/highlight/lexers/languages.ts';
import { growsTooFast, processorSeconds, type Seconds } from '../linear-time.ts';
import { SEEDS } from './highlight-seeds.ts';

/**
 * Lengths at which a text is read in turn, as long as it was slower than this limit. Only what is slow at both is read at more lengths, because
 * that takes long for all texts of all languages.
 */
const SHORT: readonly (readonly [length: number, seconds: number])[] = [
  [2_000, 0.001],
  [8_000, 0.012],
];
const LENGTH = 40_000;

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
const RISKY_LENGTH = 250_000;

/** What is missing from the output, as in Rouge: the signs around escaped text, and in Coq a name at the end of the text. */
const LOSING: ReadonlySet<string> = new Set(['escape', 'coq']);

function secondsToRead(lexer: Lexer, seed: string): Seconds {
  return async (length) => {
    const code = seed.repeat(Math.ceil(length / seed.length));
    let read = 0;
    const taken = await processorSeconds(() =>
      lexWith({ lexer, options: new Map() }, code, (_token, text) => {
        read += text.length;
      }),
    );
    if (!LOSING.has(lexer.tag)) expect(read).toBe(code.length);
    return taken;
  };
}

async function isSlow(seconds: Seconds): Promise<boolean> {
  for (const [length, limit] of SHORT) if ((await seconds(length)) <= limit) return false;
  return growsTooFast(seconds, LENGTH);
}

for (const { tag, lexer: load } of LANGUAGES) {
  test(`${tag} reads any repeated opening in a time that grows with its length`, async () => {
    const lexer = load();
    const slow: string[] = [];
    for (const seed of SEEDS) if (await isSlow(secondsToRead(lexer, seed))) slow.push(seed);
    expect(slow).toEqual([]);
  });
}

for (const [language, seed] of RISKY) {
  test(`${language} reads a very long text of ${JSON.stringify(seed)} in a time that grows with its length`, async () => {
    const lexer = LANGUAGES.find(({ tag }) => tag === language)?.lexer();
    if (lexer === undefined) throw new Error(`There is no ${language}.`);
    expect(await growsTooFast(secondsToRead(lexer, seed), RISKY_LENGTH)).toBe(false);
  });
}
