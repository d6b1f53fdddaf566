import type { BuildResult } from '../../build/build-result.ts';
import type { Config } from '../../config/config.ts';
import type { Log } from '../../util/program/log.ts';
import type { Invocation } from '../command-line/command.ts';
import { clarifyError } from '../errors/clarify-error.ts';
import { frontMatterErrors } from '../errors/front-matter-errors.ts';
import { printError } from '../errors/print-error.ts';
import { isSet, pathOf } from '../settings.ts';
import { logBuildStart, logDuration } from './build-log.ts';
import { profileTable } from './profile-table.ts';
import { showProgress } from './progress.ts';

/** A build that is about to run, and the call of a command that it is for. */
interface BuildRun {
  readonly invocation: Invocation;
  readonly config: Config;
  readonly source: string;
  readonly destination: string;
  readonly log: Log;
}

/** Runs the first build of a command, logged as Jekyll logs it. */
export async function runFirstBuild(run: BuildRun, build: () => Promise<BuildResult>): Promise<BuildResult> {
  const { invocation, config, source, destination, log } = run;
  logBuildStart({ source, destination, isIncremental: isIncremental(invocation) }, log);
  const result = await runWithProgress(run, build);
  if (isSet(config, 'profile') && log.level !== 'error') invocation.terminal.out(profileTable(result));
  logDuration(result, log);
  return result;
}

/** Runs a build, shows its progress, and rewrites its errors for the author of the site. */
export async function runWithProgress(
  { invocation, source }: Pick<BuildRun, 'invocation' | 'source'>,
  build: () => Promise<BuildResult>,
): Promise<BuildResult> {
  const stop = showProgress(invocation.terminal);
  try {
    const result = await build();
    for (const problem of frontMatterErrors(result.warnings).values()) {
      printError(clarifyError(problem, source), invocation.terminal, { trace: false });
    }
    return result;
  } catch (error) {
    throw clarifyError(error, source);
  } finally {
    await stop();
  }
}

/** Runs what prepares a build, and rewrites its errors for the author of the site. */
export async function withClarifiedErrors<T>(
  { flags, terminal }: Invocation,
  prepare: () => T | Promise<T>,
): Promise<T> {
  try {
    return await prepare();
  } catch (error) {
    throw clarifyError(error, pathOf(flags, 'source', terminal.folder));
  }
}

/** Whether only what changed is rendered. Unlike in Jekyll, this is the default. */
export function isIncremental(invocation: Invocation): boolean {
  return invocation.flags.get('incremental') !== false;
}
