// Times kramdown against markdown-it with five plugins and, if installed, Ruby's kramdown 2.5.2; then on hostile texts.
// Measures processor time, with the engines taking turns; a ratio is the median of the ratios within each round.
//   node bench/kramdown.mjs [--rounds 7] [--json FILE] [SITE_FOLDER …]         without a folder, on generated posts
//   node bench/kramdown.mjs --hostile [--sizes 10000,100000,1000000]           only the hostile texts
//   node bench/kramdown.mjs --memory                                           peak memory for documents of 5 MB
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import MarkdownIt from 'markdown-it';
import abbr from 'markdown-it-abbr';
import anchor from 'markdown-it-anchor';
import attrs from 'markdown-it-attrs';
import deflist from 'markdown-it-deflist';
import footnote from 'markdown-it-footnote';
import { bundle, hasReference, JEKYLL, readBodies } from '../scripts/conformance/kramdown-common.mjs';
import { NESTED, PATTERNS } from '../test/hostile/kramdown-patterns.mjs';

const { values, positionals: folders } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '7' },
    json: { type: 'string' },
    hostile: { type: 'boolean', default: false },
    memory: { type: 'boolean', default: false },
    sizes: { type: 'string', default: '10000,100000,1000000' },
  },
});
const kramdown = await bundle('kramdown/kramdown.ts');
const { toHtml } = await import(pathToFileURL(kramdown).href);

/** Seconds of processor time, which other processes affect least. Includes garbage collection. */
function seconds(job) {
  const before = process.cpuUsage();
  job();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
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

/** markdown-it with the plugins that come closest to kramdown's features. */
function makeMarkdownIt() {
  const parser = new MarkdownIt({ html: true, typographer: true });
  return [attrs, footnote, deflist, abbr, anchor].reduce((made, plugin) => made.use(plugin), parser);
}

const RUBY = `
  require "json"; require "kramdown"; require "kramdown-parser-gfm"
  texts = JSON.parse(File.read(ARGV[0]))
  options = { input: "GFM", hard_wrap: false, syntax_highlighter: nil }
  $stdout.sync = true
  $stdin.each_line do
    started = Process.clock_gettime(Process::CLOCK_PROCESS_CPUTIME_ID)
    texts.each { |text| Kramdown::Document.new(text, options).to_html }
    puts Process.clock_gettime(Process::CLOCK_PROCESS_CPUTIME_ID) - started
  end
`;

/** Starts Ruby's kramdown as a process that converts all texts on request and answers with the time it took. */
function startReference(texts) {
  const folder = mkdtempSync(join(tmpdir(), 'utterson-kramdown-'));
  const path = join(folder, 'texts.json');
  writeFileSync(path, JSON.stringify(texts));
  const ruby = spawn('ruby', ['-W0', '-e', RUBY, path], { stdio: ['pipe', 'pipe', 'inherit'] });
  const answers = createInterface({ input: ruby.stdout })[Symbol.asyncIterator]();
  const time = async () => {
    ruby.stdin.write('\n');
    return Number((await answers.next()).value);
  };
  const stop = () => {
    ruby.stdin.end();
    rmSync(folder, { recursive: true });
  };
  return { time, stop };
}

/** The posts of a generated site, for when no real one is given. */
function makeBodies() {
  const folder = mkdtempSync(join(tmpdir(), 'utterson-bench-'));
  const script = join(import.meta.dirname, 'make-site.mjs');
  spawnSync(process.execPath, [script, '--out', folder, '--posts', '500', '--images', '0', '--for', 'jekyll']);
  const bodies = readBodies(folder);
  rmSync(folder, { recursive: true });
  return bodies;
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

async function printThroughput() {
  const bodies = folders.length > 0 ? folders.flatMap(readBodies) : makeBodies();
  const texts = bodies.map(({ text }) => text);
  const megabytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1e6;
  const markdownIt = makeMarkdownIt();
  const convertAll = (convert) => async () => seconds(() => texts.forEach((text) => void convert(text)));
  const reference = hasReference() ? startReference(texts) : undefined;
  const engines = new Map([
    ['utterson', convertAll((text) => toHtml(text, JEKYLL))],
    ['markdown-it and 5 plugins', convertAll((text) => markdownIt.render(text, {}))],
    ...(reference === undefined ? [] : [['kramdown 2.5.2 (Ruby)', reference.time]]),
  ]);
  const times = new Map([...engines.keys()].map((name) => [name, []]));
  for (let round = 0; round < Number(values.rounds); round++)
    for (const [name, time] of engines) times.get(name).push(await time());
  reference?.stop();
  console.log(`${texts.length} texts, ${megabytes.toFixed(1)} MB${folders.length > 0 ? '' : ', made up'}`);
  const ours = times.get('utterson');
  const rows = [...times].map(([name, each]) => ({
    name,
    'MB/s': Number((megabytes / median(each)).toFixed(1)),
    'times as slow': Number(median(each.map((time, round) => time / ours[round])).toFixed(1)),
  }));
  console.table(rows);
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify({ megabytes, rows }, null, 2)}\n`);
}

/** Units of dense markup, repeated to documents of 5 MB. */
const LONG = {
  'made-up posts': '',
  'short paragraphs': '*a* `b` [c](d)\n\n',
  'a table': '| *a* | `b` | [c](d) | e |\n',
  'a list': '- *a* b `c`\n',
  'lists in lists': '- a\n  - b\n    - c\n\n      d\n',
  definitions: 'a\n: b\n',
  headings: '# a heading\n\ntext\n\n',
  'code blocks': '~~~ js\nvar a\n~~~\n\n',
  'one paragraph of emphasis': '*a* ',
};

const CHILD = `
  import { readFileSync } from 'node:fs';
  const { toHtml } = await import(process.argv[1]);
  toHtml(readFileSync(0, 'utf8'), ${JSON.stringify(JEKYLL)});
  console.log(Math.round(process.resourceUsage().maxRSS / 1024));
`;

function printMemory() {
  console.log('| 5 MB of | most memory |\n|---|---|');
  for (const [name, unit] of Object.entries(LONG)) {
    const text =
      unit === ''
        ? makeBodies()
            .map((body) => body.text)
            .join('\n')
        : unit;
    const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', CHILD, pathToFileURL(kramdown).href], {
      input: text.repeat(Math.ceil(5e6 / text.length)).slice(0, 5e6),
      encoding: 'utf8',
    });
    console.log(`| ${name} | ${stdout.trim()} MB |`);
  }
}

if (values.memory) printMemory();
else {
  if (!values.hostile) await printThroughput();
  printHostile();
}
