// Compares how our lexers and Rouge read the words of our own tables in other positions: in another case, before and behind signs and other words.
//   RUBYLIB=… node scripts/conformance/highlight-positions.mjs COUNT [LANGUAGE …]
// Takes COUNT words of each language's sources, and prints the first line that differs for each position, and how many do.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadHighlighter, startRouge } from './highlight-common.mjs';

const folder = join(import.meta.dirname, '..', '..', 'src', 'highlight', 'lexers');
const LINES_A_TEXT = 15;
const BEGINNINGS = new Map([
  ['php', '<?php\n'],
  ['hack', '<?hh\n'],
]);

/** The word stands for `%`. */
const SIGNS =
  'x.% %(1) %.x :% %_ %1 _% %-x x-% @% #% $% %! %? %=1 "%" <%> {%} [%] /%/ --% %, %; %::x x::% \'%\' %\\ &% %"a" x->% %/x *% !% %#x %$x %@x %<x> -% ' +
  '~% %|x =% (%) %[x] %{x} %<x>(y) %!(x) %?.x %;% %:x x(%) x[%] x.%(y) @%(x) "#{%}" <%>x</%> `%`';
const PHRASES = `%: 1|x %|% x|% {|  % =|% 1|% "a"|% x {\n|% x(y)|% x:|% x = 1|% X|% X x;|% x.y|% x.y.z;|% x::y|%\nx|x\n%|% x y z|% x, y|% "x" y|% x "y"
|% x -> y|% <x> y|% @x|% $x|% #x|% [x]|% (x) y|% x<y> z|% x-y|% x/y|% 1.5 x|% // x|% # x|% /* x */ y|% -- x|% ; x|% 'x'|%\tx|x = %|x: %|x, %|% % x
|if % x|return %|x %= y|% :x|x(% y)|{ % }|{ %: 1 }|{{ % }}`;
const positions = new Map([
  ['upper case', (word) => word.toUpperCase()],
  ['lower case', (word) => word.toLowerCase()],
  ['capital', (word) => word.replace(/[a-z]/i, (letter) => letter.toUpperCase())],
  ...[...SIGNS.split(' '), ...PHRASES.replaceAll('\n|', '|').split('|')].map((line) => [
    line,
    (word) => line.replaceAll('%', () => word),
  ]),
]);

/** The words in the strings and patterns of a source, without its comments and imports. */
function wordsOf(file) {
  const source = readFileSync(join(folder, file), 'utf8').replace(/\/\*.*?\*\/|^\s*(?:\/\/|import)[^\n]*/gms, '');
  const texts = [...source.matchAll(/`([^`]*)`|'((?:[^'\\\n]|\\.)*)'/g)].map((match) => match[1] ?? match[2] ?? '');
  const patterns = [...source.matchAll(/\/(?:[^/\\\n[]|\\.|\[(?:[^\]\\]|\\.)*\])+\//g)].flatMap(
    ([pattern]) => pattern.match(/(?<![\\\w])[A-Za-z_][\w-]{2,}/g) ?? [],
  );
  const words = texts.flatMap((text) => text.split(/[\s|]+/));
  return [...words.filter((word) => /^[@#%$:]?[A-Za-z_][\w.$*?!'/<>=+-]*$/.test(word)), ...patterns];
}

/** A language's file and those with words that it imports. */
function filesOf(tag) {
  const file = sources.find((name) =>
    new RegExp(`(?:tag: |Lexer\\(\\s*)'${tag}'`).test(readFileSync(join(folder, name), 'utf8')),
  );
  if (file === undefined) return [];
  const imports = [...readFileSync(join(folder, file), 'utf8').matchAll(/from '\.\/([\w.-]+)'/g)].map(
    ([, name]) => name,
  );
  return [file, ...imports.filter((name) => name !== 'html.ts')];
}

const show = (tokens) => tokens.map(([token, text]) => `${token || '-'}:${JSON.stringify(text)}`).join(' ');

/** The lines that differ, each on its own: a word that opens something spoils those after it. */
async function differences(language, lines) {
  const code = (BEGINNINGS.get(language) ?? '') + lines.map((line) => `${line}\n`).join('');
  const expected = (await reference.ask({ language, code })).tokens;
  const actual = lex(code, language).map(({ token, text }) => [token, text]);
  if (JSON.stringify(expected) === JSON.stringify(actual)) return [];
  if (lines.length === 1) return [`${show(expected)}, not ${show(actual)}`];
  const found = [];
  for (const line of lines) found.push(...(await differences(language, [line])));
  return found;
}

async function comparePosition(language, words, [name, place]) {
  const lines = [...new Set(words.map(place))];
  const found = [];
  for (let start = 0; start < lines.length; start += LINES_A_TEXT) {
    found.push(...(await differences(language, lines.slice(start, start + LINES_A_TEXT))));
  }
  if (found.length > 0)
    console.log(`${language}: ${JSON.stringify(name)}, ${found.length} of ${lines.length}: ${found[0]}`);
  return { compared: lines.length, different: found.length };
}

const [count, ...chosen] = process.argv.slice(2);
const sources = readdirSync(folder).filter((name) => name !== 'languages.ts');
const { lex, LANGUAGES } = await loadHighlighter();
const reference = startRouge();
let compared = 0;
let different = 0;
for (const language of chosen.length > 0 ? chosen : LANGUAGES.map(({ tag }) => tag)) {
  const words = [...new Set(filesOf(language).flatMap(wordsOf))];
  const step = Math.max(1, words.length / Number(count));
  const some = words.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
  for (const position of positions) {
    const result = await comparePosition(language, some, position);
    compared += result.compared;
    different += result.different;
  }
}
console.log(`${compared - different} of ${compared} lines identical`);
reference.stop();
