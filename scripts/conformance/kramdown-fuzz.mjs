// Converts generated documents with our kramdown and Ruby's, and shows where the two differ. Needs Ruby's kramdown on RUBYLIB.
//   node scripts/conformance/kramdown-fuzz.mjs [COUNT] [SEED] [FOLDER OF REAL TEXTS …]
//   node scripts/conformance/kramdown-fuzz.mjs --mutate [COUNT] [SEED] FOLDER OF REAL TEXTS …
// With --mutate the documents are parts of the real texts, changed as hasty editing does, with Jekyll's options and code highlighted.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  compareWithReference,
  firstDifference,
  HIGHLIGHTED,
  loadKramdown,
  loadSource,
  readBodies,
  startKramdown,
} from './kramdown-common.mjs';
import { Generator } from './kramdown-generate.mjs';
import { mutateText, shortenText } from './mutate-text.mjs';
import { choicesFrom } from './random.mjs';
import { shared } from './shared.mjs';

const isMutating = process.argv.includes('--mutate');
const [count = '2000', seed = '1', ...folders] = process.argv.slice(2).filter((argument) => argument !== '--mutate');
const SHOWN = 10;
const LONGEST = 20_000;
const { convert } = await loadKramdown();
const { highlightCode } = await loadSource('converters/highlight-code.ts');

const seedOf = (index) => Number(seed) * 1_000_003 + index;

function generateDocuments() {
  const path = join(shared, 'conformance', 'kramdown', 'testcases.json');
  const texts = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).map(({ text }) => text) : [];
  for (const { text } of folders.flatMap(readBodies)) if (text.length < LONGEST) texts.push(text);
  return Array.from({ length: Number(count) }, (_, index) => {
    const generator = new Generator(seedOf(index), texts);
    return { id: index, text: generator.document(), options: generator.options(), timeout: 3 };
  });
}

function mutateDocuments() {
  const texts = folders.flatMap(readBodies).map(({ text }) => text);
  return Array.from({ length: Number(count) }, (_, index) => {
    const text = mutateText(choicesFrom(seedOf(index)), texts);
    return { id: index, text, options: HIGHLIGHTED, timeout: 3 };
  });
}

/** kramdown's refusal of a text or an option. All other errors are Ruby's own, or its stack's. */
const REFUSAL = /^Kramdown::Error: (.*)/;

function convertHere(text, options) {
  try {
    return convert(text, options.syntax_highlighter === 'rouge' ? { ...options, highlight: highlightCode } : options);
  } catch (error) {
    if (error.code !== 'KramdownError') throw error;
    return { refusal: error.message };
  }
}

/** What differs, or undefined. A text at which Ruby stops with an error of its own counts as identical. */
function difference({ text, options }, { html, warnings, error }) {
  const isRefused = error !== undefined && REFUSAL.test(error);
  if (error !== undefined && !isRefused) return undefined;
  const ours = convertHere(text, options);
  if (isRefused || ours.refusal !== undefined)
    return isRefused && ours.refusal !== undefined
      ? undefined
      : { ours: `${ours.refusal ?? ours.html}`, theirs: `${error ?? html}` };
  if (ours.html !== html) return { ours: ours.html, theirs: html };
  const [own, ruby] = [ours.warnings, warnings].map((lines) => lines.join('\n'));
  return own === ruby ? undefined : { ours: own, theirs: ruby };
}

const different = [];
let errors = 0;
let same = 0;
await compareWithReference(isMutating ? mutateDocuments() : generateDocuments(), (document, answer) => {
  const found = difference(document, answer);
  if (answer.error !== undefined) errors++;
  else if (found === undefined) same++;
  else different.push({ document, ...found });
});

console.log(`kramdown: seed ${seed}: ${same} identical, ${different.length} different, ${errors} errors of Ruby's own`);
different.sort((a, b) => a.document.text.length - b.document.text.length);
const reference = startKramdown();
for (const { document, ...found } of different.slice(0, SHOWN)) {
  let shown = { ...document, ...found };
  const differs = async (text) => {
    const shorter = { ...document, text };
    const still = difference(shorter, await reference.ask(shorter));
    if (still !== undefined) shown = { ...shorter, ...still };
    return still !== undefined;
  };
  await shortenText(document.text, differs);
  console.log(
    `${JSON.stringify(shown.text)} ${JSON.stringify(shown.options)}\n${firstDifference(shown.ours, shown.theirs)}`,
  );
}
reference.stop();
process.exitCode = different.length > 0 ? 1 : 0;
