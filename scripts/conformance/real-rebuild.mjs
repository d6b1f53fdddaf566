// Edits checkouts of real sites at random and shows where an incremental build differs from a clean one. Needs no Jekyll.
//   node scripts/conformance/real-rebuild.mjs [--edits 20] [--seed 1] CHECKOUT…
// Each copy is built with the site's own settings and plugins: first by a new process after each edit, as far as a process is what it finds on
// disk, then by one that goes on, as in `serve`. A site that does not build at first is left out.
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, extname, join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildAsNewProcess, createBuilder, differentLine, loadConfig, silentLog } from './builder-modules.mjs';
import { choicesFrom } from './random.mjs';
import { ownEnvironment } from './real-site-sides.mjs';

const { values, positionals: checkouts } = parseArgs({
  options: { edits: { type: 'string', default: '20' }, seed: { type: 'string', default: '1' } },
  allowPositionals: true,
});

const ENVIRONMENT = { ...ownEnvironment(), PAGES_REPO_NWO: 'acme/site' };
const NOW = Date.UTC(2026, 0, 2, 3, 4, 5);
const CONFIG = /^_config\.(?:ya?ml|toml)$/;
/** What a builder reads only once, so that another process is needed for its changes. */
const SETUP = /^(?:_config\.\w+|Gemfile(?:\.lock)?|[^/]*\.gemspec)$|^_plugins\//;
const TEXT = /\.(?:md|markdown|mkdn?|html?|xml|json|ya?ml|toml|csv|tsv|txt|s[ac]ss|css|js|liquid|svg|textile)$/i;
const LEFT_OUT = /^(?:\.|node_modules$|vendor$|_site$)/;
const LONGEST_TEXT = 200_000;
const WORD = /[\p{L}\d]{3,}/gu;
/** Edits after which a site still has its settings. */
const SAFE_FOR_SETTINGS = new Set(['append', 'removeLine', 'repeatLine', 'changeWord', 'save']);

function optionsFor(folder, destination) {
  const log = silentLog();
  const config = readdirSync(folder).filter((name) => CONFIG.test(name));
  const overrides = { source: folder, destination, config: config.map((name) => join(folder, name)) };
  return {
    config: loadConfig({ log, overrides, folder }),
    log,
    environment: ENVIRONMENT,
    folder,
    usesWorkers: false,
    now: () => NOW,
  };
}

/** Builds that have only what the last one left on disk. */
class NewProcesses {
  kept = 0;

  constructor(folder, destination) {
    this.folder = folder;
    this.destination = destination;
  }

  async build() {
    this.kept += await buildAsNewProcess(optionsFor(this.folder, this.destination));
  }
}

/** Builds of one process that is told what changed. */
class OneProcess extends NewProcesses {
  #builder;

  async build(changes) {
    const isFirst = this.#builder === undefined;
    this.#builder ??= await createBuilder(optionsFor(this.folder, this.destination));
    const { pages, rendered } = await this.#builder.build(isFirst ? undefined : changes);
    if (!isFirst) this.kept += pages - rendered.size;
  }
}

async function buildClean(folder, destination) {
  rmSync(destination, { recursive: true, force: true });
  const options = optionsFor(folder, destination);
  await (await createBuilder({ ...options, isIncremental: false, buildsOnce: true })).build();
}

function filesOf(folder, mayEnter = () => true) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (!mayEnter(entry.name)) return [];
    if (entry.isDirectory()) return filesOf(path, mayEnter);
    return entry.isFile() ? [path] : [];
  });
}

const KINDS = [
  (path) => /^_(?:layouts|includes)\//.test(path),
  (path) => /^_data\//.test(path),
  (path) => /\.(?:s[ac]ss|css)$/.test(path),
  (path) => CONFIG.test(path),
  (path) => /^_posts\/|\.(?:md|markdown|html)$/.test(path),
  () => true,
];
const PIECES = [
  'more',
  '\n\nmore *text*\n',
  '\n{{ page.title }}\n',
  '\n# Heading\n',
  '\n{{ site.posts.size }}\n',
  '\n{% for p in site.pages %}{{ p.url }} {% endfor %}\n',
  '\n{{ site.time }}{{ site.tags | size }}\n',
];
const FRONT_MATTER = [
  'title: New',
  'tags: [t, new]',
  'categories: new',
  'weight: 7',
  'published: false',
  'permalink: /new/',
  'date: 2020-02-03',
  'layout: default',
  'excerpt: x',
  'description: new',
  'draft: true',
  'lang: de',
  'redirect_from: /old/',
];

/**
 * One random edit of a site: what it is, and the new text of each file that it concerns, null for one that it removes.
 *
 * @param mayConfigure whether it may concern files that a builder reads only once
 */
