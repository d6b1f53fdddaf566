// What the tools of Liquid share: the sources bundled for plain Node.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '..', '..');

/** Liquid, bundled from the sources as they are now, and the means to read a case's data. */
export async function loadLiquid() {
  const outfile = join(root, 'dist', 'tools', `liquid-${process.pid}.mjs`);
  mkdirSync(join(root, 'dist', 'tools'), { recursive: true });
  await build({
    entryPoints: [join(import.meta.dirname, 'liquid-entry.ts')],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    packages: 'external',
    logLevel: 'warning',
  });
  return import(pathToFileURL(outfile).href);
}
