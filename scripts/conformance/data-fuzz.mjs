// Generates YAML, dates and paths, and shows where we differ from Jekyll. Needs Jekyll on RUBYLIB.
//   TZ=UTC node scripts/conformance/data-fuzz.mjs yaml|dates|urls [COUNT] [SEED]
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const [mode = 'yaml', count = '5000', seed = '1'] = process.argv.slice(2);
const SHOWN = 20;
const bundle = join(import.meta.dirname, '..', '..', 'dist', 'conformance', 'data.js');
await build({
  entryPoints: [join(import.meta.dirname, 'data-entry.ts')],
  outfile: bundle,
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
});
const { answers } = await import(pathToFileURL(bundle));

/** An answer without what Jekyll could not express in UTF-8. */
const comparable = (wanted, got) =>
  mode === 'urls'
    ? JSON.stringify(got, (key, value) => (key !== '' && wanted[key] === null ? null : value))
    : JSON.stringify(got);

const script = join(import.meta.dirname, 'data-reference.rb');
const output = execFileSync('ruby', ['-W0', script, mode, count, seed], { encoding: 'utf8', maxBuffer: 2 ** 30 });
let differences = 0;
for (const line of output.trimEnd().split('\n')) {
  const [, input, wanted] = JSON.parse(line);
  const got = answers[mode](input);
  if (JSON.stringify(wanted) === comparable(wanted, got)) continue;
  differences++;
  if (differences > SHOWN) continue;
  console.log(`${JSON.stringify(input)}\n  reference ${JSON.stringify(wanted)}\n  we        ${JSON.stringify(got)}`);
}
console.log(`${mode}: ${count} cases of seed ${seed}, ${differences} differ`);
process.exitCode = differences === 0 ? 0 : 1;
