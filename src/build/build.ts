import { type LoadOptions, loadConfig } from '../config/load-config.ts';
import { checkOptions } from '../util/known-options.ts';
import type { BuildResult } from './build-result.ts';
import type { BuilderOptions } from './builder-options.ts';
import { createBuilder } from './create-builder.ts';

/** What to build and how: the options of `loadConfig`, and those of `createBuilder`. */
export type BuildOptions = LoadOptions & Omit<BuilderOptions, 'config' | 'log' | 'buildsOnce'>;

const OPTION_NAMES = [
  'overrides',
  'folder',
  'log',
  'plugins',
  'environment',
  'isIncremental',
  'usesWorkers',
  'now',
  'tree',
  'readFile',
] as const satisfies readonly (keyof BuildOptions)[];

/**
 * Builds a site once.
 *
 * @throws {UttersonError} for an unknown option, a bad configuration, or anything in the site that stops its build
 *
 * @example
 * const { pages, seconds } = await build({ overrides: { source: 'site', destination: 'out' } });
 */
export async function build(options: BuildOptions = {}): Promise<BuildResult> {
  checkOptions('build', options, OPTION_NAMES);
  const { overrides, readFile, ...others } = options;
  const { folder, log } = others;
  const config = loadConfig({
    ...(folder !== undefined && { folder }),
    ...(readFile !== undefined && { readFile }),
    ...(log !== undefined && { log }),
    overrides: { serving: false, ...overrides },
  });
  const builder = await createBuilder({ ...others, config, buildsOnce: true });
  return builder.build();
}
