import { silentLog } from '../../util/program/log.ts';
import type { Invocation } from '../command-line/command.ts';
import { compareFolders } from '../compare/compare-folders.ts';
import { loadSettings, pathOf } from '../settings.ts';
import { buildInTemporaryFolder, excludePaths } from './temporary-build.ts';

/** A build to be compared with one from scratch. */
export interface VerifiedBuild {
  readonly destination: string;
  /** The clock of the first build, because pages that show the time would otherwise differ. */
  readonly now: () => number;
}

/**
 * Builds a site from scratch into a temporary folder and compares it with a destination.
 *
 * @returns the paths that differ or exist on one side only, sorted
 */
export async function verifyBuild(
  invocation: Invocation,
  { destination, now }: VerifiedBuild,
): Promise<readonly string[]> {
  const log = silentLog();
  const { terminal } = invocation;
  const settings = loadSettings(invocation, log);
  const config = excludePaths(settings, pathOf(settings, 'source', terminal.folder), [destination]);
  const build = { config, log, terminal, now };
  const { whiteSpace, different, missing, extra } = await buildInTemporaryFolder(build, (folder) =>
    compareFolders(folder, destination),
  );
  return [...[...whiteSpace, ...different].map(({ path }) => path), ...missing, ...extra].sort();
}
