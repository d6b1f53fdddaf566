import type { Environment } from '../config/config.ts';
import { decodeText } from '../util/encoding.ts';
import { resolvePath } from '../util/files/paths.ts';
import type { ReadTree } from '../util/files/tree.ts';

/** What Bundler works with. */
export interface Bundle {
  /** The text of the Gemfile. */
  readonly gemfile: string;
  /** The text of Gemfile.lock, or empty. */
  readonly lock: string;
}

/** The Gemfile that Bundler uses for a folder: the one in it, unless `BUNDLE_GEMFILE` names another. */
export function gemfilePath(folder: string, environment: Environment): string {
  return resolvePath(folder, environment['BUNDLE_GEMFILE'] ?? 'Gemfile');
}

/** The lock file of a Gemfile, in which Bundler records the versions it has chosen. */
export function lockPath(gemfile: string): string {
  return gemfile.endsWith('gems.rb') ? gemfile.replace(/rb$/, 'locked') : `${gemfile}.lock`;
}

/** Reads the bundle of a folder; undefined without a Gemfile. */
export function readBundle(folder: string, environment: Environment, tree: ReadTree): Bundle | undefined {
  const path = gemfilePath(folder, environment);
  if (tree.status(path)?.kind !== 'file') return undefined;
  const lock = lockPath(path);
  return {
    gemfile: decodeText(tree.read(path)),
    lock: tree.status(lock)?.kind === 'file' ? decodeText(tree.read(lock)) : '',
  };
}
