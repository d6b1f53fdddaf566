// Parses every layout and include of real sites with our Liquid and Jekyll's, and compares warnings and errors.
// Needs Jekyll 4.4.1 with Liquid 4.0.4 on RUBYLIB.
//   node scripts/conformance/liquid-templates.mjs [--verbose] FOLDER OF SITES …
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { FRONT_MATTER } from './kramdown-common.mjs';
import { loadLiquid } from './liquid-common.mjs';

/** The tags of plugins, which do nothing on both sides. */
const PLUGIN_TAGS =
  'seo feed_meta gist avatar octicon include_cached altDetails md change_baseurl static_href partial'.split(' ');

const isVerbose = process.argv.includes('--verbose');
const folders = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));

const script = 'require "jekyll"; exit(Jekyll::VERSION == "4.4.1" && Liquid::VERSION == "4.0.4")';
if (spawnSync('ruby', ['-W0', '-e', script], { stdio: 'ignore' }).status !== 0) {
  console.log('liquid: no Jekyll 4.4.1 with Liquid 4.0.4 on RUBYLIB, no layouts and includes compared');
  process.exit(0);
}

function readTemplates(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\/(?:_layouts|_includes)(?:\/|$)/.test(entry.parentPath))
    .filter((entry) => !entry.parentPath.includes('node_modules'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => ({ id: relative(folder, path), text: readFileSync(path, 'utf8').replace(FRONT_MATTER, '') }))
    .filter(({ text }) => !text.includes('\0') && !text.includes('\ufffd'));
}

function askReference(templates) {
  const { stdout } = spawnSync('ruby', ['-W0', join(import.meta.dirname, 'liquid-templates.rb'), ...PLUGIN_TAGS], {
    input: templates.map(({ text }) => `${JSON.stringify(text)}\n`).join(''),
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

function parse(text) {
  try {
    return { warnings: liquid.parseTemplate(text).warnings.map((warning) => warning.message) };
  } catch (error) {
    return { error: error.message };
  }
}

const { createSiteLiquid } = await loadLiquid();
const liquid = createSiteLiquid(PLUGIN_TAGS);
const templates = folders.flatMap(readTemplates);
const expected = askReference(templates);
let agreed = 0;
let warned = 0;
for (const [index, { id, text }] of templates.entries()) {
  const [ours, theirs] = [parse(text), expected[index]].map((answer) => JSON.stringify(answer));
  if (theirs !== '{"warnings":[]}') warned++;
  if (ours === theirs) agreed++;
  else if (isVerbose) console.log(`${id}\n  ours:   ${ours}\n  theirs: ${theirs}`);
}
console.log(
  `liquid: ${agreed} of ${templates.length} layouts and includes parse as with Jekyll, ${warned} of them with warnings or errors`,
);
process.exitCode = agreed === templates.length ? 0 : 1;
