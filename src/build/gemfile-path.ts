import { resolve } from 'node:path';
import type { Environment } from '../config/config.ts';
import { withSlashes } from '../util/paths.ts';

/** The Gemfile that Bundler uses for a folder: the one in it, unless `BUNDLE_GEMFILE` names another. */
export function gemfilePath(folder: string, environment: Environment): string {
  return withSlashes(resolve(folder, environment['BUNDLE_GEMFILE'] ?? 'Gemfile'));
}

/** The lock file of a Gemfile, in which Bundler records the versions it has chosen. */
export function lockPath(gemfile: string): string {
  return gemfile.endsWith('gems.rb') ? gemfile.replace(/rb$/, 'locked') : `${gemfile}.lock`;
}
