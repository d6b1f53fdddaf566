// Generates YAML, dates and paths, and shows where we differ from Jekyll. Needs Jekyll on RUBYLIB.
//   TZ=UTC node scripts/conformance/data-fuzz.mjs yaml|dates|urls [COUNT] [SEED]
//   TZ=UTC node scripts/conformance/data-fuzz.mjs yaml COUNT SEED FOLDER …
// With folders of sites, the texts are parts of their data files, settings and front matters, changed as hasty editing does.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { importSources } from './bundle.mjs';
import { FRONT_MATTER } from './kramdown-common.mjs';
import { mutateText, readTexts } from './mutate-text.mjs';
import { choicesFrom } from './random.mjs';

const [mode = 'yaml', count = '5000', seed = '1', ...folders] = process.argv.slice(2);
const SHOWN = 20;
const { answers } = await importSources('data', { entryPoints: [join(import.meta.dirname, 'data-entry.ts')] });

/** An answer without what Jekyll could not express in UTF-8. */
const comparable = (wanted, got) =>
  mode === 'urls'
    ? JSON.stringify(got, (key, value) => (key !== '' && wanted[key] === null ? null : value))
    : JSON.stringify(got);

/** YAML of real sites: data files and settings, and what stands above pages. */
function readYaml(folder) {
  const pages = readTexts(folder, /\.(?:md|markdown|html)$/).map((text) => FRONT_MATTER.exec(text)?.[0]);
  return [
    ...readTexts(folder, /\.ya?ml$/),
    ...pages.filter(Boolean).map((text) => text.replace(/\n(?:---|\.\.\.)\s*$/, '\n')),
  ];
}

function changeYaml() {
  const texts = folders.flatMap(readYaml);
  return Array.from({ length: Number(count) }, (_, index) =>
    mutateText(choicesFrom(Number(seed) * 1_000_003 + index), texts),
  );
}

const script = join(import.meta.dirname, 'data-reference.rb');
const inputs = folders.length > 0 ? changeYaml() : undefined;
const output = execFileSync('ruby', ['-W0', script, mode, ...(inputs === undefined ? [count, seed] : [])], {
  input: inputs?.map((text) => `${JSON.stringify(text)}\n`).join(''),
  encoding: 'utf8',
  maxBuffer: 2 ** 30,
});
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
