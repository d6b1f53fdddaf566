// Cuts, swaps and inserts pieces of the blocks that highlight-collect.mjs collected, and compares our tokens with Rouge's.
//   export RUBYLIB=… HIGHLIGHT_BLOCKS=…; node scripts/conformance/highlight-mutate.mjs [--letters] SEED COUNT [LANGUAGE …]
// With --letters it puts letters beyond ASCII into words instead, as in code whose author does not write English.
// Makes COUNT texts for each language with a lexer of our own and at least three blocks, and prints up to three that differ, reduced
// to what is needed to show the difference.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { blocksFolder, compareTokens, loadHighlighter, showTokens, startRouge } from './highlight-common.mjs';
import { piecesOf, shortenText } from './mutate-text.mjs';

/** Longer blocks take long to reduce and show nothing more. */
const LONGEST = 1500;
const SHOWN = 3;

const withLetters = process.argv.includes('--letters');
const [seed, count, ...languages] = process.argv.slice(2).filter((argument) => argument !== '--letters');
let state = Math.imul(Number(seed), 2654435761) >>> 0;

/** A pseudorandom number below the limit, the same in each run with the same seed. */
function random(limit) {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 2 ** 32) * limit);
}

function readBlocks() {
  const blocks = new Map();
  const files = readdirSync(blocksFolder, { recursive: true }).filter((name) => name.endsWith('.json'));
  for (const file of files.sort()) {
    for (const { tag, code } of JSON.parse(readFileSync(join(blocksFolder, file), 'utf8'))) {
      if (code.length < LONGEST) blocks.set(tag, [...(blocks.get(tag) ?? []), code]);
    }
  }
  return blocks;
}

/** Small, capital and without case, of several bytes, a mark, a digit, and punctuation. */
const LETTERS = ['é', 'É', 'ж', 'Ж', '字', '日本', 'ß', 'ª', 'e\u0301', '٣', '。', '（', '…', '“', '🎉'];

function putLetters(codes) {
  const pieces = piecesOf(codes[random(codes.length)]);
  const words = pieces.flatMap((piece, index) => (/\w/.test(piece) ? [index] : []));
  for (let changes = 1 + random(4); changes > 0 && words.length > 0; changes--) {
    const at = words[random(words.length)];
    const letter = LETTERS[random(LETTERS.length)];
    const cut = random(pieces[at].length + 1);
    const kept = random(3) === 0 ? '' : pieces[at];
    pieces[at] = kept.slice(0, cut) + letter + kept.slice(cut);
  }
  return pieces.join('');
}

function mutate(codes) {
  const pieces = piecesOf(codes[random(codes.length)]);
  const others = piecesOf(codes[random(codes.length)]);
  for (let changes = 1 + random(3); changes > 0; changes--) {
    const at = random(pieces.length + 1);
    const from = random(others.length);
    const kind = random(4);
    if (kind === 0) pieces.splice(at, 1 + random(4));
    else if (kind === 1) pieces.splice(at, 0, pieces.splice(random(pieces.length), 1)[0] ?? '');
    else if (kind === 2) pieces.splice(at, 0, others[from] ?? '');
    else pieces.splice(at, 0, ...others.slice(from, from + random(20)));
  }
  return pieces.join('');
}

/** The tokens of both sides. A text on which Rouge fails counts as identical. */
async function compare(language, code) {
  const { tokens, error } = await reference.ask({ language, code });
  if (error !== undefined) return { identical: true };
  const actual = lex(code, language).map(({ token, text }) => [token, text]);
  return { ...compareTokens(tokens, actual), tokens, actual };
}

/** Whether the two sides differ; with --letters, whether they do because of them. */
async function differs(language, code) {
  if ((await compare(language, code)).identical) return false;
  return !withLetters || (await compare(language, code.replaceAll(/[^\0-\x7f]+/g, 'e'))).identical;
}

async function tryLanguage(language, codes) {
  const found = new Map();
  let identical = 0;
  for (let left = Number(count); left > 0; left--) {
    const code = withLetters ? putLetters(codes) : mutate(codes);
    if (!(await differs(language, code))) identical++;
    else if (found.size < SHOWN) {
      const short = await shortenText(code, (rest) => differs(language, rest));
      found.set(short, await compare(language, short));
    }
  }
  if (identical < Number(count)) console.log(`${language}: ${identical} of ${count}`);
  for (const [code, { tokens, actual }] of found) {
    const [expected, given] = [tokens, actual].map((side) => showTokens(side, 0, 0, Number.POSITIVE_INFINITY));
    console.log(`  ${JSON.stringify(code)}\n    expected ${expected}\n    actual   ${given}`);
  }
  return identical;
}

const { lex, LANGUAGES } = await loadHighlighter();
const reference = startRouge();
const blocks = readBlocks();
const chosen = LANGUAGES.map(({ tag }) => tag).filter(
  (tag) => (blocks.get(tag) ?? []).length >= 3 && (languages.length === 0 || languages.includes(tag)),
);
let identical = 0;
for (const language of chosen) identical += await tryLanguage(language, blocks.get(language));
console.log(`${identical} of ${chosen.length * Number(count)} identical, seed ${seed}`);
reference.stop();
