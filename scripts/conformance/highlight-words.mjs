// Compares how our lexers and Rouge classify words: a list of words, one per line, goes through each of our lexers.
//   RUBYLIB=… node scripts/conformance/highlight-words.mjs [--line LINE] WORDFILE [LANGUAGE …]
// Prints, for each language, the lines that differ with the expected and actual classes. Any list will do; the longer the better.
// LINE is the text to put each word in, in place of `%`, with `\n` for a line's end: `x.%(1)`.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { loadHighlighter, startRouge } from './highlight-common.mjs';

/** How many words share a text at first. If it differs, each is asked alone: a word that opens something spoils those after it. */
const WORDS_A_TEXT = 25;

/** For languages in which a lone word means little: the line to put it in, and what comes before the first line. */
const LINES = new Map([
  ['php', '%(1);'],
  ['css', 'a { %: %; }'],
  ['scss', 'a { %: %; }'],
  ['lua', 'x = %(1)'],
  ['make', '$(% x)'],
  ...['apache', 'nginx', 'ssh'].map((tag) => [tag, '% on']),
  ...['scheme', 'racket', 'common_lisp', 'clojure'].map((tag) => [tag, '(% 1)']),
  ...['julia', 'r', 'matlab', 'cmake', 'cypher'].map((tag) => [tag, '%(x)']),
]);
const BEGINNINGS = new Map([
  ['php', '<?php\n'],
  ['hack', '<?hh\n'],
]);

const { values, positionals } = parseArgs({ options: { line: { type: 'string' } }, allowPositionals: true });
const [file, ...languages] = positionals;
if (file === undefined) {
  console.error('usage: highlight-words.mjs [--line LINE] WORDFILE [LANGUAGE …]');
  process.exit(2);
}

/** The words of a text, each in its line. */
function textOf(language, words) {
  const line = (values.line ?? LINES.get(language) ?? '%').replaceAll('\\n', '\n');
  return (BEGINNINGS.get(language) ?? '') + words.map((word) => `${line.replaceAll('%', () => word)}\n`).join('');
}

const classes = (tokens) => tokens.map(([token]) => token || '-').join(' ');

async function compare(language, words) {
  const code = textOf(language, words);
  const expected = (await reference.ask({ language, code })).tokens;
  const actual = lex(code, language).map(({ token, text }) => [token, text]);
  if (JSON.stringify(expected) === JSON.stringify(actual)) return;
  if (words.length === 1) console.log(`${language}: ${words[0]}: ${classes(expected)}, not ${classes(actual)}`);
  else for (const word of words) await compare(language, [word]);
}

const words = readFileSync(file, 'utf8').split(/\s+/).filter(Boolean);
const { lex, LANGUAGES } = await loadHighlighter();
const reference = startRouge();
for (const language of languages.length > 0 ? languages : LANGUAGES.map(({ tag }) => tag)) {
  for (let start = 0; start < words.length; start += WORDS_A_TEXT) {
    await compare(language, words.slice(start, start + WORDS_A_TEXT));
  }
}
reference.stop();
