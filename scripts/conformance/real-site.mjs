// Builds the checkout of a Jekyll site with Jekyll and with Utterson, and says how many files are identical.
//   node scripts/conformance/real-site.mjs --work WORK CHECKOUT…
// WORK/NAME.yml holds settings for both (made by site-overlay.rb where it is not there; write into it what a site needs besides),
// WORK/NAME is what Jekyll made (made where it is not there), WORK/NAME.json the comparison.
// JEKYLL names the command of the reference; `jekyll` unless set. Style sheets are left out on both sides.
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';

const here = import.meta.dirname;
const cli = resolve(here, '../../dist/cli.js');
const environment = {
  ...process.env,
  JEKYLL_ENV: 'production',
  JEKYLL_NO_BUNDLER_REQUIRE: '1',
  TZ: 'UTC',
  NO_COLOR: '1',
};
const PLUGINS = '_conformance_plugins';
const WITHOUT_SASS = `export default {
  name: 'without-sass',
  converters: [{
    name: 'WithoutSass',
    priority: 'highest',
    matches: (extension) => /^\\.s[ac]ss$/.test(extension),
    outputExtension: () => '.css',
    convert: () => '',
  }],
  filters: { sassify: { apply: () => '' }, scssify: { apply: () => '' } },
};
`;
const SETTINGS = `plugins_dir: ${PLUGINS}\nsass:\n  sourcemap: never\n`;

/** A copy of the checkout with its files' times, as sitemaps show them, at the same place for both sides. */
function withCopy(checkout, use) {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'real-site-')));
  try {
    cpSync(checkout, folder, { recursive: true, preserveTimestamps: true, verbatimSymlinks: true });
    mkdirSync(join(folder, PLUGINS));
    writeFileSync(join(folder, PLUGINS, 'without-sass.mjs'), WITHOUT_SASS);
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What stands under `stand_ins:` of the settings: NAME: tag or NAME: block a line. */
const standInsOf = (overlay) => /^stand_ins:\n((?: {2}.*\n)*)/m.exec(readFileSync(overlay, 'utf8'))?.[1] ?? '';

/** Tags of the site's Ruby code, as site-stand-ins.rb has them for the other side. */
function writeStandIns(folder, standIns) {
  const tags = [...standIns.matchAll(/(\w+): (tag|block)/g)].map(([, name, kind]) =>
    kind === 'tag'
      ? `${name}: { parse: () => ({ render: () => '' }) }`
      : `${name}: { isBlock: true, parse: (tag) => { const body = tag.parseBody(); return { render: (context) => body.render(context) }; } }`,
  );
  writeFileSync(
    join(folder, PLUGINS, 'stand-ins.mjs'),
    `export default { name: 'stand-ins', tags: { ${tags.join(', ')} } };\n`,
  );
}

function configFiles(folder, work, name) {
  const own = ['_config.yml', '_config.toml'].map((file) => join(folder, file)).filter((path) => existsSync(path));
  const overlay = join(work, `${name}.yml`);
  if (!existsSync(overlay)) {
    writeFileSync(overlay, execFileSync('ruby', ['-W0', join(here, 'site-overlay.rb'), folder]));
  }
  writeStandIns(folder, standInsOf(overlay));
  const both = join(folder, PLUGINS, 'settings.yml');
  writeFileSync(both, SETTINGS);
  return { configs: [...own, overlay, both].join(','), standIns: standInsOf(overlay) };
}

function buildReference(folder, { configs, standIns }, expected) {
  const words = ['build', '-s', folder, '-d', expected, '--config', configs, '--disable-disk-cache', '-q'];
  const env = { ...environment, RUBYOPT: `-W0 -r${join(here, 'site-stand-ins.rb')}`, STAND_INS: standIns };
  const { status, stderr } = spawnSync(process.env.JEKYLL ?? 'jekyll', words, { cwd: folder, env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`The reference failed:\n${String(stderr).replace(/^\s+from .*\n/gm, '')}`);
}

/** Files whose first difference is one of highlighting: the line without its spans is the same. */
function isHighlighting({ first }) {
  const plain = (line) =>
    String(line).replace(/(?:<|&lt;)(?:span class=(?:"|\\"|&quot;)[\w ]+(?:"|\\"|&quot;)|\/span)(?:>|&gt;)/g, '');
  return first !== null && plain(first.expected) === plain(first.actual);
}

function compare(checkout, work) {
  const name = basename(resolve(checkout));
  const expected = join(work, name);
  return withCopy(checkout, (folder) => {
    const settings = configFiles(folder, work, name);
    if (!existsSync(expected)) buildReference(folder, settings, expected);
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
    const GEM_PATH = execFileSync('gem', ['env', 'path'], { encoding: 'utf8' }).trim();
    const { stderr } = spawnSync(process.execPath, [cli, ...words], {
      cwd: folder,
      env: { ...environment, GEM_PATH },
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

const [flag, work, ...checkouts] = process.argv.slice(2);
if (flag !== '--work' || checkouts.length === 0) {
  console.error('usage: real-site.mjs --work WORK CHECKOUT…');
  process.exit(2);
}
mkdirSync(work, { recursive: true });
console.log(
  '| site | files | identical | % | highlighting | other | missing | extra |\n|---|--:|--:|--:|--:|--:|--:|--:|',
);
const total = { all: 0, identical: 0 };
for (const checkout of checkouts) {
  try {
    const { all, identical } = printRow(compare(checkout, resolve(work)));
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
