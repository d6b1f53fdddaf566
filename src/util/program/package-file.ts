import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { withSlashes } from '../files/paths.ts';

let folder: string | undefined;

/**
 * The absolute path of a file of this package, with slashes. The package resolves its own name, which works from the
 * sources and the bundle alike.
 *
 * @example
 * packageFile('dist', 'live-reload-client.js')
 */
export function packageFile(...names: readonly string[]): string {
  folder ??= dirname(createRequire(import.meta.url).resolve('utterson/package.json'));
  return withSlashes(join(folder, ...names));
}
