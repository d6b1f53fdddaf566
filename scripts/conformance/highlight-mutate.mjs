// Cuts, swaps and inserts pieces of the blocks that highlight-collect.mjs collected, and compares our tokens with Rouge's.
//   export RUBYLIB=… HIGHLIGHT_BLOCKS=…; node scripts/conformance/highlight-mutate.mjs SEED COUNT [LANGUAGE …]
// Makes COUNT texts for each language with a lexer of our own and at least three blocks, and prints up to three that differ, reduced
// to what is needed to show the difference.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { blocksFolder, compareTokens, loadHighlighter, showTokens, startReference } from './highlight-common.mjs';

/** Longer blocks take long to reduce and show nothing more. */
const LONGEST = 1500;
const SHOWN = 3;

const [seed, count, ...languages] = process.argv.slice(2);
let state = Math.imul(Number(seed), 2654435761) >>> 0;

/** A pseudorandom number below the limit, the same in each run with the same seed. */
function random(limit) {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 2 ** 32) * limit);
}

const piecesOf = (code) => code.match(/\w+|\s+|[^\w\s]/gu) ?? [];

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

/** Removes lines, then pieces, then characters, as long as the rest still differs. */
async function shorten(language, code) {
  for (const split of [(text) => text.split(/(?<=\n)/), piecesOf, (text) => [...text]]) {
    let parts = split(code);
    for (let size = Math.ceil(parts.length / 2); size >= 1; size = Math.floor(size / 2)) {
      for (let at = 0; at < parts.length; ) {
        const rest = parts.toSpliced(at, size);
        if (rest.length > 0 && !(await compare(language, rest.join(''))).identical) parts = rest;
        else at += size;
      }
    }
    code = parts.join('');
  }
  return code;
}

async function tryLanguage(language, codes) {
  const found = new Map();
  let identical = 0;
  for (let left = Number(count); left > 0; left--) {
    const code = mutate(codes);
    if ((await compare(language, code)).identical) identical++;
    else if (found.size < SHOWN) {
      const short = await shorten(language, code);
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
const reference = startReference();
const blocks = readBlocks();
const chosen = LANGUAGES.map(({ tag }) => tag).filter(
  (tag) => (blocks.get(tag) ?? []).length >= 3 && (languages.length === 0 || languages.includes(tag)),
);
let identical = 0;
for (const language of chosen) identical += await tryLanguage(language, blocks.get(language));
console.log(`${identical} of ${chosen.length * Number(count)} identical, seed ${seed}`);
reference.stop();
