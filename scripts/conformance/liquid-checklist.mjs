// Builds the rows of ../shared/reference/liquid-checklist.md, a list of what is most easily got wrong in Liquid and Jekyll.
//   node scripts/conformance/liquid-checklist.mjs [--verbose]        after: npm run compile
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readShared } from './shared.mjs';

const root = join(import.meta.dirname, '..', '..');
const text = readShared('liquid', 'reference', 'liquid-checklist.md');
if (text === undefined) process.exit(0);

const ROW = /^(\d+)\. .*\n {3}- `(".*")`\n {3}- => `(RAISES )?(".*")`$/gm;
const FILES = {
  '_config.yml': 'url: https://ex.com\nbaseurl: /base\n',
  '_includes/p.html': '[{{ include.p }}|{{ include.q }}]',
  '_includes/outer.html': '<{% include p.html %}>',
  '_includes/leak.html': '({{ item }}){% assign leaked = "yes" %}',
  '_posts/2024-01-05-a.md': '---\ntags: [a]\n---\n',
  '_posts/2024-01-06-b.md': '---\ntags: [b]\n---\n',
};

/** The rows: each is a layout for a page with the data as front matter. */
function readChecklist() {
  const frontMatter = /^```yaml\n([\s\S]*?)^```/m.exec(text)?.[1] ?? '';
  return [...text.matchAll(ROW)].map(([, number, template, raises, expected]) => ({
    number,
    layout: JSON.parse(template),
    page: `---\nlayout: row\n${frontMatter}---\n`,
    raises: raises !== undefined,
    expected: JSON.parse(expected),
  }));
}

/** Builds one row. */
function build(row) {
  const source = mkdtempSync(join(tmpdir(), 'utterson-checklist-'));
  for (const [name, text] of Object.entries({ ...FILES, '_layouts/row.html': row.layout, 'about.md': row.page })) {
    mkdirSync(dirname(join(source, name)), { recursive: true });
    writeFileSync(join(source, name), text);
  }
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'dist', 'cli.js'), 'build', '-s', source, '-d', join(source, '_site'), '--disable-disk-cache'],
    { encoding: 'utf8', env: { ...process.env, TZ: 'UTC' } },
  );
  const page = join(source, '_site', 'about', 'index.html');
  const output = existsSync(page) ? readFileSync(page, 'utf8') : undefined;
  rmSync(source, { recursive: true });
  return { output, said: stdout + stderr };
}

function agrees({ raises, expected }, { output, said }) {
  if (!raises) return output === expected;
  if (output !== undefined) return false;
  const message = expected.replace(/^Liquid::\w+: /, '');
  if (said.includes(message)) return true;
  // An error is printed in parts: a heading with its name in Liquid, the file, the line and perhaps the column, then the details.
  const [, kind, line, detail] = /^Liquid( syntax|) error \(line (\d+)\): (.*)$/s.exec(message) ?? [];
  const heading = new RegExp(`Liquid${kind || ' [a-z]+'} error {2}_layouts/row\\.html:${line}(?::\\d+)?\n`);
  return detail !== undefined && heading.test(said) && said.includes(detail);
}

const rows = readChecklist();
let agreed = 0;
for (const row of rows) {
  const actual = build(row);
  if (agrees(row, actual)) agreed++;
  else if (process.argv.includes('--verbose'))
    console.log(`${row.number}\n  expected ${row.expected}\n  actual   ${actual.output ?? actual.said}`);
}
console.log(`liquid: ${agreed} of ${rows.length} rows of the checklist build as with Jekyll`);
process.exitCode = agreed === rows.length ? 0 : 1;
