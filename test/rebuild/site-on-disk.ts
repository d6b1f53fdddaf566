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
import { prepareBuilder } from '../../src/build/prepare-builder.ts';
import { LastBuild } from '../../src/build/record/last-build.ts';
import { findSite } from '../../src/build/site-setup.ts';
import { withSlashes } from '../../src/util/files/paths.ts';
import { silentLog } from '../../src/util/program/log.ts';
import { filesIn } from '../files-in.ts';
import type { BuildHow, Times } from './build-how.ts';
import type { Chance, Files } from './random-site.ts';
import { gathered, loadSettings, SETTINGS, type Settings } from './site-settings.ts';

/** A site on disk. A new process has only what the last build left there; or the same process goes on, as a watching one does. */
export class SiteOnDisk {
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
    const log = silentLog();
    const places = { source: this.#source, destination: this.#destination };
    const config = loadSettings(this.settings, places, { log, folder: this.#source });
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
