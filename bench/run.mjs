#!/usr/bin/env node
// npm run bench [-- --posts 100,1000 --runs 5]: writes the sites and times the generators that are installed.
// npm run bench -- --no-highlight: without code highlighting, for the generators in which we know how to turn it off.
// npm run bench -- --edits: the time from editing a post to its being served, instead of whole builds.
// npm run bench -- --warm: rebuilds in a new process, after changing nothing, a body, a title or a layout.
// Utterson builds a copy of Jekyll's site: building the very same site is the point.
import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import './environment.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const { values } = parseArgs({
  options: {
    posts: { type: 'string', default: '100,1000' },
    runs: { type: 'string', default: '5' },
    only: { type: 'string' },
    folder: { type: 'string', default: join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'utterson-bench') },
    json: { type: 'string' },
    edits: { type: 'boolean', default: false },
    warm: { type: 'boolean', default: false },
    'no-highlight': { type: 'boolean', default: false },
  },
});
const folder = resolve(values.folder);
const cli = join(here, '..', 'dist', 'cli.js');

function run(script, args) {
  const { status } = spawnSync(process.execPath, [join(here, script), ...args], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

const isInstalled = (command) =>
  spawnSync(command, [command === 'hugo' ? 'version' : '--version'], { stdio: 'ignore' }).status === 0;

/** How to turn highlighting off: a file of the site, and the text to append to it. */
const WITHOUT_HIGHLIGHTING = {
  jekyll: ['_config.yml', 'kramdown:\n  syntax_highlighter_opts:\n    disable: true\n'],
  hugo: ['config.yaml', '    codeFences: false\n'],
};
/** The generator of a job: `utterson, title` is one of utterson's. */
const generatorOf = (name) => name.replace(/,.*/, '');
const dialectOf = (name) => (generatorOf(name) === 'utterson' ? 'jekyll' : generatorOf(name));

function writeSites(posts, names) {
  const out = join(folder, 'sites', posts);
  const dialects = [...new Set(names.map(dialectOf))];
  run('make-site.mjs', ['--out', out, '--posts', posts, '--for', dialects.join(',')]);
  if (values['no-highlight']) {
    for (const dialect of dialects) {
      const [file, text] = WITHOUT_HIGHLIGHTING[dialect];
      appendFileSync(join(out, dialect, file), text);
    }
  }
  rmSync(join(out, 'utterson'), { recursive: true, force: true });
  cpSync(join(out, 'jekyll'), join(out, 'utterson'), { recursive: true });
}

/** The path and URL of the oldest post, which no list shows. */
function findPost(posts) {
  const site = join(folder, 'sites', posts);
  const post = readdirSync(join(site, 'jekyll', '_posts')).sort()[0];
  const [, year, month, day, name] = /^(\d+)-(\d+)-(\d+)-(.*)\.md$/.exec(post);
  const hugo = existsSync(join(site, 'hugo'))
    ? readdirSync(join(site, 'hugo', 'content'), { recursive: true }).find((path) => path.endsWith(post))
    : undefined;
  return { POST: post, POST_URL: `/${year}/${month}/${day}/${name}/`, HUGO_POST: `content/${hugo}` };
}

if (!existsSync(cli)) {
  console.error('dist/cli.js is missing: npm run compile');
  process.exit(1);
}
const planName = values.edits ? 'edit-jobs.json' : values.warm ? 'warm-jobs.json' : 'jobs.json';
const plan = JSON.parse(readFileSync(join(here, planName), 'utf8'));
const only = values.only?.split(',');
const isAsked = ({ name }) =>
  (only === undefined || only.includes(generatorOf(name))) &&
  (!values['no-highlight'] || Object.hasOwn(WITHOUT_HIGHLIGHTING, dialectOf(name)));
const jobs = plan.jobs.filter((job) => isAsked(job) && isInstalled(job.needs));
const names = jobs.map((job) => job.name);
mkdirSync(folder, { recursive: true });
const planFile = join(folder, 'jobs.json');
const baseline = names.includes(plan.baseline) ? plan.baseline : names[0];
writeFileSync(planFile, JSON.stringify({ ...plan, baseline, jobs }));
const missing = plan.jobs.map((job) => job.name).filter((name) => !names.includes(name));
console.log(`${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.version}`);
if (missing.length > 0) console.log(`left out: ${missing.join(', ')}`);
for (const posts of values.posts.split(',')) {
  writeSites(posts, names);
  const json = values.json === undefined ? [] : ['--json', values.json.replace('%', posts)];
  console.log(`\n${posts} posts`);
  run('compare.mjs', [
    planFile,
    ...(values.edits ? [] : ['--runs', values.runs]),
    ...Object.entries(findPost(posts)).flatMap(([name, value]) => ['--set', `${name}=${value}`]),
    '--set',
    `N=${posts}`,
    '--set',
    `BENCH=${folder}`,
    '--set',
    `CLI=${cli}`,
    ...json,
  ]);
}
