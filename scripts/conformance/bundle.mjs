import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
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

/** Bundles the current sources as `bundleSources` does, and imports them. Nothing is left of the bundle. */
export async function importSources(name, entry) {
  const bundle = await bundleSources(name, entry);
  try {
    return await import(pathToFileURL(bundle).href);
  } finally {
    rmSync(bundle);
  }
}
