import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '..', '..');

/**
 * Bundles the current sources into one module below `dist/tools`.
 *
 * @param name of the bundle's file
 * @param entry what esbuild is to bundle: `entryPoints`, or `stdin`
 * @returns the path of the bundle
 */
export async function bundleSources(name, entry) {
  const folder = join(root, 'dist', 'tools');
  const outfile = join(folder, `${name}-${process.pid}.mjs`);
  mkdirSync(folder, { recursive: true });
  await build({
    ...entry,
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    packages: 'external',
    logLevel: 'warning',
  });
  return outfile;
}
