// What the tools of Liquid share: the sources bundled for plain Node.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundleSources } from './bundle.mjs';

/** Liquid, bundled from the current sources, and a function that reads a case's data. */
export async function loadLiquid() {
  const bundle = await bundleSources('liquid', { entryPoints: [join(import.meta.dirname, 'liquid-entry.ts')] });
  return import(pathToFileURL(bundle).href);
}
