// Generates small sites and shows which of them we build differently from Jekyll. Needs Jekyll on RUBYLIB.
//   node scripts/conformance/site-fuzz.mjs [COUNT] [SEED] [KEEP]
// The sites are those of seeds SEED to SEED + COUNT - 1. With KEEP, a folder, the sites that differ are copied there.
// If a site differs, Jekyll builds it again without each of the causes in site-causes.rb; if the result equals ours, the
// difference is explained.
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  lutimesSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { importSources } from './bundle.mjs';
import { makeSite } from './site-generate.mjs';
import { DESTINATION } from './site-oddities.mjs';

const [count = '200', seed = '1', keep] = process.argv.slice(2);
/** The names of site-causes.rb. */
const CAUSES = ['undated', 'wordless', 'converted'];
const ROUND = 200;
/** Ruby's own errors. In a site with plugins they say that a gem did not expect what it found. */
const CRASH = /^(?:NoMethodError|TypeError|RegexpError|Errno::\w+|ArgumentError: comparison of .*):?/;
const CRASHED = 'only the reference stops, with an error of Ruby';
const MODIFIED = new Date('2026-01-01T00:00:00Z');

const { build, silentLog, UttersonError } = await importSources('site-fuzz', {
  entryPoints: [join(import.meta.dirname, '../../src/index.ts')],
});

function writeSite(folder, files) {
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  for (const path of ['', ...readdirSync(folder, { recursive: true })])
    lutimesSync(join(folder, path), MODIFIED, MODIFIED);
}

/** Puts into the destination of a site what lies there before it is built. */
function prepareDestination(folder, name, destination) {
  const left = join(folder, 'sites', name, DESTINATION);
  if (existsSync(left)) cpSync(left, join(folder, destination, name), { recursive: true });
}

/** The files and folders below a folder; none if the site writes nothing, and so there is no folder. */
function walk(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1) + (entry.isDirectory() ? '/' : ''))
    .sort();
}

/** Why our build stops, if it does. An error that is neither an UttersonError nor the system's, which the command explains, is a bug in itself. */
async function failureOf(source, destination) {
  try {
    const overrides = { source, destination, disable_disk_cache: true, config: [join(source, '_config.yml')] };
    await build({ log: silentLog(), overrides, folder: source, environment: { TZ: 'UTC' } });
    return undefined;
  } catch (error) {
    const isClear = error instanceof UttersonError || error.syscall !== undefined;
    return isClear ? error : new TypeError(`not a clear error: ${error.stack}`);
  }
}

function firstDifference(expected, actual) {
  const [wanted, got] = [walk(expected), walk(actual)];
  for (const file of wanted) if (!got.includes(file)) return `${file} is missing`;
  for (const file of got) if (!wanted.includes(file)) return `${file} is too many`;
  for (const file of wanted) {
    if (file.endsWith('/')) continue;
    const [left, right] = [expected, actual].map((folder) => readFileSync(join(folder, file), 'utf8').split('\n'));
    const line = left.findIndex((text, at) => text !== right[at]);
    if (line !== -1 || left.length !== right.length)
      return `${file}:${line + 1}\n  reference ${JSON.stringify(left[line])}\n  we        ${JSON.stringify(right[line])}`;
  }
  return undefined;
}

function compare(folder, name, { expected, failure }) {
  const [wanted, actual] = [join(folder, expected, name), join(folder, 'actual', name)];
  const error = existsSync(`${wanted}.error`) ? readFileSync(`${wanted}.error`, 'utf8') : undefined;
  if (failure instanceof TypeError) return failure.message;
  if (error !== undefined && failure === undefined) {
    const hasPlugins = /^plugins: \[\w/m.test(readFileSync(join(folder, 'sites', name, '_config.yml'), 'utf8'));
    return `${hasPlugins && CRASH.test(error) ? CRASHED : 'the reference stops'}: ${error}`;
  }
  if (error === undefined && failure !== undefined) return `we stop: ${failure.message}`;
  return error === undefined ? firstDifference(wanted, actual) : undefined;
}

function buildReference(folder, words, names) {
  for (const name of names) prepareDestination(folder, name, words[0]);
  execFileSync('ruby', ['-W0', join(import.meta.dirname, 'site-reference.rb'), folder, ...words], {
    stdio: ['pipe', 'inherit', 'inherit'],
    input: names.join('\n'),
    env: { ...process.env, LANG: 'C.UTF-8', TZ: 'UTC' },
  });
}

/** Removes and counts the differences that disappear if Jekyll builds without a known cause. */
function explain(folder, failures, differences, tally) {
  for (const cause of CAUSES) {
    if (differences.size === 0) return;
    buildReference(folder, [cause, cause], [...differences.keys()]);
    for (const name of differences.keys()) {
      if (compare(folder, name, { expected: cause, failure: failures.get(name) }) !== undefined) continue;
      console.log(`site ${name}: ${cause}`);
      differences.delete(name);
      tally.explained++;
    }
  }
}

async function runRound(from, to, { tally, keep }) {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'site-fuzz-')));
  const names = Array.from({ length: to - from }, (_, at) => String(from + at));
  try {
    for (const name of names) writeSite(join(folder, 'sites', name), makeSite(Number(name)));
    buildReference(folder, ['expected'], names);
    const [failures, differences] = [new Map(), new Map()];
    for (const name of names) {
      prepareDestination(folder, name, 'actual');
      const failure = await failureOf(join(folder, 'sites', name), join(folder, 'actual', name));
      if (failure !== undefined) tally.stopped++;
      failures.set(name, failure);
      const difference = compare(folder, name, { expected: 'expected', failure });
      if (difference?.startsWith(CRASHED) === true) {
        console.log(`site ${name}: ${difference.slice(0, 200)}`);
        tally.crashed++;
        continue;
      }
      if (difference !== undefined) differences.set(name, difference);
    }
    for (const name of keep === undefined ? [] : differences.keys())
      cpSync(join(folder, 'sites', name), join(keep, name), { recursive: true });
    explain(folder, failures, differences, tally);
    for (const [name, difference] of differences) console.log(`site ${name}: ${difference}`);
    tally.differences += differences.size;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const tally = { differences: 0, explained: 0, stopped: 0, crashed: 0 };
const last = Number(seed) + Number(count);
for (let from = Number(seed); from < last; from += ROUND)
  await runRound(from, Math.min(from + ROUND, last), { tally, keep });
console.log(
  `${count} sites of seed ${seed}, ${tally.stopped} stop the build, ${tally.crashed} stop only the reference, with an error of Ruby, ${tally.explained} differ by a known cause, ${tally.differences} otherwise`,
);
process.exitCode = tally.differences === 0 ? 0 : 1;
