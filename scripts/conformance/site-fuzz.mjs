// Makes up small sites and shows which we build otherwise than the reference. Needs the reference on RUBYLIB.
//   node scripts/conformance/site-fuzz.mjs [COUNT] [SEED] [KEEP]
// The sites are those of seeds SEED to SEED + COUNT - 1. With KEEP, a folder, the sites that differ are copied there.
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
import { pathToFileURL } from 'node:url';
import { bundleSources } from './bundle.mjs';
import { makeSite } from './site-generate.mjs';

const [count = '200', seed = '1', keep] = process.argv.slice(2);
const SHOWN = 20;
const ROUND = 200;
const MODIFIED = new Date('2026-01-01T00:00:00Z');

const bundle = await bundleSources('site-fuzz', { entryPoints: [join(import.meta.dirname, '../../src/index.ts')] });
const { build, silentLog, UttersonError } = await import(pathToFileURL(bundle)).finally(() => rmSync(bundle));

function writeSite(folder, files) {
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  for (const path of ['', ...readdirSync(folder, { recursive: true })])
    lutimesSync(join(folder, path), MODIFIED, MODIFIED);
}

/** The files below a folder, none where a site has none to write. */
function walk(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

/** Why our build stops, where it does. Whatever is not our kind of error is a bug of its own. */
async function failureOf(source, destination) {
  try {
    const overrides = { source, destination, disable_disk_cache: true, config: [join(source, '_config.yml')] };
    await build({ log: silentLog(), overrides, folder: source, environment: { TZ: 'UTC' } });
    return undefined;
  } catch (error) {
    return error instanceof UttersonError ? error : new TypeError(`not a clear error: ${error.stack}`);
  }
}

function firstDifference(expected, actual) {
  const [wanted, got] = [walk(expected), walk(actual)];
  for (const file of wanted) if (!got.includes(file)) return `${file} is missing`;
  for (const file of got) if (!wanted.includes(file)) return `${file} is too many`;
  for (const file of wanted) {
    const [left, right] = [expected, actual].map((folder) => readFileSync(join(folder, file), 'utf8').split('\n'));
    const line = left.findIndex((text, at) => text !== right[at]);
    if (line !== -1 || left.length !== right.length)
      return `${file}:${line + 1}\n  reference ${JSON.stringify(left[line])}\n  we        ${JSON.stringify(right[line])}`;
  }
  return undefined;
}

async function compare(folder, name, tally) {
  const [source, expected, actual] = ['sites', 'expected', 'actual'].map((part) => join(folder, part, name));
  const error = existsSync(`${expected}.error`) ? readFileSync(`${expected}.error`, 'utf8') : undefined;
  const failure = await failureOf(source, actual);
  if (failure instanceof TypeError) return failure.message;
  if (error !== undefined) tally.stopped++;
  if (error !== undefined && failure === undefined) return `the reference stops: ${error}`;
  if (error === undefined && failure !== undefined) return `we stop: ${failure.message}`;
  return error === undefined ? firstDifference(expected, actual) : undefined;
}

async function runRound(from, to, tally) {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'site-fuzz-')));
  try {
    for (let at = from; at < to; at++) writeSite(join(folder, 'sites', String(at)), makeSite(at));
    execFileSync('ruby', ['-W0', join(import.meta.dirname, 'site-reference.rb'), folder], {
      stdio: 'inherit',
      env: { ...process.env, LANG: 'C.UTF-8', TZ: 'UTC' },
    });
    for (let at = from; at < to; at++) {
      const difference = await compare(folder, String(at), tally);
      if (difference === undefined) continue;
      tally.differences++;
      if (tally.differences <= SHOWN) console.log(`site ${at}: ${difference}`);
      if (keep !== undefined) cpSync(join(folder, 'sites', String(at)), join(keep, String(at)), { recursive: true });
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const tally = { differences: 0, stopped: 0 };
const last = Number(seed) + Number(count);
for (let from = Number(seed); from < last; from += ROUND) await runRound(from, Math.min(from + ROUND, last), tally);
console.log(`${count} sites of seed ${seed}, ${tally.stopped} stop the build, ${tally.differences} differ`);
process.exitCode = tally.differences === 0 ? 0 : 1;
