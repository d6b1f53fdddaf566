// Completes the case files of test/cases/liquid with the output of Ruby's Liquid for their templates. Needs Ruby's Liquid on RUBYLIB.
//   node scripts/conformance/liquid-cases.mjs FILE.json …
// A file is an array of cases: `template`, and as needed `data`, `mode`, `strict`, `print`, `jekyll`; the script adds the rest.
import { readFileSync, writeFileSync } from 'node:fs';
import { startReference } from './reference-process.mjs';

const liquid = startReference('liquid-reference.rb');
const jekyll = startReference('liquid-reference.rb', '--jekyll');

const paths = process.argv.slice(2);
if (paths.length === 0) {
  console.error('usage: liquid-cases.mjs FILE.json …');
  process.exit(2);
}
for (const path of paths) {
  const cases = JSON.parse(readFileSync(path, 'utf8'));
  const filled = [];
  for (const { output: _, error: __, own: ___, warnings: ____, ...request } of cases) {
    const { warnings = [], ...answer } = await (request.jekyll ? jekyll : liquid).ask(request);
    filled.push({ ...request, ...answer, ...(warnings.length > 0 ? { warnings } : {}) });
  }
  writeFileSync(path, `[\n${filled.map((item) => `  ${JSON.stringify(item)}`).join(',\n')}\n]\n`);
}
liquid.stop();
jekyll.stop();
