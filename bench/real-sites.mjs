// Times cold builds of real sites with Jekyll and Utterson in turn, on copies and with settings as real-site.mjs makes them.
// Prints medians of wall time, with nothing cached. Both sides leave out style sheets, because Jekyll has another Sass engine.
//   node bench/real-sites.mjs [--runs 3] [--work WORK] CHECKOUT…
// WORK/NAME.yml holds settings for both, as in real-site.mjs. JEKYLL names the command of Jekyll; `jekyll` unless set.
import './environment.mjs';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { cli, configFiles, ownEnvironment, referenceCall, withCopy } from '../scripts/conformance/real-site-sides.mjs';

const { values, positionals } = parseArgs({
  options: { runs: { type: 'string', default: '3' }, work: { type: 'string' } },
  allowPositionals: true,
});

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** Seconds that a program takes in a folder from which output and caches of earlier runs have been removed. */
function time({ command, words, env }, { folder, destination }) {
  for (const path of [destination, join(folder, '.jekyll-cache')]) rmSync(path, { recursive: true, force: true });
  const started = performance.now();
  const { status, stderr } = spawnSync(command, words, { cwd: folder, env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} failed:\n${stderr}`);
  return (performance.now() - started) / 1000;
}

function measure(checkout, work) {
  const name = basename(resolve(checkout));
  return withCopy(checkout, (folder) => {
    const settings = configFiles(folder, join(work, `${name}.yml`));
    const destination = join(tmpdir(), `real-sites-${process.pid}`);
    const place = { folder, destination };
    const own = {
      command: process.execPath,
      words: [cli, 'build', '-s', folder, '-d', destination, '--config', settings.configs, '-q'],
      env: ownEnvironment(),
    };
    const reference = referenceCall(folder, settings, destination);
    const rounds = Array.from({ length: Number(values.runs) }, () => ({
      own: time(own, place),
      reference: time(reference, place),
    }));
    rmSync(destination, { recursive: true, force: true });
    const seconds = { own: median(rounds.map(({ own }) => own)), reference: median(rounds.map((r) => r.reference)) };
    const times = median(rounds.map((round) => round.reference / round.own));
    return {
      site: name,
      'Utterson s': seconds.own.toFixed(2),
      'Jekyll s': seconds.reference.toFixed(2),
      times: times.toFixed(1),
    };
  });
}

const made = values.work === undefined ? mkdtempSync(join(tmpdir(), 'real-sites-')) : undefined;
const work = resolve(made ?? values.work);
mkdirSync(work, { recursive: true });
const rows = [];
for (const checkout of positionals) {
  try {
    rows.push(measure(checkout, work));
  } catch (error) {
    console.error(`${checkout}: ${error.message}`);
    process.exitCode = 1;
  }
}
console.table(rows);
if (made !== undefined) rmSync(made, { recursive: true, force: true });
