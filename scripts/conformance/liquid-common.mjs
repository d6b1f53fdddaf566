// What the tools of Liquid share: the sources bundled for plain Node.
import { join } from 'node:path';
import { importSources } from './bundle.mjs';

/** Liquid, from the current sources, and a function that reads a case's data. */
export function loadLiquid() {
  return importSources('liquid', { entryPoints: [join(import.meta.dirname, 'liquid-entry.ts')] });
}
