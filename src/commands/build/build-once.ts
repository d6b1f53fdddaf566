import type { BuildResult } from '../../build/build-result.ts';
import type { LoggedOptions } from '../../build/builder-options.ts';
import { LastBuild } from '../../build/record/last-build.ts';
import { findSite, type SiteSetup } from '../../build/site-setup.ts';
import type { Config } from '../../config/config.ts';
import type { Log } from '../../util/program/log.ts';
import type { Invocation } from '../command-line/command.ts';
import { REPORT_FLAGS } from '../command-line/flags.ts';
import { recordCall } from '../command-line/last-call.ts';
import { configFiles, isSet } from '../settings.ts';
import { isIncremental, runFirstBuild, withClarifiedErrors } from './run-build.ts';

/** The result of a build, and the folders it was made from and is in. */
interface BuiltOnce {
  readonly result: BuildResult;
  readonly source: string;
  readonly destination: string;
}

/**
 * Builds a site for one call of a command. If the output of the last build is still up to date, the builder is not even loaded.
 *
 * @example
 * const { result, destination } = await buildOnce(invocation, loadSettings(invocation, log), { log, now: Date.now });
 */
export async function buildOnce(
  invocation: Invocation,
  config: Config,
  { log, now }: { readonly log: Log; readonly now: () => number },
): Promise<BuiltOnce> {
  const { environment, folder } = invocation.terminal;
  const options = { config, log, environment, folder, now, buildsOnce: true, isIncremental: isIncremental(invocation) };
  const setup = await withClarifiedErrors(invocation, () => findSite(options));
  const { source, destination } = setup;
  const run = { invocation, config: setup.config, source, destination, log };
  const messagesBefore = [...log.messages];
  const result = await runFirstBuild(run, () =>
    buildUnlessUpToDate(options, { setup, last: lastBuild(invocation, setup) }),
  );
  if (isRepeatable(invocation, setup.config)) {
    const { commandLine: words = [], terminal } = invocation;
    recordCall(setup, { words, terminal, configFiles: configFiles(config, terminal.folder), log, messagesBefore });
  }
  return { result, source, destination };
}

/** Whether the next call with the same words may be answered from a record of this one, which has no more than the result of a build. */
function isRepeatable({ commandLine, flags }: Invocation, config: Config): boolean {
  return commandLine !== undefined && !isSet(config, 'profile') && REPORT_FLAGS.every(({ key }) => !flags.has(key));
}

function lastBuild({ last }: Invocation, { cache }: SiteSetup): LastBuild | undefined {
  if (cache === null) return undefined;
  return last?.isOf(cache) === true ? last : LastBuild.find(cache);
}

async function buildUnlessUpToDate(
  options: LoggedOptions,
  found: { readonly setup: SiteSetup; readonly last: LastBuild | undefined },
): Promise<BuildResult> {
  const upToDate = isSet(found.setup.config, 'profile') ? undefined : found.last?.resultIfUpToDate();
  if (upToDate !== undefined) return upToDate;
  const { prepareBuilder } = await import('../../build/prepare-builder.ts');
  return (await prepareBuilder(options, found)).build();
}
