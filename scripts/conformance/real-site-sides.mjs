// What both sides need to build a checkout of a real site in the same way: a copy of it, and settings. For real-site.mjs and bench/real-sites.mjs.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const here = import.meta.dirname;
export const cli = resolve(here, '../../dist/cli.js');
export const environment = {
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
// As a setting, not as a flag of one side: a template may list all settings.
const settings = (folders) =>
  `plugins_dir: [${folders.join(', ')}]\nsass:\n  sourcemap: never\ndisable_disk_cache: true\n`;

/**
 * Copies the checkout to the same place for both sides, with the times of its files, which sitemaps show.
 *
 * @param use is given the place, and a function that makes the copy anew: Ruby files of the site may write into it
 */
export function withCopy(checkout, use) {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'real-site-')));
  const renew = () => {
    rmSync(folder, { recursive: true, force: true });
    cpSync(checkout, folder, { recursive: true, preserveTimestamps: true, verbatimSymlinks: true });
    mkdirSync(join(folder, PLUGINS));
    writeFileSync(join(folder, PLUGINS, 'without-sass.mjs'), WITHOUT_SASS);
  };
  try {
    renew();
    return use(folder, renew);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The lines under `stand_ins:` in the settings: `NAME: tag`, `NAME: block` or `NAME: filter`. */
const standInsOf = (overlay) => /^stand_ins:\n((?: {2}.*\n)*)/m.exec(readFileSync(overlay, 'utf8'))?.[1] ?? '';

const STAND_INS = {
  tag: "{ parse: () => ({ render: () => '' }) }",
  block:
    '{ isBlock: true, parse: (tag) => { const body = tag.parseBody(); return { render: (context) => body.render(context) }; } }',
  filter: '{ apply: (input) => input }',
};

/** Stand-ins for the tags and filters of the site's Ruby code, as in site-stand-ins.rb for the other side. */
function writeStandIns(folder, standIns) {
  const all = [...standIns.matchAll(/(\w+): (tag|block|filter)/g)].map(([, name, kind]) => ({ name, kind }));
  const written = (wanted) => wanted.map(({ name, kind }) => `${name}: ${STAND_INS[kind]}`).join(', ');
  const tags = written(all.filter(({ kind }) => kind !== 'filter'));
  const filters = written(all.filter(({ kind }) => kind === 'filter'));
  writeFileSync(
    join(folder, PLUGINS, 'stand-ins.mjs'),
    `export default { name: 'stand-ins', tags: { ${tags} }, filters: { ${filters} } };\n`,
  );
}

/**
 * The files with settings, created if they do not exist yet.
 *
 * @param ruby the folder with the site's Ruby files, if they are to run; otherwise stand-ins take the place of their tags and filters
 */
export function configFiles(folder, overlay, ruby) {
  const own = ['_config.yml', '_config.yaml', '_config.toml']
    .map((file) => join(folder, file))
    .filter((path) => existsSync(path));
  if (!existsSync(overlay)) {
    writeFileSync(overlay, execFileSync('ruby', ['-W0', join(here, 'site-overlay.rb'), folder]));
  }
  const standIns = ruby === undefined ? standInsOf(overlay) : '';
  writeStandIns(folder, standIns);
  const both = join(folder, PLUGINS, 'settings.yml');
  writeFileSync(both, settings(ruby === undefined ? [PLUGINS] : [ruby, PLUGINS]));
  return { configs: [...own, overlay, both].join(','), standIns };
}

/** How to run Jekyll on the copy: the command, its arguments, and its environment. */
export function referenceCall(folder, { configs, standIns }, destination) {
  return {
    command: process.env.JEKYLL ?? 'jekyll',
    words: ['build', '-s', folder, '-d', destination, '--config', configs, '-q'],
    env: { ...environment, RUBYOPT: `-W0 -r${join(here, 'site-stand-ins.rb')}`, STAND_INS: standIns },
  };
}

/** The environment of Utterson, which finds themes among the installed gems. */
export function ownEnvironment() {
  return { ...environment, GEM_PATH: execFileSync('gem', ['env', 'path'], { encoding: 'utf8' }).trim() };
}
