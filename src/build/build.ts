import { type LoadOptions, loadConfig } from '../config/load-config.ts';
import type { BuildResult } from './build-result.ts';
import { createBuilder } from './create-builder.ts';
import type { BuilderOptions } from './site-place.ts';

/** What to build and how: the configuration's files and flags, and what `createBuilder` takes besides. */
export type BuildOptions = LoadOptions & Omit<BuilderOptions, 'config'>;

/**
 * Builds a site once.
 *
 * @example
 * const { pages, seconds } = await build({ log, overrides: { source: 'site', destination: 'out' } });
 */
export async function build(options: BuildOptions): Promise<BuildResult> {
  const config = loadConfig({ ...options, overrides: { serving: false, ...options.overrides } });
  const builder = await createBuilder({ ...options, config, buildsOnce: true });
  return builder.build();
}
