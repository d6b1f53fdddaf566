// Runs Jekyll and Utterson on probes and says where they differ; needs Ruby with jekyll on RUBYLIB.
//   node scripts/conformance/probe.mjs [--record] [--said] [FILE…]
// Without files, runs all of test/probes. --record writes Jekyll's result into the files, which test/probes.test.ts then expects of us.
// --said prints the messages of both programs.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { importSources } from './bundle.mjs';

const root = resolve(import.meta.dirname, '../..');
const flags = new Set(process.argv.slice(2).filter((word) => word.startsWith('--')));
const named = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const folder = join(root, 'test/probes');
const all = () => readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.txt'));
const files =
  named.length > 0
    ? named
    : all()
        .sort()
        .map((name) => join(folder, name));

const { environmentIn, parseProbe, layOut, takeIn, tryProbe, differences, unsaid, formatOutcome, withoutExpected } =
  await importSources('probe', { entryPoints: [join(root, 'scripts/conformance/probe-entry.ts')] });

/** The messages and results of Jekyll, probe by probe. */
function askJekyll(probes) {
  const folder = mkdtempSync(join(tmpdir(), 'probes-'));
  const [question, answer] = [join(folder, 'jobs.json'), join(folder, 'answers.json')];
  const jobs = probes.map((probe) => {
    const place = layOut(probe);
    const environment = { TZ: 'UTC', LANG: 'C.UTF-8', ...environmentIn(place, probe) };
    return { folder: place, runs: probe.runs, environment };
  });
  writeFileSync(question, JSON.stringify(jobs));
  const script = join(root, 'scripts/conformance/probe-reference.rb');
  const { status, stderr } = spawnSync('ruby', ['-W0', script, question, answer], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  const trials = JSON.parse(readFileSync(answer, 'utf8')).map(({ status, said }, index) => {
    const place = jobs[index].folder;
    return { status, said: said.replaceAll(place, 'FOLDER'), ...takeIn(place, probes[index]) };
  });
  for (const place of [folder, ...jobs.map((job) => job.folder)]) rmSync(place, { recursive: true });
  return trials;
}

/** The messages of a program, without those of every build and without Ruby's stack traces. */
function worth(said) {
  const plain =
    /^(?:\tfrom |Configuration file: FOLDER|\s*(?:Source|Destination|Generating\.\.\.|Incremental build|Auto-regeneration|Site|done in)\b|.*`exit': exit|\s*$|\s*-{20}|.*--trace|.*for any additional inf)/;
  return said
    .split('\n')
    .filter((line) => !plain.test(line))
    .join('\n');
}

const probes = files.map((file) => parseProbe(readFileSync(file, 'utf8')));
const trials = askJekyll(probes);
let different = 0;
for (const [index, file] of files.entries()) {
  const [probe, theirs] = [probes[index], trials[index]];
  const ours = await tryProbe(probe);
  const found = differences(ours, theirs);
  found.push(...unsaid(probe, theirs.said).map((piece) => `Jekyll does not say: ${piece}`));
  found.push(...unsaid(probe, ours.said).map((piece) => `not said here: ${piece}`));
  if (found.length > 0) different++;
  if (found.length > 0 || flags.has('--said')) console.log(`${relative(root, resolve(file))}\n${found.join('\n')}`);
  if (flags.has('--said'))
    console.log(
      `--- Jekyll (${theirs.status})\n${worth(theirs.said)}\n--- here (${ours.status})\n${worth(ours.said)}\n`,
    );
  if (!flags.has('--record')) continue;
  writeFileSync(file, withoutExpected(readFileSync(file, 'utf8')) + formatOutcome(theirs));
}
const rows = new Set(probes.flatMap((probe) => probe.rows));
console.log(
  `${files.length - different} of ${files.length} probes are the same, for ${rows.size} rows of the inventory`,
);
process.exitCode = different === 0 ? 0 : 1;
