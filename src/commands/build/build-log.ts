import type { BuildResult } from '../../build/build-result.ts';
import type { Log } from '../../util/program/log.ts';
import { summarize } from './summary.ts';

/** A site that is about to be built. */
interface BuildStart {
  readonly source: string;
  readonly destination: string;
  readonly isIncremental: boolean;
}

/** Logs what is about to be built, as Jekyll does. */
export function logBuildStart({ source, destination, isIncremental }: BuildStart, log: Log): void {
  log.info('Source:', source);
  log.info('Destination:', destination);
  log.info('Incremental build:', isIncremental ? 'enabled. Disable with --no-incremental' : 'disabled');
  log.info('Generating...');
}

/** Logs how long a build took. */
export function logDuration({ seconds }: BuildResult, log: Log): void {
  log.info('', `done in ${seconds.toFixed(3)} seconds.`);
}

/** Logs a summary of a build. */
export function logSummary(
  result: BuildResult,
  { destination, folder }: { readonly destination: string; readonly folder: string },
  log: Log,
): void {
  log.info('Site:', summarize(result, destination, folder));
  if (result.pages === 0) for (const line of NO_PAGES) log.info('', line);
}

/** For those who started the command in the wrong folder, or know only GitHub Pages, which switches on plugins by itself. */
const NO_PAGES: readonly string[] = [
  'There are no pages: a page begins with front matter, two lines of `---`. Is this the folder of the site?',
  'GitHub Pages needs none: to build as it does, put gem "github-pages", group: :jekyll_plugins into a Gemfile.',
];

/** Logs that the site is not watched. */
export function logUnwatched(log: Log): void {
  log.info('Auto-regeneration:', 'disabled. Use --watch to enable.');
}

/** Logs that the site is watched. */
export function logWatched(source: string, log: Log): void {
  log.info('Auto-regeneration:', `enabled for '${source}'`);
}
