import type { BuildResult } from '../build/build-result.ts';
import { LastBuild } from '../build/last-build.ts';
import { type BuilderOptions, findSite, type SitePlace } from '../build/site-place.ts';
import type { Config } from '../config/config.ts';
import type { Log } from '../util/log.ts';
import type { Invocation } from './command.ts';
import { keepCall } from './last-call.ts';
import { configFiles, isSet } from './settings.ts';
import { clarifying, isIncremental, tellFirstBuild } from './tell-build.ts';

/** What was built, and where it lies. */
export interface BuiltOnce {
  readonly result: BuildResult;
  readonly destination: string;
}

/**
 * Builds a site for one call of a command. Where the last build still stands, what builds sites is not even loaded.
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
  const place = await clarifying(invocation, () => findSite(options));
  const { source, destination } = place;
  const told = { invocation, config: place.config, source, destination, log };
  const said = [...log.messages];
  const result = await tellFirstBuild(told, () =>
    buildUnlessStanding(options, { place, last: lastBuild(invocation, place) }),
  );
  if (isRepeatable(invocation, place.config)) {
    const { commandLine: words = [], terminal } = invocation;
    keepCall(place, { words, terminal, configFiles: configFiles(config, terminal.folder), log, said });
  }
  return { result, destination };
}

/** Flags that ask for more than a build whose result may be the one of the build before. */
const ASKING: readonly string[] = ['explain', 'verify'];

/** Whether the same call can be answered by what the last one left. */
function isRepeatable({ commandLine, flags }: Invocation, config: Config): boolean {
  return commandLine !== undefined && !isSet(config, 'profile') && ASKING.every((flag) => !flags.has(flag));
}

function lastBuild({ last }: Invocation, { cache }: SitePlace): LastBuild | undefined {
  if (cache === null) return undefined;
  return last?.isOf(cache) === true ? last : LastBuild.find(cache);
}

async function buildUnlessStanding(
  options: BuilderOptions,
  found: { readonly place: SitePlace; readonly last: LastBuild | undefined },
): Promise<BuildResult> {
  const standing = isSet(found.place.config, 'profile') ? undefined : found.last?.standingResult();
  if (standing !== undefined) return standing;
  const { createBuilder } = await import('../build/create-builder.ts');
  return (await createBuilder(options, found)).build();
}
