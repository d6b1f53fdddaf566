import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Change } from '../../src/build/build-result.ts';
import type { Builder } from '../../src/build/builder.ts';
import { createBuilder } from '../../src/build/create-builder.ts';
import { prepareBuilder } from '../../src/build/prepare-builder.ts';
import { LastBuild } from '../../src/build/record/last-build.ts';
import { findSite } from '../../src/build/site-setup.ts';
import type { Config } from '../../src/config/config.ts';
import { type LoadOptions, loadConfig } from '../../src/config/load-config.ts';
import { MemoryTree } from '../../src/util/files/memory-tree.ts';
import { resolvePath, withSlashes } from '../../src/util/files/paths.ts';
import { Log } from '../../src/util/program/log.ts';
import { filesIn } from '../files-in.ts';
import type { Chance, Files } from './random-site.ts';
import { richSettings } from './rich-pieces.ts';

const SETTINGS = {
  source: '/site',
  destination: '/out',
  title: 'Wood',
  time: '2026-01-02 03:04:05 +0000',
  collections: { notes: { output: true }, secret: { output: false } },
  plugins: ['jekyll-paginate', 'jekyll-include-cache', 'jekyll-feed', 'jekyll-sitemap', 'jekyll-seo-tag'],
  paginate: 2,
};

interface Settings extends Omit<typeof SETTINGS, 'time'> {
  /** Without it, the time is the present. */
  readonly time?: string;
  readonly collections_dir?: string;
  readonly sass?: ReadonlyMap<string, unknown>;
  /** The names of the configuration files over which the settings are distributed; a later file overrides earlier ones. */
  readonly config?: readonly string[];
}

/** Random settings, also for rich sites. Some have a folder for collections, and some depend on the clock. */
export function randomSettings(chance: Chance): Settings {
  const settings: Settings = chance.isRich ? richSettings(chance, SETTINGS) : SETTINGS;
  const { time: _, ...following } = settings;
  const timed = chance.is(0.3) ? following : settings;
  const placed = chance.is(0.2) ? { ...timed, collections_dir: 'gathered' } : timed;
  return chance.is(0.3) ? inFiles(placed) : placed;
}

/** Random settings for a site on disk, of which a new process has others at times, as if somebody had edited its configuration. */
export function diskSettings(chance: Chance): Settings {
  const settings: Settings = chance.isRich
    ? richSettings(chance, SETTINGS)
    : { ...SETTINGS, plugins: SETTINGS.plugins.filter(() => chance.is(0.8)) };
  const placed = chance.is(0.1) ? { ...settings, collections_dir: 'gathered' } : settings;
  return chance.is(0.5) ? inFiles(placed) : placed;
}

const CONFIG_FILES = ['_config.yml', 'more.yml', 'most.yml'];

/** The same settings in several configuration files. */
function inFiles(settings: Settings): Settings {
  return { ...settings, config: CONFIG_FILES };
}

/** Loads the settings of a site, from files if they are to be in files. */
function load(
  { config: files, ...settings }: Settings,
  overrides: Readonly<Record<string, unknown>>,
  options: Pick<LoadOptions, 'log' | 'folder'>,
): Config {
  if (files === undefined) {
    return loadConfig({ ...options, overrides: { ...settings, ...overrides }, readFile: () => undefined });
  }
  const entries = Object.entries(settings);
  const contents = files.map((_, index) => {
    const own = entries.filter((_, place) => place % files.length === index);
    // An earlier file has another value for one of the settings.
    return JSON.stringify({
      ...Object.fromEntries(own),
      title: index === files.length - 1 ? settings.title : `${index}`,
    });
  });
  const readFile = (path: string) => {
    const index = files.findIndex((name) => path.endsWith(`/${name}`));
    return index === -1 ? undefined : Buffer.from(contents[index] ?? '');
  };
  return loadConfig({ ...options, overrides: { ...overrides, config: [...files] }, readFile });
}

