// Runs Jekyll's own acceptance suite (its Cucumber features at tag v4.4.1) against Utterson.
//   node scripts/conformance/cucumber.mjs CHECKOUT [--cli FILE | --reference] [FEATURE…]
// CHECKOUT is a clone of jekyll/jekyll at v4.4.1 (or JEKYLL_CHECKOUT names it), which is not written to. FEATURE is one of its files,
// optionally with a line: features/rendering.feature:8. --reference runs the checkout's Jekyll instead: what fails there as well is not our
// fault. Only this script needs Ruby: Debian's `cucumber` and `ruby-rspec-expectations`, and the gems of Jekyll itself.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, delimiter, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

const here = import.meta.dirname;

/** What Utterson lacks by intention and a scenario may need, by the words of its steps. */
const NEEDS = [
  { what: 'Ruby code of the site', pattern: /_plugins\/\S*\.rb|\bRuby plugin\b/ },
  { what: 'the gem jekyll_test_plugin', pattern: /jekyll_test_plugin|test-dependency-theme/ },
  {
    what: "Jekyll's own caches, whose files are Ruby objects",
    pattern: /Jekyll--Cache|\.jekyll-metadata\S* file should exist/,
  },
];

/** Copies the features and what they read, so that runs do not interfere. */
function copyFeatures(checkout, folder) {
  for (const part of ['features', 'test/source', 'test/fixtures']) {
    if (existsSync(join(checkout, part)))
      cpSync(join(checkout, part), join(folder, part), { recursive: true, verbatimSymlinks: true });
  }
  mkdirSync(join(folder, 'tmp'));
}

/** Installs the themes among Jekyll's fixtures as gems. */
function installThemes(checkout, gems) {
  const fixtures = join(checkout, 'test/fixtures');
  for (const name of readdirSync(fixtures).filter((entry) => existsSync(join(fixtures, entry, `${entry}.gemspec`)))) {
    const specification = readFileSync(join(fixtures, name, `${name}.gemspec`), 'utf8');
    const version = /version\s*=\s*"([^"]+)"/.exec(specification)?.[1];
    cpSync(join(fixtures, name), join(gems, 'gems', `${name}-${version}`), { recursive: true, verbatimSymlinks: true });
    cpSync(join(fixtures, name, `${name}.gemspec`), join(gems, 'specifications', `${name}-${version}.gemspec`));
  }
}

function runCucumber(folder, { checkout, command, features }) {
  const results = join(folder, 'results.json');
  const loaded = ['features/support/helpers.rb', join(here, 'cucumber-world.rb'), 'features/step_definitions.rb'];
  const words = [...loaded.flatMap((file) => ['--require', file]), '--format', 'json', '--out', results];
  const env = {
    ...process.env,
    RUBYLIB: [join(checkout, 'lib'), process.env.RUBYLIB].filter(Boolean).join(delimiter),
    COMMAND_UNDER_TEST: JSON.stringify(command),
    THEME_GEMS: join(folder, 'gems'),
    JEKYLL_NO_BUNDLER_REQUIRE: '1',
    NO_COLOR: '1',
    TZ: 'UTC',
    LANG: 'C.UTF-8',
  };
  const run = spawnSync('cucumber', [...words, ...features], { cwd: folder, env, encoding: 'utf8' });
  if (run.error !== undefined) throw new Error(`cucumber cannot be run: ${run.error.message}`);
  if (!existsSync(results) || readFileSync(results, 'utf8').trim() === '') throw new Error(run.stderr + run.stdout);
  return JSON.parse(readFileSync(results, 'utf8'));
}

function readScenario(file, { line, name, steps = [], before = [] }) {
  const failed = [...before, ...steps].find(({ result }) => result.status !== 'passed');
  const words = steps.map((step) => JSON.stringify([step.name, step.doc_string?.value, step.rows])).join('\n');
  const need = NEEDS.find(({ pattern }) => pattern.test(words))?.what;
  return { place: `${file}:${line}`, name, failed, need };
}

function printFailures(title, scenarios) {
  if (scenarios.length === 0) return;
  console.log(`\n${title}: ${scenarios.length}`);
  for (const { place, name, failed } of scenarios) {
    console.log(`  ${place}  ${name}`);
    console.log(`      at: ${failed.name ?? 'a hook'} (${failed.result.status})`);
  }
}

/** @returns the number of scenarios that fail although they need nothing that Utterson lacks */
function report(features) {
  const scenarios = features.flatMap(({ uri, elements = [] }) =>
    elements.filter(({ type }) => type === 'scenario').map((element) => readScenario(uri, element)),
  );
  const failed = scenarios.filter((scenario) => scenario.failed !== undefined);
  console.log(`${scenarios.length} scenarios: ${scenarios.length - failed.length} passed, ${failed.length} failed`);
  for (const { what } of NEEDS) {
    printFailures(
      `failed, for want of ${what}`,
      failed.filter(({ need }) => need === what),
    );
  }
  const own = failed.filter(({ need }) => need === undefined);
  printFailures('failed', own);
  return own.length;
}

function readCommand({ cli, reference }, checkout) {
  if (reference) return ['ruby', '-W0', join(checkout, 'exe/jekyll')];
  return [process.execPath, resolve(cli ?? join(here, '../../dist/cli.js'))];
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { cli: { type: 'string' }, reference: { type: 'boolean', default: false } },
});
const isFeature = (word) => /\.feature(?::\d+)*$/.test(word);
const named = positionals.find((word) => !isFeature(word)) ?? process.env.JEKYLL_CHECKOUT;
if (named === undefined || !existsSync(join(named, 'features/step_definitions.rb'))) {
  console.error(`There is no checkout of Jekyll at ${named ?? 'JEKYLL_CHECKOUT'}. To make one:`);
  console.error('  git clone --depth 1 --branch v4.4.1 https://github.com/jekyll/jekyll');
  process.exit(2);
}
const checkout = resolve(named);
const folder = realpathSync(mkdtempSync(join(tmpdir(), `${basename(checkout)}-features-`)));
try {
  copyFeatures(checkout, folder);
  installThemes(checkout, join(folder, 'gems'));
  const command = readCommand(values, checkout);
  const features = positionals.filter(isFeature);
  process.exitCode = report(runCucumber(folder, { checkout, command, features })) === 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
