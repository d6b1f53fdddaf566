// Counts the cases of Jekyll's four data sets that pass: runs the tests that loop over them, and lists the cases that no test covers.
//   node scripts/conformance/data-sets.mjs
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const TESTS = [
  ...['test/util/yaml.test.ts', 'test/util/dates.test.ts', 'test/renderer/filters.test.ts'],
  ...['test/config', 'test/site'],
];
/** The cases of a site form one test, named after the site's configuration. */
const OF_A_SITE = new Set(['post_url', 'page_url', 'doc_url', 'static_url', 'not_read']);

/** Whether all tests with a name (without quotes) have passed. */
function runTests() {
  const folder = mkdtempSync(join(tmpdir(), 'data-sets-'));
  const report = join(folder, 'report.json');
  try {
    spawnSync('npx', ['vitest', 'run', ...TESTS, '--reporter=json', `--outputFile=${report}`], { cwd: root });
    const { testResults } = JSON.parse(readFileSync(report, 'utf8'));
    const tests = new Map();
    for (const { title, status } of testResults.flatMap(({ assertionResults }) => assertionResults)) {
      const name = nameOf(title);
      tests.set(name, (tests.get(name) ?? true) && status === 'passed');
    }
    return tests;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A test's name up to the number of its case; the rest is for readers. */
function nameOf(title) {
  if (title.startsWith('files of a site with ')) return title;
  return /^\D*\d+/.exec(title)?.[0].replaceAll("'", '') ?? title;
}

/** The names of the tests that cover a case. A filter's number may occur in another data set as well: then both have to pass. */
function namesFor(set, each) {
  const { id, kind } = each;
  if (set === 'front-matter') {
    const ofText = [`front matter ${id}`, ...(each.yaml === undefined ? [] : [`the YAML of front matter ${id}`])];
    const ofDocument = each.document === undefined ? [] : [`document with front matter ${id}`];
    return [...(each.source === undefined ? [] : ofText), `page with front matter ${id}`, ...ofDocument];
  }
  if (set === 'config') {
    const hasSite = each.site !== undefined || each.site_error !== undefined;
    return [`configuration ${id}`, ...(hasSite ? [`site of configuration ${id}`] : [])];
  }
  if (kind === 'parse') return [`dates ${id}`];
  return OF_A_SITE.has(kind) ? [`files of a site with ${JSON.stringify(each.config ?? {})}`] : [`${kind} ${id}`];
}

const tests = runTests();
for (const set of ['front-matter', 'dates', 'urls', 'config']) {
  const cases = JSON.parse(readFileSync(join(root, 'test/cases/jekyll', `${set}.json`), 'utf8'));
  const open = cases.filter((each) => !namesFor(set, each).every((name) => tests.get(name) === true));
  console.log(`${set}: ${cases.length - open.length} of ${cases.length}`);
  for (const each of open) {
    const missing = namesFor(set, each).filter((name) => tests.get(name) !== true);
    console.log(
      `  ${each.id} ${each.kind ?? each.group}: ${missing.map((name) => `${name} ${tests.get(name) === false ? 'fails' : 'is not run'}`).join(', ')}`,
    );
  }
}
