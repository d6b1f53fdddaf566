// The parts of the program that build a site again and again, bundled from the current sources. For site-rebuild.mjs and real-rebuild.mjs.
import { join } from 'node:path';
import { importSources } from './bundle.mjs';

const ROOT = join(import.meta.dirname, '..', '..');
const SOURCES = [
  'build/create-builder',
  'build/prepare-builder',
  'build/record/last-build',
  'build/site-setup',
  'config/load-config',
  'util/program/log',
  'util/files/memory-tree',
];
const contents = SOURCES.map((name) => `export * from './src/${name}.ts';`).join('\n');
const { LastBuild, findSite, prepareBuilder, ...others } = await importSources('builder', {
  stdin: { contents, resolveDir: ROOT, loader: 'ts' },
});
export const { createBuilder, loadConfig, MemoryTree, silentLog } = others;

/**
 * Builds as a new process would, which has only what the last one left on disk.
 *
 * @returns how many pages it kept without rendering them; 0 if everything was up to date
 */
export async function buildAsNewProcess(options) {
  const setup = findSite(options);
  const last = setup.cache === null ? undefined : LastBuild.find(setup.cache);
  if (last?.resultIfUpToDate() !== undefined) return 0;
  const { pages, rendered } = await (await prepareBuilder(options, { setup, last })).build();
  return pages - rendered.size;
}

/** The texts of a line that differs, as a clean build and an incremental one have it; undefined if none does. */
export function differentLine(path, clean, incremental) {
  if (clean === incremental) return undefined;
  const [left, right] = [clean, incremental].map((content) => content.split('\n'));
  const line = left.findIndex((content, at) => content !== right[at]);
  const shown = (text) => JSON.stringify(text)?.slice(0, 400);
  return `${path}:${line + 1}\n  clean       ${shown(left[line])}\n  incremental ${shown(right[line])}`;
}
