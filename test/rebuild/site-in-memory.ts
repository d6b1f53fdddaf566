import type { Change } from '../../src/build/build-result.ts';
import type { Builder } from '../../src/build/builder.ts';
import { createBuilder } from '../../src/build/create-builder.ts';
import { MemoryTree } from '../../src/util/files/memory-tree.ts';
import { resolvePath } from '../../src/util/files/paths.ts';
import { silentLog } from '../../src/util/program/log.ts';
import { textsIn } from '../build/memory-site.ts';
import type { BuildHow, Times } from './build-how.ts';
import type { Files } from './random-site.ts';
import { gathered, loadSettings, SETTINGS, type Settings } from './site-settings.ts';

const FIRST_TIME = Date.UTC(2025, 0, 1);
const SECOND = 1000;

/** A site in memory with a builder that builds it repeatedly. */
export class SiteInMemory {
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
    const built = [...textsIn(this.#tree, '/out')].map(([path, text]) => [path.slice('/out'.length), text] as const);
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
  const log = silentLog();
  const config = loadSettings(
    settings,
    { source: settings.source, destination: settings.destination },
    { log, folder: '/site' },
  );
  return createBuilder({ config, log, tree, environment: { TZ: 'UTC' }, usesWorkers: false });
}