function chooseEdit(dice, folder, mayConfigure) {
  const paths = filesOf(folder, (name) => !LEFT_OUT.test(name)).map((path) => relative(folder, path));
  const texts = paths.filter((path) => TEXT.test(path) && (mayConfigure || !SETUP.test(path)));
  const candidates = texts.filter(dice.pick(KINDS));
  const path = dice.pick(candidates.length > 0 ? candidates : texts);
  const read = (name) => readFileSync(join(folder, name), 'latin1');
  const text = read(path);
  const lines = text.split('\n');
  const at = dice.below(lines.length);
  const front = /^---[ \t]*\r?\n/.exec(text)?.[0];
  const others = texts.filter((name) => extname(name) === extname(path) && name !== path && !CONFIG.test(name));
  const change = (what, content) => ({ what: `${what} ${path}`, writes: { [path]: content } });
  const edits = {
    append: () => change('append to', text + dice.pick(PIECES)),
    setKey: () => {
      const line = dice.pick(FRONT_MATTER);
      return front && change(`${line} in`, `---\n${line}\n${text.slice(front.length)}`);
    },
    removeKey: () => {
      const last = front === undefined ? -1 : lines.indexOf('---', 1);
      const key = 1 + dice.below(last - 1);
      return last > 1 && change(`line ${key + 1} out of`, lines.toSpliced(key, 1).join('\n'));
    },
    removeLine: () => change(`line ${at + 1} out of`, lines.toSpliced(at, 1).join('\n')),
    repeatLine: () => change(`line ${at + 1} again in`, `${text}\n${lines[at]}`),
    changeWord: () => {
      const word = dice.pick(lines[at].match(WORD) ?? [undefined]);
      const line = word && lines[at].replace(word, dice.pick(['other', 'x', '12', word.toUpperCase()]));
      return word && change(`a word in line ${at + 1} of`, lines.with(at, line).join('\n'));
    },
    remove: () => change('remove', null),
    rename: () => ({ what: `rename ${path}`, writes: { [path]: null, [path.replace(/(\.\w+)?$/, '-2$1')]: text } }),
    swap: () => {
      const other = dice.pick([...others, path]);
      return { what: `swap ${path} and ${other}`, writes: { [path]: read(other), [other]: text } };
    },
    copy: () => {
      const place = dice.pick(['.', '_posts', 'extra', dirname(path)]);
      const copy = join(place, `2021-03-0${1 + dice.below(9)}-copy${extname(path)}`);
      return { what: `copy ${path} to ${copy}`, writes: { [copy]: text } };
    },
    save: () => change('save', text),
  };
  const kinds = Object.values(edits).filter((make) => !CONFIG.test(path) || SAFE_FOR_SETTINGS.has(make.name));
  return (text.length < LONGEST_TEXT && dice.pick(kinds)()) || edits.save();
}

/** Writes and removes files. Tells what a watcher would, and how to go back. */
function apply(folder, writes) {
  const back = {};
  const changes = Object.entries(writes).map(([name, text]) => {
    const path = join(folder, name);
    const wasThere = existsSync(path);
    back[name] = wasThere ? readFileSync(path, 'latin1') : null;
    if (text === null) rmSync(path, { force: true });
    else {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text, 'latin1');
    }
    return { kind: text === null ? 'removed' : wasThere ? 'changed' : 'added', path };
  });
  return { changes, back };
}

const outcome = (build) =>
  build.then(
    () => undefined,
    (error) => String(error.message),
  );

function difference(incremental, clean) {
  const pathsOf = (folder) => new Set(filesOf(folder).map((path) => relative(folder, path)));
  const [left, right] = [pathsOf(clean), pathsOf(incremental)];
  for (const path of left) {
    if (!right.has(path)) return `${path} is missing`;
    const found = differentLine(
      path,
      ...[clean, incremental].map((folder) => readFileSync(join(folder, path), 'latin1')),
    );
    if (found !== undefined) return found;
  }
  for (const path of right) if (!left.has(path)) return `${path} is too many`;
  return undefined;
}

function compareOutcomes(destination, clean, incremental, cleanly) {
  if ((incremental === undefined) !== (cleanly === undefined))
    return `\n  incremental: ${incremental ?? 'no error'}\n  clean: ${cleanly ?? 'no error'}`;
  return cleanly === undefined ? difference(destination, clean) : undefined;
}

const tally = { sites: 0, leftOut: 0, edits: 0, failed: 0, kept: 0, differences: 0 };

async function trySite(checkout, Process, seed) {
  const name = basename(resolve(checkout));
  const work = realpathSync(mkdtempSync(join(tmpdir(), 'real-rebuild-')));
  const folder = join(work, 'site');
  try {
    cpSync(checkout, folder, { recursive: true, preserveTimestamps: true, verbatimSymlinks: true });
    const site = new Process(folder, join(work, 'out'));
    const clean = join(work, 'clean');
    const first = await outcome(site.build());
    if (first !== undefined) {
      tally.leftOut++;
      console.log(`${name} is left out: ${first.split('\n')[0]}`);
      return;
    }
    tally.sites++;
    const dice = choicesFrom(seed);
    const edits = [];
    let undo = null;
    for (let number = 1; number <= Number(values.edits); number++) {
      const { what, writes } = undo ?? chooseEdit(dice, folder, Process === NewProcesses);
      edits.push(what);
      const { changes, back } = apply(folder, writes);
      const [incremental, cleanly] = [await outcome(site.build(changes)), await outcome(buildClean(folder, clean))];
      // One edit that breaks the site is enough at a time.
      undo = cleanly === undefined ? null : { what: 'undo', writes: back };
      tally.edits++;
      if (cleanly !== undefined) tally.failed++;
      const found = compareOutcomes(site.destination, clean, incremental, cleanly);
      if (found === undefined) continue;
      tally.differences++;
      console.log(`${name}, ${Process.name}, seed ${seed}, edit ${number}: ${found}\n  ${edits.join('\n  ')}`);
      break;
    }
    tally.kept += site.kept;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

for (const [index, checkout] of checkouts.entries())
  for (const Process of [NewProcesses, OneProcess]) await trySite(checkout, Process, Number(values.seed) + index);
console.log(tally);
