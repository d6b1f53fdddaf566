// Writes the expected HTML of the highlighter's cases with the reference: those that are missing, or all with --all.
//   . /work/ref/env.sh; node scripts/highlight-expect.mjs [--all]
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startReference } from './conformance/highlight-common.mjs';

const cases = join(import.meta.dirname, '..', 'test', 'cases', 'highlight');
const all = process.argv.includes('--all');
const reference = startReference();
for (const folder of readdirSync(cases)) {
  for (const file of readdirSync(join(cases, folder)).filter((name) => name.endsWith('.txt'))) {
    const path = join(cases, folder, file);
    const expected = path.replace(/\.txt$/, '.html');
    if (!all && existsSync(expected)) continue;
    const request = { language: folder.replace('@', '?'), code: readFileSync(path, 'utf8') };
    const { tag, html } = await reference.ask(request);
    if (tag === null) throw new Error(`${path}: the reference does not know ${request.language}`);
    writeFileSync(expected, html);
  }
}
reference.stop();
