import type { BuildResult } from '../build/build-result.ts';
import type { Config } from '../config/config.ts';
import type { Log } from '../util/log.ts';
import { clarifyError } from './clarify-error.ts';
import type { Invocation } from './command.ts';
import { frontMatterErrors } from './front-matter-errors.ts';
import { printError } from './print-error.ts';
import { profileTable } from './profile-table.ts';
import { showProgress } from './progress.ts';
import { isSet, pathOf } from './settings.ts';
import { tellDone, tellSite } from './tell-result.ts';

/** What is being built, and for which call of a command. */
export interface ToldBuild {
  readonly invocation: Invocation;
  readonly config: Config;
  readonly source: string;
  readonly destination: string;
  readonly log: Log;
}

/** Runs the first build of a command, logged as Jekyll logs it. */
export async function tellFirstBuild(told: ToldBuild, build: () => Promise<BuildResult>): Promise<BuildResult> {
  const { invocation, config, source, destination, log } = told;
  tellSite({ source, destination, isIncremental: isIncremental(invocation) }, log);
  const result = await tellBuild(told, build);
  if (isSet(config, 'profile') && log.level !== 'error') invocation.terminal.out(profileTable(result));
  tellDone(result, log);
  return result;
}

/** Runs a build, showing its progress and clarifying its errors. */
export async function tellBuild(
  { invocation, source }: Pick<ToldBuild, 'invocation' | 'source'>,
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

/** Runs what prepares a build, clarifying its errors. */
export async function clarifying<T>({ flags, terminal }: Invocation, prepare: () => T | Promise<T>): Promise<T> {
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
