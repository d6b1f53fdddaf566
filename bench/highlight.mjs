// Measures the speed of our lexers, each on its own test cases repeated to a megabyte.
//   node bench/highlight.mjs [LANGUAGE …]             megabytes per second, and Rouge's if Ruby with Rouge is installed
//   node bench/highlight.mjs --hostile [LANGUAGE …]   the slowest of many hostile openings repeated to a megabyte, in seconds
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '..');
const cases = join(root, 'test', 'cases', 'highlight');
const hostile = process.argv.includes('--hostile');
const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const MEGABYTE = 1_000_000;

async function load(entry) {
  const outfile = join(root, 'dist', 'tools', `bench-${entry.replaceAll(/\W/g, '-')}.mjs`);
  await build({
    entryPoints: [join(root, entry)],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    logLevel: 'warning',
  });
  return import(pathToFileURL(outfile).href);
}

function sample(language) {
  const folder = join(cases, language);
  const files = readdirSync(folder).filter((name) => name.endsWith('.txt') && !name.endsWith('.lines.txt'));
  const chosen = files.length > 0 ? files : readdirSync(folder).filter((name) => name.endsWith('.txt'));
  const text = chosen
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n')
    .replaceAll('\\n', '\n')
    .replace(/\n__END__.*/gs, '');
  return text.repeat(Math.ceil(MEGABYTE / text.length)).slice(0, MEGABYTE);
}

/** Seconds of processor time, which other work on the machine does not affect. */
function seconds(run) {
  const start = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1_000_000;
}

const RUBY = `
require "rouge"
code = $stdin.read
lexer = Rouge::Lexer.find(ARGV[0])
formatter = Rouge::Formatters::HTML.new
formatter.format(lexer.new.lex(code[0, 20_000]))
start = Process.clock_gettime(Process::CLOCK_PROCESS_CPUTIME_ID)
formatter.format(lexer.new.lex(code))
print Process.clock_gettime(Process::CLOCK_PROCESS_CPUTIME_ID) - start`;

/** Seconds that Rouge takes, or `undefined` if it is not installed. */
function reference(language, code) {
  const { status, stdout } = spawnSync('ruby', ['-W0', '-e', RUBY, language], { input: code, encoding: 'utf8' });
  return status === 0 ? Number(stdout) : undefined;
}

const { highlight } = await load('src/highlight/highlight.ts');
const { LANGUAGES } = await load('src/highlight/lexers/languages.ts');
const { SEEDS } = await load('test/hostile/highlight-seeds.ts');
const tags = LANGUAGES.map(({ tag }) => tag).filter((tag) => wanted.length === 0 || wanted.includes(tag));

if (hostile) {
  for (const tag of tags) {
    let worst = { time: 0, seed: '' };
    for (const seed of SEEDS) {
      const code = seed.repeat(Math.ceil(MEGABYTE / seed.length));
      const time = seconds(() => highlight(code, tag));
      if (time > worst.time) worst = { time, seed };
    }
    console.log(`${tag.padEnd(14)} ${worst.time.toFixed(2)} s  ${JSON.stringify(worst.seed)}`);
  }
} else {
  console.log('| language | MB/s | reference | times |\n|---|---:|---:|---:|');
  for (const tag of tags) {
    const code = sample(tag);
    seconds(() => highlight(code.slice(0, 200_000), tag));
    const ours = 1 / Math.min(...[1, 2, 3].map(() => seconds(() => highlight(code, tag))));
    const part = code.slice(0, MEGABYTE / 10);
    const time = reference(tag, part);
    const theirs = time === undefined ? undefined : 0.1 / time;
    console.log(
      `| ${tag} | ${ours.toFixed(1)} | ${theirs?.toFixed(2) ?? ''} | ${theirs === undefined ? '' : (ours / theirs).toFixed(0)} |`,
    );
  }
}
