// Collects the code blocks of a site with Rouge's tokens, for highlight.mjs.
//   RUBYLIB=… node scripts/conformance/highlight-collect.mjs SET NAME SITE
// SET is `known` for sites that were used while writing the lexers, and `heldout` for those that were not.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { blocksFolder, startRouge } from './highlight-common.mjs';

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

const [set, name, site] = process.argv.slice(2);
if (site === undefined) {
  console.error('usage: highlight-collect.mjs SET NAME SITE');
  process.exit(2);
}
const files = readdirSync(site, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.(?:md|markdown|mkdn?|html)$/.test(entry.name))
  .map((entry) => relative(site, join(entry.parentPath, entry.name)));
const reference = startRouge();
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
const folder = join(blocksFolder, set);
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, `${name}.json`), JSON.stringify(found));
console.log(`${name}: ${found.length} blocks`);
