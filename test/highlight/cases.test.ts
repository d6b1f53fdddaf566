import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Token } from '../../src/highlight/engine/token.ts';
import { highlight } from '../../src/highlight/highlight.ts';
import { findLexer } from '../../src/highlight/lex.ts';
import { isAscii } from '../../src/util/values/ruby-text.ts';

/**
 * test/cases/highlight/LANGUAGE/CASE.txt is code that we wrote ourselves, CASE.html what Rouge makes of it
 * (`node scripts/highlight-expect.mjs` writes missing ones). The folder may name options: `console@lang=ruby`.
 * In CASE.lines.txt every line is a text, in which `\n` stands for the end of a line.
 */
const cases = join(import.meta.dirname, '..', 'cases', 'highlight');

function highlightLines(text: string, language: string): string {
  const snippets = text.replace(/\n$/, '').split('\n');
  return snippets
    .map((snippet) => highlight(snippet.replaceAll('\\n', '\n'), language).replaceAll('\n', '\\n'))
    .map((html) => `${html}\n`)
    .join('');
}

for (const folder of readdirSync(cases)) {
  const language = folder.replace('@', '?');
  for (const file of readdirSync(join(cases, folder)).filter((name) => name.endsWith('.txt'))) {
    test(`${folder}/${file}`, () => {
      const code = readFileSync(join(cases, folder, file), 'utf8');
      const expected = readFileSync(join(cases, folder, file.replace(/\.txt$/, '.html')), 'utf8');
      const actual = file.endsWith('.lines.txt') ? highlightLines(code, language) : highlight(code, language);
      expect(actual).toBe(expected);
    });
  }
}

/** The tokens of a text, with the patterns for ASCII texts or with those for all texts. */
function lex(code: string, language: string, isForAscii: boolean): [Token, string][] {
  const pieces: [Token, string][] = [];
  const chosen = findLexer(language, code);
  const surroundings = { isAscii: isForAscii, find: (name: string) => findLexer(name)?.lexer };
  const run = chosen?.lexer.start({ ...surroundings, options: chosen.options });
  run?.feed(code, (token, text) => pieces.push([token, text]));
  return pieces;
}

test('the patterns for ASCII texts find the same as those for all texts', () => {
  let compared = 0;
  for (const folder of readdirSync(cases)) {
    for (const file of readdirSync(join(cases, folder)).filter((name) => name.endsWith('.txt'))) {
      const code = readFileSync(join(cases, folder, file), 'utf8');
      if (!isAscii(code)) continue;
      const language = folder.replace('@', '?');
      expect(lex(code, language, true), `${folder}/${file}`).toEqual(lex(code, language, false));
      compared++;
    }
  }
  expect(compared).toBeGreaterThan(400);
});
