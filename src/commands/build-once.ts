import type { BuildResult } from '../build/build-result.ts';
import { type BuilderOptions, findSite, type SitePlace } from '../build/site-place.ts';
import { LastBuild } from '../build/standing-build.ts';
import type { Config } from '../config/config.ts';
import type { Log } from '../util/log.ts';
import type { Invocation } from './command.ts';
import { isSet } from './settings.ts';
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
 * const { result, destination } = await buildOnce(invocation, loadSettings(invocation, log), log);
 */
export async function buildOnce(invocation: Invocation, config: Config, log: Log): Promise<BuiltOnce> {
  const { environment } = invocation.terminal;
  const options = { config, log, environment, isIncremental: isIncremental(invocation) };
  const place = await clarifying(invocation, () => findSite(options));
  const { source, destination } = place;
  const told = { invocation, config: place.config, source, destination, log };
  const result = await tellFirstBuild(told, () => buildUnlessStanding(options, place));
  return { result, destination };
}

async function buildUnlessStanding(options: BuilderOptions, place: SitePlace): Promise<BuildResult> {
  const last = place.cache === null ? undefined : LastBuild.find(place.cache);
  const standing = isSet(place.config, 'profile') ? undefined : last?.standingResult();
  if (standing !== undefined) return standing;
  const { createBuilder } = await import('../build/create-builder.ts');
  return (await createBuilder(options, { place, last })).build();
}
