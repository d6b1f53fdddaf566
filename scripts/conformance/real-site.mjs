// Builds checkouts of Jekyll sites with Jekyll and Utterson, and prints how many files are identical.
//   node scripts/conformance/real-site.mjs --work WORK [--ruby FOLDER] CHECKOUT…
// WORK/NAME.yml has settings for both (created by site-overlay.rb if missing; add what else a site needs), WORK/NAME is the output
// of Jekyll (built if missing), and WORK/NAME.json the comparison.
// With --ruby the site's Ruby files in that folder (_plugins) run on both sides.
// JEKYLL names the command of Jekyll, by default `jekyll`. Both sides leave out style sheets.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { cli, configFiles, ownEnvironment, referenceCall, withCopy } from './real-site-sides.mjs';

function buildReference(folder, settings, expected) {
  const { command, words, env } = referenceCall(folder, settings, expected);
  const { status, stderr } = spawnSync(command, words, { cwd: folder, env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`The reference failed:\n${String(stderr).replace(/^\s+from .*\n/gm, '')}`);
}

/** Whether the first difference of a file is one of highlighting: without its spans, the line is the same. */
function isHighlighting({ first }) {
  const plain = (line) =>
    String(line).replace(/(?:<|&lt;)(?:span class=(?:"|\\"|&quot;)[\w ]+(?:"|\\"|&quot;)|\/span)(?:>|&gt;)/g, '');
  return first !== null && plain(first.expected) === plain(first.actual);
}

function compare(checkout, { work, ruby }) {
  const name = basename(resolve(checkout));
  const expected = join(work, name);
  return withCopy(checkout, (folder, renew) => {
    const overlay = join(work, `${name}.yml`);
    if (!existsSync(expected)) {
      buildReference(folder, configFiles(folder, overlay, ruby), expected);
      renew();
    }
    const settings = configFiles(folder, overlay, ruby);
    const report = join(work, `${name}.json`);
    const words = [
      'compare',
      expected,
      '-s',
      folder,
      '--config',
      settings.configs,
      '--ignore',
      '*.css,*.css.map',
      '--json',
      report,
    ];
    const { stderr } = spawnSync(process.execPath, [cli, ...words], {
      cwd: folder,
      env: ownEnvironment(),
      encoding: 'utf8',
    });
    if (!existsSync(report)) throw new Error(stderr);
    return { name, ...JSON.parse(readFileSync(report, 'utf8')) };
  });
}

function printRow({ name, identical, whiteSpace, different, missing, extra }) {
  const all = identical.length + whiteSpace.length + different.length + missing.length;
  const changed = [...whiteSpace, ...different];
  const share = ((100 * identical.length) / all).toFixed(2);
  const highlighted = changed.filter(isHighlighting).length;
  console.log(
    `| ${name} | ${all} | ${identical.length} | ${share} | ${highlighted} | ${changed.length - highlighted} | ${missing.length} | ${extra.length} |`,
  );
  return { all, identical: identical.length };
}

const { values, positionals: checkouts } = parseArgs({
  options: { work: { type: 'string' }, ruby: { type: 'string' } },
  allowPositionals: true,
});
if (values.work === undefined || checkouts.length === 0) {
  console.error('usage: real-site.mjs --work WORK [--ruby FOLDER] CHECKOUT…');
  process.exit(2);
}
const work = resolve(values.work);
mkdirSync(work, { recursive: true });
console.log(
  '| site | files | identical | % | highlighting | other | missing | extra |\n|---|--:|--:|--:|--:|--:|--:|--:|',
);
const total = { all: 0, identical: 0 };
for (const checkout of checkouts) {
  try {
    const { all, identical } = printRow(compare(checkout, { work, ruby: values.ruby }));
    total.all += all;
    total.identical += identical;
  } catch (error) {
    console.log(`| ${basename(resolve(checkout))} | | | | | | | |`);
    console.error(error.message);
    process.exitCode = 1;
  }
}
console.log(
  `| all | ${total.all} | ${total.identical} | ${((100 * total.identical) / total.all).toFixed(2)} | | | | |`,
);
