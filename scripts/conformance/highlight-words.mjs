// Compares how our lexers and Rouge classify words: a list of words, one per line, goes through each of our lexers.
//   RUBYLIB=… node scripts/conformance/highlight-words.mjs WORDFILE [LANGUAGE …]
// Prints, for each language, the lines that differ with the expected and actual classes. Any list will do; the longer the better.
import { readFileSync } from 'node:fs';
import { loadHighlighter, startReference } from './highlight-common.mjs';

/** How many words share a text: few, because a word that opens something (a heredoc, a pattern) spoils those after it. */
const WORDS_A_TEXT = 25;

/** For languages in which a lone word means little: the line to put it in, and what comes before the first line. */
const LINES = new Map([
  ['php', '%(1);\n'],
  ['css', 'a { %: %; }\n'],
  ['scss', 'a { %: %; }\n'],
  ['lua', 'x = %(1)\n'],
  ['make', '$(% x)\n'],
  ...['apache', 'nginx', 'ssh'].map((tag) => [tag, '% on\n']),
  ...['scheme', 'racket', 'common_lisp', 'clojure'].map((tag) => [tag, '(% 1)\n']),
  ...['julia', 'r', 'matlab', 'cmake', 'cypher'].map((tag) => [tag, '%(x)\n']),
]);
const BEGINNINGS = new Map([
  ['php', '<?php\n'],
  ['hack', '<?hh\n'],
]);

/** The tokens of each line. */
function linesOf(tokens) {
  const lines = [[]];
  for (const [token, text] of tokens) {
    for (const piece of text.split(/(?<=\n)/)) {
      lines.at(-1).push([token, piece]);
      if (piece.endsWith('\n')) lines.push([]);
    }
  }
  return lines;
}

const classes = (line = []) => line.map(([token]) => token || '-').join(' ');

async function compare(language, words) {
  const template = LINES.get(language) ?? '%\n';
  const code = (BEGINNINGS.get(language) ?? '') + words.map((word) => template.replaceAll('%', word)).join('');
  const expected = linesOf((await reference.ask({ language, code })).tokens);
  const actual = linesOf(lex(code, language).map(({ token, text }) => [token, text]));
  expected.forEach((line, index) => {
    if (JSON.stringify(line) === JSON.stringify(actual[index])) return;
    const text = line
      .map(([, piece]) => piece)
      .join('')
      .trim();
    console.log(`${language}: ${text}: ${classes(line)}, not ${classes(actual[index])}`);
  });
}

const [file, ...languages] = process.argv.slice(2);
if (file === undefined) {
  console.error('usage: highlight-words.mjs WORDFILE [LANGUAGE …]');
  process.exit(2);
}
const words = readFileSync(file, 'utf8').split(/\s+/).filter(Boolean);
const { lex, LANGUAGES } = await loadHighlighter();
const reference = startReference();
for (const language of languages.length > 0 ? languages : LANGUAGES.map(({ tag }) => tag)) {
  for (let start = 0; start < words.length; start += WORDS_A_TEXT) {
    await compare(language, words.slice(start, start + WORDS_A_TEXT));
  }
}
reference.stop();
