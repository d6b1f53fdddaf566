import { silentLog } from '../util/log.ts';
import { buildAside } from './build-aside.ts';
import type { Invocation } from './command.ts';
import { compareFolders } from './compare/compare-folders.ts';
import { loadSettings } from './settings.ts';

/** What is held against a build from scratch. */
export interface VerifiedBuild {
  readonly destination: string;
  /** The time that the build took for the present: what shows it would differ from second to second. */
  readonly now: () => number;
}

/**
 * Builds a site from scratch into a folder of its own and compares it with a destination.
 *
 * @returns the paths that differ, are missing or too many, in the order of their names
 */
export async function verifyBuild(
  invocation: Invocation,
  { destination, now }: VerifiedBuild,
): Promise<readonly string[]> {
  const log = silentLog();
  const build = { config: loadSettings(invocation, log), log, terminal: invocation.terminal, now };
  const { whiteSpace, different, missing, extra } = await buildAside(build, (folder) =>
    compareFolders(folder, destination),
  );
  return [...[...whiteSpace, ...different].map(({ path }) => path), ...missing, ...extra].sort();
}
