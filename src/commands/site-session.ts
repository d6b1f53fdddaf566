import type { BuildResult, Change } from '../build/build-result.ts';
import type { Builder } from '../build/builder.ts';
import { createBuilder } from '../build/create-builder.ts';
import type { Config } from '../config/config.ts';
import type { Log } from '../util/log.ts';
import type { Invocation } from './command.ts';
import { profileTable } from './profile-table.ts';
import { showProgress } from './progress.ts';
import { configFiles, isSet, loadSettings } from './settings.ts';

/** A site that is built again and again for one call of a command, with its configuration as it stands at the moment. */
export interface SiteSession {
  readonly config: Config;
  readonly builder: Builder;
  readonly log: Log;
  /** The first build, told as Jekyll tells it. */
  buildFirst(): Promise<BuildResult>;
  /** Builds what changed; a changed configuration is read again. */
  rebuild(changes: readonly Change[]): Promise<BuildResult>;
}

/**
 * Opens the site that a call of a command asks for.
 *
 * @param adjust changes the configuration each time it is read: `serve` sets the site's address
 */
export async function openSite(
  invocation: Invocation,
  log: Log,
  adjust: (config: Config) => Config = (config) => config,
): Promise<SiteSession> {
  const { terminal } = invocation;
  const read = (): Config => adjust(loadSettings(invocation, log));
  const make = (config: Config): Promise<Builder> => createBuilder({ config, log, environment: terminal.environment });
  let config = read();
  let builder = await make(config);
  const build = async (changes?: readonly Change[]): Promise<BuildResult> => {
    const stop = showProgress(terminal);
    try {
      return await builder.build(changes);
    } finally {
      await stop();
    }
  };
  // What changes during the first build is built after it: two builds must never overlap.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = (run: () => Promise<BuildResult>): Promise<BuildResult> => {
    const turn = last.then(run, run);
    last = turn;
    return turn;
  };
  return {
    get config() {
      return config;
    },
    get builder() {
      return builder;
    },
    log,
    buildFirst: () =>
      inTurn(async () => {
        tellBeginning(builder, config, log);
        const result = await build();
        tellProfile(result, config, log, terminal.out);
        log.info('', `done in ${result.seconds.toFixed(3)} seconds.`);
        return result;
      }),
    rebuild: (changes) =>
      inTurn(async () => {
        const files = configFiles(config, terminal.folder);
        if (!changes.some(({ path }) => files.includes(path))) return build(changes);
        const next = read();
        builder = await make(next);
        config = next;
        return build();
      }),
  };
}

function tellBeginning(builder: Builder, config: Config, log: Log): void {
  log.info('Source:', builder.source);
  log.info('Destination:', builder.destination);
  log.info('Incremental build:', isSet(config, 'incremental') ? 'enabled' : 'disabled. Enable with --incremental');
  log.info('Generating...');
}

function tellProfile(result: BuildResult, config: Config, log: Log, out: (text: string) => void): void {
  if (isSet(config, 'profile') && log.level !== 'error') out(profileTable(result.phases));
}
