// Compiles the style sheets of checkouts of Jekyll sites with Jekyll and Utterson, and prints how many, source maps included, are identical.
//   node scripts/conformance/style-sheets.mjs [--work WORK] CHECKOUT…
// Both get a copy with the style sheets, the includes and the data only, a Gemfile that names nothing, and the settings in WORK/NAME.yml, as in
// real-site.mjs. Jekyll needs jekyll-sass-converter 3 and sass-embedded on RUBYLIB, and of Dart Sass the version in node_modules.
// JEKYLL names its command, by default `jekyll`.
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { cli, environment, ownEnvironment } from './real-site-sides.mjs';

const { values, positionals } = parseArgs({ options: { work: { type: 'string' } }, allowPositionals: true });
if (positionals.length === 0) {
  console.error('usage: style-sheets.mjs [--work WORK] CHECKOUT…');
  process.exit(2);
}
const work = resolve(values.work ?? join(tmpdir(), 'style-sheets'));
mkdirSync(work, { recursive: true });

const NEEDED = /\.(?:s[ac]ss|css)$|^_config\.(?:yml|toml)$|^_(?:data|includes|sass)\//;
const COMPILED = /\.css(?:\.map)?$/;

function filesBelow(folder) {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}

function copyNeeded(checkout, folder) {
  mkdirSync(folder);
  for (const path of filesBelow(checkout)) {
    if (!NEEDED.test(path)) continue;
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    cpSync(join(checkout, path), join(folder, path));
  }
  writeFileSync(join(folder, 'Gemfile'), "source 'https://rubygems.org'\n");
}

function settingsFor(checkout, folder) {
  const overlay = join(work, `${basename(checkout)}.yml`);
  if (!existsSync(overlay)) {
    const script = join(import.meta.dirname, 'site-overlay.rb');
    writeFileSync(overlay, execFileSync('ruby', ['-W0', script, checkout], { stdio: ['ignore', 'pipe', 'ignore'] }));
  }
  const both = join(folder, '..', 'both.yml');
  writeFileSync(both, 'plugins_dir: _no_plugins\n');
  const own = ['_config.yml', '_config.toml'].map((name) => join(folder, name)).filter((path) => existsSync(path));
  return [...own, overlay, both].join(',');
}

function run(command, words, { folder, env }) {
  const { status, stderr } = spawnSync(command, words, { cwd: folder, env, encoding: 'utf8' });
  return status === 0
    ? undefined
    : String(stderr)
        .split('\n')
        .find((line) => line.trim() !== '');
}

/** The row of a site: how many files are identical, or why there is nothing to compare. */
function compare(checkout, top) {
  const folder = join(top, 'source');
  copyNeeded(checkout, folder);
  if (!filesBelow(folder).some((path) => /\.s[ac]ss$/.test(path))) return 'no style sheets';
  const config = settingsFor(checkout, folder);
  const words = (name) => [
    'build',
    '-s',
    folder,
    '-d',
    join(top, name),
    '--config',
    config,
    '--disable-disk-cache',
    '-q',
  ];
  const reference = { ...environment, RUBYOPT: '-W0 -rset' };
  const failure = run(process.env.JEKYLL ?? 'jekyll', words('jekyll'), { folder, env: reference });
  if (failure !== undefined) return `Jekyll fails: ${failure.trim()}`;
  const own = run(process.execPath, [cli, ...words('utterson')], {
    folder,
    env: { ...ownEnvironment(), JEKYLL_NO_BUNDLER_REQUIRE: '' },
  });
  if (own !== undefined) return `Utterson fails: ${own.trim()}`;
  const [expected, actual] = ['jekyll', 'utterson'].map((name) =>
    filesBelow(join(top, name)).filter((path) => COMPILED.test(path)),
  );
  const isSame = (path) =>
    actual.includes(path) && readFileSync(join(top, 'jekyll', path)).equals(readFileSync(join(top, 'utterson', path)));
  const different = [...expected.filter((path) => !isSame(path)), ...actual.filter((path) => !expected.includes(path))];
  counts.all += expected.length;
  counts.identical += expected.filter(isSame).length;
  return [`${expected.filter(isSame).length} of ${expected.length}`, ...different].join('\n    ');
}

const counts = { identical: 0, all: 0 };
for (const checkout of positionals) {
  const top = mkdtempSync(join(tmpdir(), 'style-sheets-'));
  try {
    console.log(`${basename(resolve(checkout))}: ${compare(resolve(checkout), top)}`);
  } finally {
    rmSync(top, { recursive: true, force: true });
  }
}
console.log(`${counts.identical} of ${counts.all} identical`);
