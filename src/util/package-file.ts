import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

let folder: string | undefined;

/**
 * The absolute path of a file of this package, which resolves its own name: that works from the sources and the bundle
 * alike.
 *
 * @example
 * packageFile('dist', 'live-reload-client.js')
 */
export function packageFile(...names: readonly string[]): string {
  folder ??= dirname(createRequire(import.meta.url).resolve('utterson/package.json'));
  return join(folder, ...names);
}
