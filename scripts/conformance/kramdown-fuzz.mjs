// Converts generated documents with our kramdown and Ruby's, and shows where the two differ. Needs Ruby's kramdown on RUBYLIB.
//   node scripts/conformance/kramdown-fuzz.mjs [COUNT] [SEED] [FOLDER OF REAL TEXTS …]
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compareWithReference, firstDifference, loadKramdown, readBodies } from './kramdown-common.mjs';
import { Generator } from './kramdown-generate.mjs';
import { shared } from './shared.mjs';

const [count = '2000', seed = '1', ...folders] = process.argv.slice(2);
const SHOWN = 10;
const LONGEST = 20_000;
const { convert } = await loadKramdown();

const path = join(shared, 'conformance', 'kramdown', 'testcases.json');
const texts = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).map(({ text }) => text) : [];
for (const { text } of folders.flatMap(readBodies)) if (text.length < LONGEST) texts.push(text);

const documents = Array.from({ length: Number(count) }, (_, index) => {
  const generator = new Generator(Number(seed) * 1_000_003 + index, texts);
  return { id: index, text: generator.document(), options: generator.options(), timeout: 3 };
});

const different = [];
const errors = [];
let same = 0;
await compareWithReference(documents, (document, { html, warnings, error }) => {
  if (error !== undefined) {
    errors.push(error);
    return;
  }
  const ours = convert(document.text, document.options);
  if (ours.html !== html) different.push({ document, ours: ours.html, theirs: html });
  else if (JSON.stringify(ours.warnings) === JSON.stringify(warnings)) same++;
  else different.push({ document, ours: ours.warnings.join('\n'), theirs: warnings.join('\n') });
});

console.log(
  `kramdown: seed ${seed}: ${same} identical, ${different.length} different, ${errors.length} errors of Ruby's own`,
);
different.sort((a, b) => a.document.text.length - b.document.text.length);
for (const { document, ours, theirs } of different.slice(0, SHOWN)) {
  console.log(`${JSON.stringify(document.text)} ${JSON.stringify(document.options)}\n${firstDifference(ours, theirs)}`);
}
process.exitCode = different.length > 0 ? 1 : 0;
