// Generates sites as site-fuzz.mjs does, edits them and shows where an incremental build differs from a clean one. Needs no Jekyll.
//   node scripts/conformance/site-rebuild.mjs [COUNT] [SEED]
// Every other site is built by one process that goes on, in memory; the others on disk, each time as a new process would.
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import {
  buildAsNewProcess,
  createBuilder,
  differentLine,
  loadConfig,
  MemoryTree,
  silentLog,
} from './builder-modules.mjs';
import { choicesFrom } from './random.mjs';
import { makeSite } from './site-generate.mjs';
import { DESTINATION, spoilFrontMatter } from './site-oddities.mjs';

const [count = '100', seed = '1'] = process.argv.slice(2);
const EDITS = 6;
const FIRST_TIME = Date.UTC(2025, 0, 1);

function optionsFor(source, destination, readFile) {
  const log = silentLog();
  const overrides = { source, destination, config: [`${source}/_config.yml`] };
  const config = loadConfig({ log, overrides, folder: source, readFile });
  return { config, log, environment: { TZ: 'UTC' }, folder: source, usesWorkers: false };
}

/** A site in memory, built again and again by one process. */
class MemorySite {
  #now = FIRST_TIME;
  #tree = new MemoryTree({ '/site/.keep': '' }, () => this.#now);
  #files = new Map();
  #builder;
  times = new Map();
  kept = 0;

  constructor(givenTimes) {
    this.givenTimes = givenTimes;
  }

