// Holds our tokens against the reference's on the code blocks of real sites and prints a table per language.
//   node scripts/conformance/highlight.mjs                      the table, from the blocks collected before
//   node scripts/conformance/highlight.mjs --show LANG [N]      the first N blocks that differ (10)
//   node scripts/conformance/highlight.mjs --collect NAME DIR   collects the blocks of a site (needs the reference)
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compareTokens, loadHighlighter, showTokens, startReference } from './highlight-common.mjs';

const shared = process.env.UTTERSON_SHARED ?? join(import.meta.dirname, '..', '..', '..', 'shared');
const folder = process.env.HIGHLIGHT_BLOCKS ?? join(shared, 'conformance', 'highlight');

const FENCE = /^([ \t>]*)(`{3,}|~{3,})[ \t]*([\w.+#-]+(?:\?\S+)?)?[^\n`]*\n(.*?)\n[ \t>]*\2[`~]*[ \t]*$/gms;
const TAG = /\{%-?\s*highlight\s+([\w.+#-]+)[^%]*%\}(.*?)\{%-?\s*endhighlight\s*-?%\}/gs;

function blocksOf(text) {
  const blocks = [];
  for (const [, indent, , language, body] of text.matchAll(FENCE)) {
    if (language === undefined) continue;
    const code = body.split('\n').map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line));
    blocks.push({ language, code: `${code.join('\n')}\n` });
  }
  for (const [, language, body] of text.matchAll(TAG)) {
    blocks.push({ language: language.toLowerCase(), code: body.replace(/^[\n\r]+|[\n\r]+$/g, '') });
  }
  return blocks;
}

async function collect(name, site) {
  const files = readdirSync(site, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /\.(?:md|markdown|mkdn?|html)$/.test(path),
  );
  const reference = startReference();
  const found = [];
  const seen = new Set();
  for (const file of files) {
    for (const block of blocksOf(readFileSync(join(site, file), 'utf8'))) {
      const key = JSON.stringify(block);
      if (seen.has(key)) continue;
      seen.add(key);
      const { tag, tokens } = await reference.ask(block);
      found.push({ file, ...block, tag, tokens });
    }
  }
  reference.stop();
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.json`), JSON.stringify(found));
  console.log(`${name}: ${found.length} blocks`);
}

function readBlocks() {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')));
}

function percent(part, whole) {
  return whole === 0 ? '' : `${((100 * part) / whole).toFixed(1)} %`;
}

async function compare(show, limit) {
  const { lex, findLexer } = await loadHighlighter();
  const rows = new Map();
  let shown = 0;
  for (const { file, language, code, tag, tokens } of readBlocks()) {
    if (tag === null) continue;
    const actual = lex(code, language).map(({ token, text }) => [token, text]);
    const result = compareTokens(tokens, actual);
    const row = rows.get(tag) ?? { blocks: 0, identical: 0, characters: 0, same: 0, lexer: findLexer(language) };
    row.blocks++;
    row.identical += result.identical ? 1 : 0;
    row.characters += result.characters;
    row.same += result.same;
    rows.set(tag, row);
    if (show === tag && !result.identical && shown++ < limit) {
      console.log(
        `${file}\n  expected ${showTokens(tokens, result.first)}\n  actual   ${showTokens(actual, result.first)}`,
      );
    }
  }
  if (show !== undefined) return;
  console.log('| language | blocks | identical | characters |\n|---|---:|---:|---:|');
  for (const [tag, row] of [...rows].sort((left, right) => right[1].blocks - left[1].blocks)) {
    const name = row.lexer === undefined ? `${tag} (no lexer)` : tag;
    console.log(
      `| ${name} | ${row.blocks} | ${percent(row.identical, row.blocks)} | ${percent(row.same, row.characters)} |`,
    );
  }
}

const [command, first, second] = process.argv.slice(2);
if (command === '--collect') await collect(first, second);
else if (command === '--show') await compare(first, Number(second ?? 10));
else await compare();
