// Times kramdown on real texts against markdown-it with five plugins and, where Ruby has kramdown 2.5.2, the reference;
// or on hostile texts.
//   node bench/kramdown.mjs [--runs 5] [--json FILE] FOLDER OF A SITE …
//   node bench/kramdown.mjs --hostile [--sizes 10000,100000,1000000]
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { hasReference, JEKYLL, loadKramdown, readBodies } from '../scripts/conformance/kramdown-common.mjs';
import { NESTED, PATTERNS } from '../test/hostile/kramdown-patterns.mjs';

const { values, positionals: folders } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: 'string', default: '5' },
    json: { type: 'string' },
    hostile: { type: 'boolean', default: false },
    sizes: { type: 'string', default: '10000,100000,1000000' },
  },
});
const { toHtml } = await loadKramdown();

/** Processor time, which other processes on the machine disturb least. */
function seconds(job) {
  const before = process.cpuUsage().user;
  job();
  return (process.cpuUsage().user - before) / 1e6;
}

function attempt(text) {
  let outcome = '';
  const time = seconds(() => {
    try {
      toHtml(text, JEKYLL);
    } catch (error) {
      outcome = ` (${error.code})`;
    }
  });
  return `${(time * 1000).toFixed(0)} ms${outcome}`;
}

function printHostile() {
  const sizes = values.sizes.split(',').map(Number);
  console.log(
    `| text | ${sizes.map((size) => `${size / 1000} KB`).join(' | ')} |\n|---|${'---|'.repeat(sizes.length)}`,
  );
  for (const [name, make] of PATTERNS) {
    console.log(`| \`${name.replaceAll('|', '\\|')}\` | ${sizes.map((size) => attempt(make(size))).join(' | ')} |`);
  }
  console.log('\n| 10,000 levels of | |\n|---|---|');
  for (const [name, text] of NESTED) console.log(`| ${name} | ${attempt(text)} |`);
}

const PLUGINS = ['attrs', 'footnote', 'deflist', 'abbr', 'anchor'];

/** markdown-it with what comes nearest to kramdown's features; undefined where the plugins are not installed. */
async function loadMarkdownIt() {
  try {
    const { default: MarkdownIt } = await import('markdown-it');
    const parser = new MarkdownIt({ html: true, typographer: true });
    for (const name of PLUGINS) {
      const { default: plugin } = await import(`markdown-it-${name}`);
      parser.use(plugin);
    }
    return parser;
  } catch (error) {
    console.log(`markdown-it is left out: ${error.message.split('\n')[0]}`);
    console.log(`  npm install --no-save ${PLUGINS.map((name) => `markdown-it-${name}`).join(' ')}`);
    return undefined;
  }
}

const RUBY = `
  require "json"; require "kramdown"; require "kramdown-parser-gfm"
  texts = JSON.parse(File.read(ARGV[0]))
  options = { input: "GFM", hard_wrap: false, syntax_highlighter: nil }
  best = ARGV[1].to_i.times.map do
    started = Process.clock_gettime(Process::CLOCK_PROCESS_CPUTIME_ID)
    texts.each { |text| Kramdown::Document.new(text, options).to_html }
    Process.clock_gettime(Process::CLOCK_PROCESS_CPUTIME_ID) - started
  end.min
  puts best
`;

function timeReference(texts) {
  const folder = mkdtempSync(join(tmpdir(), 'utterson-kramdown-'));
  const path = join(folder, 'texts.json');
  writeFileSync(path, JSON.stringify(texts));
  const { stdout } = spawnSync('ruby', ['-W0', '-e', RUBY, path, '2'], { encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  return Number(stdout);
}

async function printThroughput() {
  const texts = folders.flatMap(readBodies).map(({ text }) => text);
  const megabytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1e6;
  const markdownIt = await loadMarkdownIt();
  const engines = [['utterson', (text) => toHtml(text, JEKYLL)]];
  if (markdownIt !== undefined) engines.push(['markdown-it and 5 plugins', (text) => markdownIt.render(text, {})]);
  const times = new Map(engines.map(([name]) => [name, Number.POSITIVE_INFINITY]));
  for (let run = 0; run < Number(values.runs); run++) {
    for (const [name, convert] of engines) {
      const time = seconds(() => {
        for (const text of texts) convert(text);
      });
      times.set(name, Math.min(times.get(name), time));
    }
  }
  if (hasReference()) times.set('kramdown 2.5.2 (Ruby)', timeReference(texts));
  console.log(`${texts.length} texts, ${megabytes.toFixed(1)} MB`);
  for (const [name, time] of times) console.log(`${name.padEnd(28)} ${(megabytes / time).toFixed(1).padStart(6)} MB/s`);
  const results = Object.fromEntries([...times].map(([name, time]) => [name, megabytes / time]));
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify({ megabytes, results }, null, 2)}\n`);
}

if (values.hostile) printHostile();
else await printThroughput();
