// Makes lists of words for highlight-words.mjs from folders of other editors' syntax files (unpacked packages of vim, Kate, Prism and so on).
//   node scripts/conformance/highlight-word-lists.mjs DESTINATION FOLDER …
// DESTINATION/LANGUAGE has the words of the files whose names are the language's or an alias of it, DESTINATION/common those in three files or more.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { loadHighlighter } from './highlight-common.mjs';

const WORD = /[@$%#:]?[A-Za-z_][A-Za-z\d_]*(?:[-.:/][A-Za-z\d_]+)*[!?*]?/g;
const LONGEST_WORD = 40;
/** Larger files are bundles, whose words say nothing about one language. */
const LARGEST_FILE = 2_000_000;
const COMMON = 3;

const nameOf = (text) => text.toLowerCase().replace(/[^a-z\d]/g, '');

function* filesIn(folders) {
  for (const folder of folders) {
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (entry.isFile()) yield join(entry.parentPath, entry.name);
    }
  }
}

const [destination, ...folders] = process.argv.slice(2);
if (folders.length === 0) {
  console.error('usage: highlight-word-lists.mjs DESTINATION FOLDER …');
  process.exit(2);
}
const byName = new Map();
const counts = new Map();
for (const file of filesIn(folders)) {
  const text = readFileSync(file, 'latin1');
  if (text.length > LARGEST_FILE) continue;
  const words = new Set((text.match(WORD) ?? []).filter((word) => word.length > 1 && word.length <= LONGEST_WORD));
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const name = nameOf(basename(file).split('.')[0]);
  byName.set(name, [...(byName.get(name) ?? []), words]);
}
mkdirSync(destination, { recursive: true });
const write = (name, words) => writeFileSync(join(destination, name), `${[...new Set(words)].sort().join('\n')}\n`);
write(
  'common',
  [...counts].filter(([, count]) => count >= COMMON).map(([word]) => word),
);
const { LANGUAGES } = await loadHighlighter();
for (const { tag, aliases = [] } of LANGUAGES) {
  const lists = [tag, ...aliases].flatMap((name) => byName.get(nameOf(name)) ?? []);
  if (lists.length > 0)
    write(
      tag,
      lists.flatMap((words) => [...words]),
    );
  else console.log(`${tag}: no file has its name`);
}
