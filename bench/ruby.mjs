// What a site's Ruby files cost: starting the interpreter, a call of a filter, and a loop in Ruby itself, here and in an installed Ruby.
//   node bench/ruby.mjs [RUNS]
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import './environment.mjs';

const CLI = resolve(import.meta.dirname, '../dist/cli.js');
const CALLS = 10_000;
const FILTER = `module Bench\n  def bench(text) = "#{text}!"\nend\nLiquid::Template.register_filter(Bench)\n`;
const LOOP = `posts = (0...150).map { |post| (0...5).map { |tag| "Tag #{(post * 7 + tag) % 350}" } }
begun = Process.clock_gettime(Process::CLOCK_MONOTONIC)
found = (0...350).sum { |tag| posts.sum { |tags| tags.count { |one| one.downcase == "tag #{tag}" } } }
puts "#{found} found, #{Process.clock_gettime(Process::CLOCK_MONOTONIC) - begun} s"
`;

const folder = mkdtempSync(join(tmpdir(), 'bench-ruby-'));
const runs = Number(process.argv[2] ?? 5);
const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** The seconds that a build of one page takes, and what it prints. */
function build(calls, plugin, ...flags) {
  const site = join(folder, 'site');
  rmSync(site, { recursive: true, force: true });
  mkdirSync(join(site, '_plugins'), { recursive: true });
  writeFileSync(join(site, '_plugins', 'bench.rb'), plugin);
  writeFileSync(join(site, 'index.html'), `---\n---\n{% for i in (1..${calls}) %}{{ i | bench }}{% endfor %}\n`);
  const begun = performance.now();
  const words = [CLI, 'build', '-s', site, '-d', join(folder, 'out'), '--disable-disk-cache', ...flags];
  const { stdout, stderr, status } = spawnSync(process.execPath, words, { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return { seconds: (performance.now() - begun) / 1000, stdout };
}

const secondsOf = (text) => Number(/found, ([\d.e-]+) s/.exec(text)?.[1]);
const times = { without: [], once: [], often: [], loop: [], ruby: [] };
for (let run = 0; run < runs; run++) {
  times.without.push(build(1, FILTER, '--no-ruby-plugins').seconds);
  times.once.push(build(1, FILTER).seconds);
  times.often.push(build(CALLS, FILTER).seconds);
  times.loop.push(secondsOf(build(1, FILTER + LOOP).stdout));
  times.ruby.push(secondsOf(spawnSync('ruby', ['-e', LOOP], { encoding: 'utf8' }).stdout ?? ''));
}
rmSync(folder, { recursive: true });
const [without, once, often, loop, ruby] = Object.values(times).map(median);
console.log(`the interpreter's start: ${(once - without).toFixed(2)} s`);
console.log(`a call of a filter: ${((1000 * (often - once)) / CALLS).toFixed(2)} ms`);
const beside = Number.isNaN(ruby) ? '' : `, in an installed Ruby ${ruby.toFixed(3)} s`;
console.log(`a loop of 262,500 steps: ${loop.toFixed(2)} s${beside}`);