/** The files, with those of collections in the folder that the settings name. */
function gathered(files: Files, { collections_dir: folder }: Settings): Files {
  if (folder === undefined) return files;
  const isOfCollection = /^_(?:posts|drafts|notes|secret)\//;
  return new Map(
    [...files].map(([path, content]) => [isOfCollection.test(path) ? `${folder}/${path}` : path, content]),
  );
}

const quiet = { out: () => undefined, err: () => undefined };

/** When the files of a site in memory were written, by path below the source. */
export type Times = ReadonlyMap<string, number>;

const FIRST_TIME = Date.UTC(2025, 0, 1);
const SECOND = 1000;

/** A site in memory with a builder that builds it repeatedly. */
export class MemorySite {
  #now = FIRST_TIME;
  readonly #tree = new MemoryTree({ '/site/.keep': '' }, () => this.#now);
  readonly #settings: Settings;
  readonly #givenTimes: Times | undefined;
  readonly #times = new Map<string, number>();
  #files: Files = new Map();
  #builder: Builder | undefined;
  #written: readonly string[] = [];
  #builds = 0;
  /** The number of pages that were kept, in all builds. */
  kept = 0;
  /** The number of pages that were written before their turn, in all builds. */
  hurried = 0;
  /** The number of builds for which the site was not read again. */
  keptSites = 0;

  /** @param times the times of another site with the same files, so that both are built alike */
  constructor(settings: Settings = SETTINGS, times?: Times) {
    this.#settings = settings;
    this.#givenTimes = times;
  }

  get times(): Times {
    return this.#times;
  }

  async build(files: Files, { touched }: BuildHow = {}): Promise<Map<string, string>> {
    const changes = this.#change(gathered(files, this.#settings), touched);
    const isFirst = this.#builder === undefined;
    this.#builder ??= await makeBuilder(this.#tree, this.#settings);
    this.#builds++;
    const { pages, rendered, phases } = await this.#builder.build(isFirst ? undefined : changes, {
      first: this.#written.filter((_, index) => (index + this.#builds) % 3 === 0),
      onWritten: async ({ length }) => {
        this.hurried += length;
      },
    });
    if (!phases.some(({ phase }) => phase === 'reset')) this.keptSites++;
    this.kept += pages - rendered.size;
    const built = [...outputs(this.#tree, '/out')].map(([path, text]) => [path.slice('/out'.length), text] as const);
    this.#written = built.map(([path]) => path.slice(1));
    return new Map(built);
  }

  /** Changes the files, and returns what a watcher would report. */
  #change(files: Files, touched: string | undefined): Change[] {
    const before = this.#files;
    this.#files = files;
    const removed = [...before.keys()].filter((path) => !files.has(path));
    for (const path of removed) this.#tree.remove(`/site/${path}`);
    const written = [...files].filter(([path, content]) => path === touched || before.get(path) !== content);
    for (const [path, content] of written) {
      this.#now = this.#givenTimes?.get(path) ?? this.#now + SECOND;
      this.#times.set(path, this.#now);
      this.#tree.write(`/site/${path}`, content);
    }
    return [
      ...removed.map((path): Change => ({ kind: 'removed', path: resolvePath('/site', path) })),
      ...written.map(
        ([path]): Change => ({ kind: before.has(path) ? 'changed' : 'added', path: resolvePath('/site', path) }),
      ),
    ];
  }
}

async function makeBuilder(tree: MemoryTree, settings: Settings): Promise<Builder> {
  const log = new Log(quiet);
  const config = load(
    settings,
    { source: settings.source, destination: settings.destination },
    { log, folder: '/site' },
  );
  return createBuilder({ config, log, tree, environment: { TZ: 'UTC' }, usesWorkers: false });
}

export function outputs(tree: MemoryTree, folder: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const { name, kind } of tree.list(folder)) {
    const path = `${folder}/${name}`;
    if (kind === 'directory') for (const [below, content] of outputs(tree, path)) found.set(below, content);
    else found.set(path, Buffer.from(tree.read(path)).toString('utf8'));
  }
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** How a site is built again. */
export interface BuildHow {
  /** Whether the last process builds again, if it can. */
  readonly goesOn?: boolean;
  /** A file that is saved, whether it has changed or not. */
  readonly touched?: string;
}

