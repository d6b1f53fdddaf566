// Counts the cases of Jekyll's four data sets that are held: runs the tests that loop over them, and names the cases that none holds.
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
/** Cases of one site are one test, whose name is the site's configuration. */
const OF_A_SITE = new Set(['post_url', 'page_url', 'doc_url', 'static_url', 'not_read']);

/** The tests by what they are called without quotes: whether all of that name passed. */
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

/** A test's name up to the number of its case; what follows is there for who reads it. */
function nameOf(title) {
  if (title.startsWith('files of a site with ')) return title;
  return /^\D*\d+/.exec(title)?.[0].replaceAll("'", '') ?? title;
}

/** The names of the tests that hold a case. A filter's number may be one of another data set: both then have to pass. */
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
