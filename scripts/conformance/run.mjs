// Prints all conformance figures, from the data next to the checkout.
//   npm run conformance                      the figures that need only ../shared (or UTTERSON_SHARED)
//   HIGHLIGHT_BLOCKS=FOLDER npm run conformance  code blocks collected by highlight-collect.mjs elsewhere than in ../shared
//   JEKYLL_CHECKOUT=FOLDER npm run conformance  Jekyll's own acceptance suite too: FOLDER is a clone of jekyll/jekyll at v4.4.1
//   COMMONMARK_SPEC=FILE npm run conformance  CommonMark's examples too: FILE is spec.txt of commonmark/commonmark-spec
//   UTTERSON_SITES=FOLDER npm run conformance  the real sites too: FOLDER/NAME is the repository of ../shared/conformance/sites/NAME.json
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { shared as dataFolder } from './shared.mjs';

const root = resolve(fileURLToPath(import.meta.url), '../../..');
const shared = resolve(dataFolder, 'conformance');
if (!existsSync(shared)) {
  console.error(`There is no ${shared}: name the folder that holds conformance/ in UTTERSON_SHARED.`);
  process.exit(1);
}
const sites = process.env.UTTERSON_SITES;

function foldersIn(folder) {
  const entries = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return entries.map(({ name }) => join(folder, name));
}

// Jekyll built just-the-docs in a place where git could not tell its repository.
process.env.PAGES_REPO_NWO ??= 'acme/site';

let failed = 0;
function run(title, ...words) {
  console.log(`\n== ${title}`);
  const { status } = spawnSync(process.execPath, words, { cwd: root, stdio: 'inherit' });
  if (status !== 0) failed++;
}

/** The only site whose source is stored next to the output of Jekyll. */
function checkKubecon(folder) {
  const work = mkdtempSync(join(tmpdir(), 'conformance-kubecon-'));
  const settings = join(work, 'settings.yml');
  writeFileSync(settings, 'time: 2026-01-02 03:04:05 +0000\n');
  const configs = [join(folder, 'source/_config.yml'), settings].join(',');
  const built = join(work, 'site');
  const place = ['-s', join(folder, 'source'), '-d', built, '--config', configs];
  run('kubecon', 'dist/cli.js', 'build', '-q', ...place, '--disable-disk-cache');
  run('kubecon, compared', join(shared, 'compare-sites.mjs'), join(folder, 'expected'), built);
  rmSync(work, { recursive: true });
}

run('compile', 'scripts/compile.mjs', '--no-types');
run('kramdown', 'scripts/conformance/kramdown.mjs', ...(sites === undefined ? [] : foldersIn(sites)));
if (process.env.COMMONMARK_SPEC !== undefined)
  run("CommonMark's specification", 'scripts/conformance/commonmark.mjs', process.env.COMMONMARK_SPEC);
else
  console.log(
    "\n== CommonMark's specification: not run, COMMONMARK_SPEC names no spec.txt of commonmark/commonmark-spec",
  );
run('Liquid', 'scripts/conformance/liquid.mjs');
run('checklist of Liquid', 'scripts/conformance/liquid-checklist.mjs');
if (sites !== undefined) run('layouts and includes', 'scripts/conformance/liquid-templates.mjs', sites);
run('highlighting', 'scripts/conformance/highlight.mjs');
if (process.env.JEKYLL_CHECKOUT !== undefined) run("Jekyll's acceptance suite", 'scripts/conformance/cucumber.mjs');
else console.log("\n== Jekyll's acceptance suite: not run, JEKYLL_CHECKOUT names no clone of jekyll/jekyll at v4.4.1");
run('tiny sites', join(shared, 'check-features.mjs'), '--cli', 'dist/cli.js');
checkKubecon(join(shared, 'sites/kubecon'));
for (const file of readdirSync(join(shared, 'sites')).filter((name) => name.endsWith('.json'))) {
  const name = file.slice(0, -'.json'.length);
  if (sites === undefined || !existsSync(join(sites, name)))
    console.log(`\n== ${name}: not checked, UTTERSON_SITES has no source of it`);
  else {
    const { folder } = JSON.parse(readFileSync(join(shared, 'sites', file), 'utf8'));
    const source = join(sites, name, folder);
    run(name, join(shared, 'check-site.mjs'), name, source, '--cli', 'dist/cli.js', '--show', '5');
  }
}
process.exitCode = failed === 0 ? 0 : 1;
