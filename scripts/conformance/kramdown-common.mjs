// What the tools of kramdown share: our parser bundled for plain Node, Ruby's kramdown as a process, and the texts.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { bundleSources, importSources } from './bundle.mjs';
import { startReference } from './reference-process.mjs';

const root = join(import.meta.dirname, '..', '..');

/** Jekyll's options, without a highlighter. */
export const JEKYLL = { input: 'GFM', hard_wrap: false, syntax_highlighter: null };

/** Jekyll's options as they come, with Rouge. */
export const HIGHLIGHTED = {
  ...JEKYLL,
  syntax_highlighter: 'rouge',
  syntax_highlighter_opts: { default_lang: 'plaintext', guess_lang: true },
};

const entryOf = (file) => [file.replaceAll('/', '-'), { entryPoints: [join(root, 'src', file)] }];

/** Bundles a file of the current sources, and returns the path of the bundle. */
export const bundle = (file) => bundleSources(...entryOf(file));

/** What a file of the current sources exports. */
export const loadSource = (file) => importSources(...entryOf(file));

/** Our kramdown. */
export const loadKramdown = () => loadSource('kramdown/kramdown.ts');

/** Whether there is a Ruby with kramdown 2.5.2 and its GFM parser on RUBYLIB. */
export function hasReference() {
  const script = 'require "kramdown"; require "kramdown-parser-gfm"; exit(Kramdown::VERSION == "2.5.2")';
  return spawnSync('ruby', ['-W0', '-e', script], { stdio: 'ignore' }).status === 0;
}

/** Starts Ruby's kramdown as a process: `ask(document)` → its answer. */
export const startKramdown = () => startReference('kramdown-reference.rb');

/** How many documents wait for Ruby at a time, so that it never waits for us. */
const AHEAD = 50;

/** Passes documents to Ruby's kramdown and calls back with each document and its answer, in order. */
export async function compareWithReference(documents, onAnswer) {
  const reference = startKramdown();
  const asked = [];
  for (const document of documents) {
    asked.push(reference.ask(document).then((answer) => onAnswer(document, answer)));
    if (asked.length > AHEAD) await asked.shift();
  }
  await Promise.all(asked);
  reference.stop();
}

/** The front matter of a file, as Jekyll finds it. */
export const FRONT_MATTER = /^---[ \t\n\v\f\r]*\n[\s\S]*?\n?(?:^|\n)(?:---|\.\.\.)[ \t\v\f\r]*(?:\n|$)/;

/** The texts of all Markdown files below a folder, without front matter. */
export function readBodies(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:md|markdown)$/.test(entry.name))
    .filter((entry) => !entry.parentPath.includes('node_modules'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => ({
      id: relative(folder, path),
      text: readFileSync(path, 'utf8')
        .replace(/^\ufeff/, '')
        .replace(FRONT_MATTER, ''),
    }))
    .filter(({ text }) => !text.includes('\0') && !text.includes('\ufffd'));
}

/** The first lines at which two texts differ. */
export function firstDifference(ours, theirs) {
  const [a, b] = [ours.split('\n'), theirs.split('\n')];
  const line = a.findIndex((text, index) => text !== b[index]);
  const at = line === -1 ? a.length : line;
  return `  line ${at + 1}\n  ours:   ${JSON.stringify(a[at])}\n  theirs: ${JSON.stringify(b[at])}`;
}
