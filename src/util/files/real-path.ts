import { realpathSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { orUndefined } from './missing.ts';
import { joinPaths, withSlashes } from './paths.ts';

/**
 * A path with all its symbolic links resolved. What does not exist yet keeps its name in the real path of the folder above it.
 *
 * @example
 * realPathOf('/tmp/new/site') // '/private/tmp/new/site' on macOS, where /tmp is a link
 */
export function realPathOf(path: string): string {
  const real = orUndefined(() => realpathSync(path));
  if (real !== undefined) return withSlashes(real);
  const parent = dirname(path);
  return parent === path ? path : joinPaths(realPathOf(parent), basename(path));
}