  async build(files) {
    const changes = this.#change(files);
    const isFirst = this.#builder === undefined;
    const readFile = (path) => {
      const text = files.get(path.slice('/site/'.length));
      return text === undefined ? undefined : Buffer.from(text);
    };
    this.#builder ??= await createBuilder({ ...optionsFor('/site', '/out', readFile), tree: this.#tree });
    const { pages, rendered } = await this.#builder.build(isFirst ? undefined : changes);
    this.kept += pages - rendered.size;
    return new Map(outputs(this.#tree, '/out'));
  }

  #change(files) {
    const before = this.#files;
    this.#files = files;
    const removed = [...before.keys()].filter((path) => !files.has(path));
    for (const path of removed) this.#tree.remove(`/site/${path}`);
    const written = [...files].filter(([path, text]) => before.get(path) !== text);
    for (const [path, text] of written) {
      this.#now = this.givenTimes?.get(path) ?? this.#now + 1000;
      this.times.set(path, this.#now);
      this.#tree.write(`/site/${path}`, text);
    }
    return [
      ...removed.map((path) => ({ kind: 'removed', path: `/site/${path}` })),
      ...written.map(([path]) => ({ kind: before.has(path) ? 'changed' : 'added', path: `/site/${path}` })),
    ];
  }
}

function* outputs(tree, folder) {
  for (const { name, kind } of tree.list(folder)) {
    const path = `${folder}/${name}`;
    if (kind === 'directory') yield* outputs(tree, path);
    else yield [path.slice('/out/'.length), Buffer.from(tree.read(path)).toString('latin1')];
  }
}

/** A site on disk. Each build has only what the last one left there. */
class DiskSite {
  #folder = realpathSync(mkdtempSync(join(tmpdir(), 'site-rebuild-')));
  #source = join(this.#folder, 'site');
  #files = new Map();
  #seconds = FIRST_TIME / 1000;
  kept = 0;

  get times() {
    return new Map(
      [...this.#files.keys()].map((path) => [path, Math.floor(statSync(join(this.#source, path)).mtimeMs)]),
    );
  }

  async build(files) {
    for (const path of this.#files.keys()) if (!files.has(path)) this.#removeFile(path);
    for (const [path, text] of files) {
      if (this.#files.get(path) === text) continue;
      const file = join(this.#source, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
      // Whole seconds, so that a copy in memory can have the same times.
      this.#seconds++;
      utimesSync(file, this.#seconds, this.#seconds);
    }
    this.#files = files;
    this.kept += await buildAsNewProcess(optionsFor(this.#source, join(this.#folder, 'out')));
    return this.#read();
  }

  /** Removes a file and the folders that it leaves empty: a tree in memory has none. */
  #removeFile(path) {
    rmSync(join(this.#source, path), { force: true });
    for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) {
      if (readdirSync(join(this.#source, folder)).length > 0) return;
      rmdirSync(join(this.#source, folder));
    }
  }

  #read() {
    const folder = join(this.#folder, 'out');
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const paths = entries.map((entry) => join(entry.parentPath, entry.name));
    return new Map(paths.map((path) => [path.slice(folder.length + 1), readFileSync(path, 'latin1')]));
  }

  remove() {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** What a builder reads only once, so that another process is needed for its changes. */
const SETUP = /(?:^|\/)_config\.yml$|\.gemspec$/;

/** Lines that an edit puts into a file's front matter. */
const FRONT_MATTER = [
  'title: New',
  'tags: [t, new]',
  'layout: base',
  'weight: 7',
  'published: false',
  'permalink: /new/',
];

/** Whether a path can be in a site: no file lies where another one has a folder. */
function fits(files, path) {
  const parts = path.split('/');
  if (parts.some((_, depth) => depth > 0 && files.has(parts.slice(0, depth).join('/')))) return false;
  return ![...files.keys()].some((other) => other.startsWith(`${path}/`));
}

function editSite(dice, files, others, mayConfigure) {
  const edited = new Map(files);
  for (let left = 1 + dice.below(2); left > 0; left--) {
    const isOpen = (path) => (mayConfigure ? path !== '_config.yml' : !SETUP.test(path));
    const paths = [...edited.keys()].filter(isOpen);
    const path = dice.pick(paths);
    const text = edited.get(path);
    const kind = dice.below(10);
    if (kind < 3) {
      const [added, content] = dice.pick([...others].filter(([name]) => mayConfigure || !SETUP.test(name)));
      if (fits(edited, added)) edited.set(added, content);
    } else if (kind < 5)
      edited.set(path, `${text}${dice.pick(['more', '\n\nmore *text*\n', '{{ page.title }}', '\n# Heading\n'])}`);
    else if (kind === 5) edited.set(path, spoilFrontMatter(dice, text));
    else if (kind === 6)
      edited.set(
        path,
        text.replace(/^---[ \t]*\n/, () => `---\n${dice.pick(FRONT_MATTER)}\n`),
      );
    else if (kind === 7) edited.delete(path);
    else if (kind === 8) {
      edited.delete(path);
      const renamed = path.replace(/(\.\w+)?$/, '-2$1');
      if (fits(edited, renamed)) edited.set(renamed, text);
    } else {
      const other = dice.pick(paths);
      edited.set(path, edited.get(other));
      edited.set(other, text);
    }
  }
  return edited;
}

async function attempt(site, files) {
  try {
    return await site.build(files);
  } catch (error) {
    return String(error.message);
  }
}

function difference(incremental, clean) {
  if (typeof clean === 'string')
    return typeof incremental === 'string' ? undefined : `only a clean build fails: ${clean}`;
  if (typeof incremental === 'string') return `only the incremental build fails: ${incremental}`;
  for (const [path, text] of clean) {
    if (!incremental.has(path)) return `${path} is missing`;
    const found = differentLine(path, text, incremental.get(path));
    if (found !== undefined) return found;
  }
  for (const path of incremental.keys()) if (!clean.has(path)) return `${path} is too many`;
  return undefined;
}

/** What a clean build gives: in memory, unless the disk may be in the way, as where a file would have to lie in another file. */
async function buildClean(files, { times }, onDisk) {
  if (!onDisk) return attempt(new MemorySite(times), files);
  const site = new DiskSite();
  const result = await attempt(site, files);
  site.remove();
  return result;
}

const tally = { edits: 0, failed: 0, kept: 0, differences: 0 };
const withoutDestination = (files) => new Map([...files].filter(([path]) => !path.startsWith(DESTINATION)));

async function trySite(number) {
  const dice = choicesFrom(number + 77);
  const onDisk = number % 2 === 1;
  let files = withoutDestination(makeSite(number));
  const others = withoutDestination(makeSite(number + 10_000_000));
  const site = onDisk ? new DiskSite() : new MemorySite();
  await attempt(site, files);
  for (let edit = 1; edit <= EDITS; edit++) {
    files = editSite(dice, files, others, onDisk);
    const incremental = await attempt(site, files);
    const clean = await buildClean(files, site, onDisk && typeof incremental === 'string');
    if (typeof clean === 'string') tally.failed++;
    tally.edits++;
    const found = difference(incremental, clean);
    if (found === undefined) continue;
    console.log(`site ${number}, edit ${edit}: ${found}`);
    tally.differences++;
    break;
  }
  tally.kept += site.kept;
  site.remove?.();
}

for (let number = Number(seed); number < Number(seed) + Number(count); number++) await trySite(number);
console.log(
  `${count} sites of seed ${seed}: ${tally.edits} edits, of which ${tally.failed} make a clean build fail; ${tally.kept} pages kept, ${tally.differences} differences`,
);
process.exitCode = tally.differences === 0 ? 0 : 1;
