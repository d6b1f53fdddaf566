import { createBuilder } from '../../src/build/create-builder.ts';
import type { Config } from '../../src/config/config.ts';
import { loadConfig } from '../../src/config/load-config.ts';
import type { Site } from '../../src/site/site.ts';
import { MemoryTree } from '../../src/util/files/memory-tree.ts';
import { type Log, silentLog } from '../../src/util/program/log.ts';
import { decodeTyped, type TypedJson } from '../util/typed-json.ts';

type TypedHash = Readonly<Record<string, TypedJson>>;

/** Thrown to end a build as soon as its site is read. */
class SiteWasRead extends Error {}

/** The site in /site, read from these files; the build ends there. */
export function readSite(config: TypedHash, files: Readonly<Record<string, string>>): Promise<Site> {
  const placed = Object.entries(files).map(([name, text]): [string, string] => [`/site/${name}`, text]);
  return readSiteOf(new MemoryTree(Object.fromEntries(placed)), config);
}

/** The site in /site of a tree. */
export function readSiteOf(tree: MemoryTree, config: TypedHash): Promise<Site> {
  const log = silentLog();
  const overrides = Object.fromEntries(Object.entries(config).map(([key, value]) => [key, decodeTyped(value)]));
  return readConfiguredSite(loadConfig({ log, folder: '/site', overrides, readFile: () => undefined }), tree, log);
}

/** The site of a configuration that was already loaded. */
export async function readConfiguredSite(config: Config, tree: MemoryTree, log: Log): Promise<Site> {
  const found: Site[] = [];
  const capture = (site: Site): never => {
    found.push(site);
    throw new SiteWasRead();
  };
  const builder = await createBuilder({
    config,
    log,
    environment: { TZ: 'UTC' },
    tree,
    plugins: [{ name: 'capture', isSafe: true, hooks: [{ owner: 'site', event: 'post_read', run: capture }] }],
  });
  await builder.build().catch((error: unknown) => {
    if (!(error instanceof SiteWasRead)) throw error;
  });
  const [site] = found;
  if (site === undefined) throw new Error('The site was not read.');
  return site;
}
