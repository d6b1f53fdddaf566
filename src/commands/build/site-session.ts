import type { BuildResult, Change } from '../../build/build-result.ts';
import type { Builder } from '../../build/builder.ts';
import type { BuilderOptions } from '../../build/builder-options.ts';
import { createBuilder } from '../../build/create-builder.ts';
import { recordPath } from '../../build/record/kept-build.ts';
import type { Urgency } from '../../build/render/urgent-pages.ts';
import { isPartOfSetup, recordFolders } from '../../build/site-setup.ts';
import type { Config } from '../../config/config.ts';
import { statsOf } from '../../util/files/missing.ts';
import type { Log } from '../../util/program/log.ts';
import type { Invocation } from '../command-line/command.ts';
import { configFiles, loadSettings } from '../settings.ts';
import { isIncremental, runFirstBuild, runWithProgress, withClarifiedErrors } from './run-build.ts';

/** A site that is built again and again during one call of a command, with its current configuration. */
export class SiteSession {
  readonly log: Log;
  readonly #invocation: Invocation;
  readonly #options: Pick<OpenOptions, 'adjust' | 'plugins'>;
  #config: Config;
  #builder: Builder;
  /** Identifies the output as the last build left it. */
  #outputLeft: string | undefined;
  /** Whether the configuration and the plugins could be loaded after they last changed. */
  #isSetUp = true;
  /** The last build that was asked for. The next one waits for it: two builds must never overlap. */
  #last: Promise<unknown> = Promise.resolve();

  private constructor(invocation: Invocation, log: Log, options: OpenOptions, parts: Parts) {
    this.log = log;
    this.#invocation = invocation;
    this.#options = options;
    this.#config = parts.config;
    this.#builder = parts.builder;
  }

  /**
   * Opens the site for a call of a command.
   *
   * @param options.adjust changes the configuration each time it is read: `serve` sets the site's address
   * @param options.config the configuration, if it has been read already
   * @param options.plugins plugins of a program, in addition to the site's
   */
  static async open(invocation: Invocation, log: Log, { config, ...options }: OpenOptions = {}): Promise<SiteSession> {
    return new SiteSession(invocation, log, options, await makeParts(invocation, log, { config, ...options }));
  }

  get config(): Config {
    return this.#config;
  }

  get builder(): Builder {
    return this.#builder;
  }

  /** The first build, logged as Jekyll logs it. */
  buildFirst(): Promise<BuildResult> {
    return this.#inTurn(() => {
      const { source, destination } = this.#builder;
      const run = { invocation: this.#invocation, config: this.#config, source, destination, log: this.log };
      return runFirstBuild(run, () => this.#noteOutput(() => this.#builder.build()));
    });
  }

  /**
   * Builds what changed. The site is set up anew after a change to the configuration or a plugin (again and again until they can
   * be loaded), and if somebody has removed the destination (`utterson clean`) or built into it, since what this process wrote
   * is no longer there.
   */
  rebuild(changes: readonly Change[], urgency?: Urgency): Promise<BuildResult> {
    return this.#inTurn(async () => {
      const isSameSetup = !changes.some(({ path }) => this.#isPartOfSetup(path));
      if (isSameSetup && this.#isSetUp && this.#isOutputUntouched()) return this.#build(changes, urgency);
      this.#isSetUp = false;
      const parts = await makeParts(this.#invocation, this.log, this.#options);
      this.#config = parts.config;
      this.#builder = parts.builder;
      this.#isSetUp = true;
      return this.#build(undefined, urgency);
    });
  }

  #isPartOfSetup(path: string): boolean {
    const { environment, folder } = this.#invocation.terminal;
    return (
      // The whole folder is another one.
      path === this.#builder.source ||
      configFiles(this.#config, folder).includes(path) ||
      isPartOfSetup(path, { config: this.#config, environment, folder })
    );
  }

  #build(changes?: readonly Change[], urgency?: Urgency): Promise<BuildResult> {
    const run = { invocation: this.#invocation, source: this.#builder.source };
    return runWithProgress(run, () => this.#noteOutput(() => this.#builder.build(changes, urgency)));
  }

  async #noteOutput(build: () => Promise<BuildResult>): Promise<BuildResult> {
    const result = await build();
    this.#outputLeft = this.#identifyOutput();
    return result;
  }

  #isOutputUntouched(): boolean {
    return this.#outputLeft === undefined || this.#outputLeft === this.#identifyOutput();
  }

  /**
   * Identifies the folder of the output, with when something was last added to it or removed from it, and the records of builds
   * beside it, by which the builds of other processes show.
   */
  #identifyOutput(): string {
    const { source, destination } = this.#builder;
    const folder = statsOf(destination);
    const records = Object.values(recordFolders(this.#config, source)).map((place) => statsOf(recordPath(place)));
    const ofRecords = records.map((record) => record && `${record.ino} ${record.size} ${record.mtimeMs}`);
    return [`${folder?.dev} ${folder?.ino} ${folder?.mtimeMs}`, ...ofRecords].join('\n');
  }

  #inTurn(build: () => Promise<BuildResult>): Promise<BuildResult> {
    const turn = this.#last.then(build, build);
    this.#last = turn;
    return turn;
  }
}

interface OpenOptions {
  readonly adjust?: (config: Config) => Config;
  readonly config?: Config | undefined;
  readonly plugins?: BuilderOptions['plugins'];
}

const unchanged = (config: Config): Config => config;

interface Parts {
  readonly config: Config;
  readonly builder: Builder;
}

function makeParts(
  invocation: Invocation,
  log: Log,
  { adjust = unchanged, config, plugins = [] }: OpenOptions,
): Promise<Parts> {
  const { environment, folder } = invocation.terminal;
  return withClarifiedErrors(invocation, async () => {
    const settings = adjust(config ?? loadSettings(invocation, log));
    const options = { config: settings, log, environment, folder, plugins, isIncremental: isIncremental(invocation) };
    return { config: settings, builder: await createBuilder(options) };
  });
}
