import { resolve } from 'node:path';
import type { Environment } from '../config/config.ts';
import { withSlashes } from '../util/paths.ts';

/** The Gemfile that counts in a folder, as Bundler finds it: `BUNDLE_GEMFILE` names another one. */
export function gemfilePath(folder: string, environment: Environment): string {
  return withSlashes(resolve(folder, environment['BUNDLE_GEMFILE'] ?? 'Gemfile'));
}

/** Where Bundler writes down which versions it has chosen for a Gemfile. */
export function lockPath(gemfile: string): string {
  return gemfile.endsWith('gems.rb') ? gemfile.replace(/rb$/, 'locked') : `${gemfile}.lock`;
}
