// Compares our tokens with Rouge's on the code blocks of real sites, and prints a table by language for each set of sites.
//   node scripts/conformance/highlight.mjs [SET …]              the tables, from the blocks that highlight-collect.mjs collected
//   node scripts/conformance/highlight.mjs --show SET LANG [N]  the first N blocks of a set that differ (10)
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { blocksFolder, compareTokens, loadHighlighter, showTokens } from './highlight-common.mjs';

/** The goal for identical blocks of a language, in percent. */
const BLOCK_GOALS = new Map([
  ...'shell ruby json yaml html xml css javascript java sql diff plaintext'.split(' ').map((tag) => [tag, 95]),
  ...'typescript python scala elixir markdown liquid go c cpp csharp php swift kotlin rust'
    .split(' ')
    .map((tag) => [tag, 85]),
]);
/** The goal for characters with the right class, in percent. */
const CHARACTER_GOAL = 98;

function readBlocks(set) {
  const folder = join(blocksFolder, set);
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return files
    .flatMap((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')))
    .filter(({ tag }) => tag !== null);
}

function compareBlock({ language, code, tokens }) {
  const actual = lex(code, language).map(({ token, text }) => [token, text]);
  return { actual, ...compareTokens(tokens, actual) };
}

function percent(part, whole) {
  return whole === 0 ? '' : `${((100 * part) / whole).toFixed(1)} %`;
}

/** A row of counts for each key of the blocks. */
function count(blocks, keyOf) {
  const rows = new Map();
  for (const block of blocks) {
    const key = keyOf(block);
    const row = rows.get(key) ?? { key, blocks: 0, identical: 0, characters: 0, same: 0 };
    rows.set(key, row);
    row.blocks++;
    row.identical += block.result.identical ? 1 : 0;
    row.characters += block.result.characters;
    row.same += block.result.same;
  }
  return [...rows.values()].sort((left, right) => right.blocks - left.blocks);
}

function printRow({ key, blocks, identical, characters, same }, goal) {
  const reached = percent(identical, blocks);
  console.log(`| ${key} | ${blocks} | ${reached} | ${percent(same, characters)} | ${goal} |`);
}

function judge(reached, goal) {
  if (goal === undefined) return '';
  return `${goal} %${reached * 100 >= goal ? '' : ' **missed**'}`;
}

function printTable(set) {
  const blocks = readBlocks(set).map((block) => ({ ...block, result: compareBlock(block) }));
  console.log(`\n${set}: ${blocks.length} blocks\n`);
  console.log('| language | blocks | identical | characters | goal |\n|---|---:|---:|---:|---|');
  for (const row of count(blocks, ({ tag }) => tag)) {
    printRow(row, judge(row.identical / row.blocks, BLOCK_GOALS.get(row.key)));
  }
  for (const row of count(blocks, () => '**all**')) {
    printRow(row, `characters ${judge(row.same / row.characters, CHARACTER_GOAL)}`);
  }
}

function showDifferences(set, language, limit) {
  let shown = 0;
  for (const block of readBlocks(set)) {
    if (block.tag !== language) continue;
    const { identical, actual, first } = compareBlock(block);
    if (identical) continue;
    if (++shown > limit) return;
    console.log(
      `${block.file}\n  expected ${showTokens(block.tokens, first)}\n  actual   ${showTokens(actual, first)}`,
    );
  }
}

const { lex } = await loadHighlighter();

function listSets() {
  const entries = readdirSync(blocksFolder, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

const [command, ...rest] = process.argv.slice(2);
if (!existsSync(blocksFolder)) console.log(`Not checked: there is no ${blocksFolder} (HIGHLIGHT_BLOCKS)`);
else if (command === '--show') showDifferences(rest[0], rest[1], Number(rest[2] ?? 10));
else (command === undefined ? listSets() : [command, ...rest]).forEach(printTable);
