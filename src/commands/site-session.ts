import type { BuildResult, Change } from '../build/build-result.ts';
import type { Builder } from '../build/builder.ts';
import { createBuilder } from '../build/create-builder.ts';
import type { Urgency } from '../build/urgent-pages.ts';
import type { Config } from '../config/config.ts';
import type { Log } from '../util/log.ts';
import { clarifyError } from './clarify-error.ts';
import type { Invocation } from './command.ts';
import { frontMatterErrors } from './front-matter-errors.ts';
import { printError } from './print-error.ts';
import { profileTable } from './profile-table.ts';
import { showProgress } from './progress.ts';
import { configFiles, isSet, loadSettings, pathOf } from './settings.ts';

/** A site that is built again and again for one call of a command, with its configuration as it stands at the moment. */
export class SiteSession {
  readonly log: Log;
  readonly #invocation: Invocation;
  readonly #adjust: (config: Config) => Config;
  #config: Config;
  #builder: Builder;
  /** What changes during a build is built after it: two builds must never overlap. */
  #last: Promise<unknown> = Promise.resolve();

  private constructor(invocation: Invocation, log: Log, adjust: (config: Config) => Config, parts: Parts) {
    this.log = log;
    this.#invocation = invocation;
    this.#adjust = adjust;
    this.#config = parts.config;
    this.#builder = parts.builder;
  }

  /**
   * Opens the site that a call of a command asks for.
   *
   * @param adjust changes the configuration each time it is read: `serve` sets the site's address
   */
  static async open(
    invocation: Invocation,
    log: Log,
    adjust = (config: Config): Config => config,
  ): Promise<SiteSession> {
    return new SiteSession(invocation, log, adjust, await readParts(invocation, log, adjust));
  }

  get config(): Config {
    return this.#config;
  }

  get builder(): Builder {
    return this.#builder;
  }

  /** The first build, told as Jekyll tells it. */
  buildFirst(): Promise<BuildResult> {
    return this.#inTurn(async () => {
      tellBeginning(this.#builder, isIncremental(this.#invocation), this.log);
      const result = await this.#build();
      tellProfile(result, this.#config, this.log, this.#invocation.terminal.out);
      this.log.info('', `done in ${result.seconds.toFixed(3)} seconds.`);
      return result;
    });
  }

  /** Builds what changed; a changed configuration is read again. */
  rebuild(changes: readonly Change[], urgency?: Urgency): Promise<BuildResult> {
    return this.#inTurn(async () => {
      const files = configFiles(this.#config, this.#invocation.terminal.folder);
      if (!changes.some(({ path }) => files.includes(path))) return this.#build(changes, urgency);
      const parts = await readParts(this.#invocation, this.log, this.#adjust);
      [this.#config, this.#builder] = [parts.config, parts.builder];
      return this.#build(undefined, urgency);
    });
  }

  async #build(changes?: readonly Change[], urgency?: Urgency): Promise<BuildResult> {
    const stop = showProgress(this.#invocation.terminal);
    try {
      const result = await this.#builder.build(changes, urgency);
      for (const problem of frontMatterErrors(result.warnings).values()) {
        printError(clarifyError(problem, this.#builder.source), this.#invocation.terminal, { trace: false });
      }
      return result;
    } catch (error) {
      throw clarifyError(error, this.#builder.source);
    } finally {
      await stop();
    }
  }

  #inTurn(run: () => Promise<BuildResult>): Promise<BuildResult> {
    const turn = this.#last.then(run, run);
    this.#last = turn;
    return turn;
  }
}

interface Parts {
  readonly config: Config;
  readonly builder: Builder;
}

async function readParts(invocation: Invocation, log: Log, adjust: (config: Config) => Config): Promise<Parts> {
  const { environment, folder } = invocation.terminal;
  try {
    const config = adjust(loadSettings(invocation, log));
    const builder = await createBuilder({ config, log, environment, isIncremental: isIncremental(invocation) });
    return { config, builder };
  } catch (error) {
    throw clarifyError(error, pathOf(invocation.flags, 'source', folder));
  }
}

/** Only what changed is rendered, unless `--no-incremental` says otherwise. */
function isIncremental(invocation: Invocation): boolean {
  return invocation.flags.get('incremental') !== false;
}

function tellBeginning(builder: Builder, isIncremental: boolean, log: Log): void {
  log.info('Source:', builder.source);
  log.info('Destination:', builder.destination);
  log.info('Incremental build:', isIncremental ? 'enabled. Disable with --no-incremental' : 'disabled');
  log.info('Generating...');
}

function tellProfile(result: BuildResult, config: Config, log: Log, out: (text: string) => void): void {
  if (isSet(config, 'profile') && log.level !== 'error') out(profileTable(result.phases));
}