/** A site on disk. A new process has only what the last build left there; or the same process goes on, as a watching one does. */
export class DiskSite {
  readonly #folder = withSlashes(realpathSync(mkdtempSync(join(tmpdir(), 'rebuild-'))));
  readonly #destination = `${this.#folder}/out`;
  readonly #source = `${this.#folder}/site`;
  #files: Files = new Map();
  /** The builder of the current process, if it has built anything. */
  #builder: Builder | null = null;
  #processes = 0;
  /** May change from process to process, as `_config.yml` does. */
  settings: Settings = SETTINGS;
  kept = 0;
  /** The number of builds that found the last build still valid. */
  upToDate = 0;
  /** The number of builds of a new process that only followed up on changes. */
  followed = 0;

  async build(files: Files, { goesOn = false, touched }: BuildHow = {}): Promise<Map<string, string>> {
    const changes = this.#change(gathered(files, this.settings), touched);
    const builder = this.#builder;
    this.#builder = null;
    if (goesOn && builder !== null) await this.#count(builder, changes);
    else await this.#begin();
    return readOutputs(this.#destination);
  }

  /** When each file was last changed. */
  get times(): Times {
    const timeOf = (path: string) => Math.floor(statSync(join(this.#source, path)).mtimeMs);
    return new Map([...this.#files.keys()].map((path) => [path, timeOf(path)]));
  }

  #change(files: Files, touched: string | undefined): Change[] {
    const before = this.#files;
    this.#files = files;
    const removed = [...before.keys()].filter((path) => !files.has(path)).map((path) => `${this.#source}/${path}`);
    for (const path of removed) this.#remove(path);
    const changes = removed.map((path): Change => ({ kind: 'removed', path }));
    for (const [name, content] of files) {
      if (before.get(name) === content && name !== touched) continue;
      const path = `${this.#source}/${name}`;
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, content);
      changes.push({ kind: before.has(name) ? 'changed' : 'added', path });
    }
    return changes;
  }

  /** Removes a file, and the folders that are empty then: the clean build's site has none, and in `_data` they count. */
  #remove(path: string): void {
    rmSync(path);
    for (
      let folder = dirname(path);
      folder !== this.#source && readdirSync(folder).length === 0;
      folder = dirname(folder)
    ) {
      rmdirSync(folder);
    }
  }

  async #begin(): Promise<void> {
    const log = new Log(quiet);
    const places = { source: this.#source, destination: this.#destination };
    const config = load(this.settings, places, { log, folder: this.#source });
    // Every other process builds once, and so writes its output as soon as it is rendered if the destination is empty.
    const buildsOnce = this.#processes++ % 2 === 0;
    const options = { config, log, environment: { TZ: 'UTC' }, usesWorkers: false, buildsOnce };
    const setup = findSite(options);
    const last = setup.cache === null ? undefined : LastBuild.find(setup.cache);
    if (last?.resultIfUpToDate() !== undefined) this.upToDate++;
    else await this.#count(await prepareBuilder(options, { setup, last }));
    if (buildsOnce) this.#builder = null;
  }

  async #count(builder: Builder, changes?: readonly Change[]): Promise<void> {
    const { pages, phases, rendered } = await builder.build(changes);
    this.kept += pages - rendered.size;
    if (changes === undefined && phases.every(({ phase }) => phase !== 'cleanup')) this.followed++;
    this.#builder = builder;
  }

  /** What a killed build or a curious user might do to the destination and the cache. */
  damage(chance: Chance): void {
    const victims = [this.#destination, join(this.#source, '.jekyll-cache/utterson')];
    const folder = chance.pick(victims);
    if (!existsSync(folder)) return;
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    if (files.length === 0) return;
    const victim = chance.pick(files);
    const path = join(victim.parentPath, victim.name);
    if (chance.is(0.5)) rmSync(path);
    else truncateSync(path, chance.below(40));
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

function readOutputs(folder: string): Map<string, string> {
  return new Map(Object.entries(filesIn(folder, '/')));
}
