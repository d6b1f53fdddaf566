import type { BuildResult } from '../../build/build-result.ts';
import { LastBuild } from '../../build/record/last-build.ts';
import { type BuilderOptions, findSite, type SitePlace } from '../../build/site-place.ts';
import type { Config } from '../../config/config.ts';
import type { Log } from '../../util/program/log.ts';
import type { Invocation } from '../command-line/command.ts';
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
  const place = await withClarifiedErrors(invocation, () => findSite(options));
  const { source, destination } = place;
  const run = { invocation, config: place.config, source, destination, log };
  const messagesBefore = [...log.messages];
  const result = await runFirstBuild(run, () =>
    buildUnlessUpToDate(options, { place, last: lastBuild(invocation, place) }),
  );
  if (isRepeatable(invocation, place.config)) {
    const { commandLine: words = [], terminal } = invocation;
    recordCall(place, { words, terminal, configFiles: configFiles(config, terminal.folder), log, messagesBefore });
  }
  return { result, source, destination };
}

/** Flags that ask for more than the result of a build, which a recorded call cannot give. */
const UNREPEATABLE: readonly string[] = ['explain', 'verify'];

/** Whether the next call with the same words may be answered from a record of this one. */
function isRepeatable({ commandLine, flags }: Invocation, config: Config): boolean {
  return commandLine !== undefined && !isSet(config, 'profile') && UNREPEATABLE.every((flag) => !flags.has(flag));
}

function lastBuild({ last }: Invocation, { cache }: SitePlace): LastBuild | undefined {
  if (cache === null) return undefined;
  return last?.isOf(cache) === true ? last : LastBuild.find(cache);
}

async function buildUnlessUpToDate(
  options: BuilderOptions,
  found: { readonly place: SitePlace; readonly last: LastBuild | undefined },
): Promise<BuildResult> {
  const standing = isSet(found.place.config, 'profile') ? undefined : found.last?.standingResult();
  if (standing !== undefined) return standing;
  const { createBuilder } = await import('../../build/create-builder.ts');
  return (await createBuilder(options, found)).build();
}
