// Writes the expected HTML of the highlighter's cases by running Rouge: for cases without it, or for all with --all.
//   RUBYLIB=… node scripts/highlight-expect.mjs [--all]
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startRouge } from './conformance/highlight-common.mjs';

async function render(code, language) {
  const { tag, html } = await reference.ask({ language, code });
  if (tag === null) throw new Error(`The reference does not know ${language}`);
  return html;
}

/** Each line is a text of its own, in which `\\n` stands for a line break. */
async function renderLines(text, language) {
  let result = '';
  for (const line of text.replace(/\n$/, '').split('\n')) {
    const html = await render(line.replaceAll('\\n', '\n'), language);
    result += `${html.replaceAll('\n', '\\n')}\n`;
  }
  return result;
}

const cases = join(import.meta.dirname, '..', 'test', 'cases', 'highlight');
const all = process.argv.includes('--all');
const reference = startRouge();
for (const folder of readdirSync(cases)) {
  for (const file of readdirSync(join(cases, folder)).filter((name) => name.endsWith('.txt'))) {
    const path = join(cases, folder, file);
    const expected = path.replace(/\.txt$/, '.html');
    if (!all && existsSync(expected)) continue;
    const language = folder.replace('@', '?');
    const text = readFileSync(path, 'utf8');
    writeFileSync(
      expected,
      file.endsWith('.lines.txt') ? await renderLines(text, language) : await render(text, language),
    );
  }
}
reference.stop();
