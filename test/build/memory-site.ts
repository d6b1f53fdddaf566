import type { Builder } from '../../src/build/builder.ts';
import { createBuilder } from '../../src/build/create-builder.ts';
import { loadConfig } from '../../src/config/load-config.ts';
import type { Plugin } from '../../src/plugin/define-plugin.ts';
import { MemoryTree } from '../../src/util/files/memory-tree.ts';
import { type Log, silentLog } from '../../src/util/program/log.ts';
import { parseYaml } from '../../src/util/yaml/yaml.ts';

/** A site in memory: files below /site, built into /out. */
export interface MemorySite {
  readonly tree: MemoryTree;
  readonly log: Log;
  readonly builder: Builder;
  /** The text of a file of the destination. */
  read(path: string): string;
}

/** Makes a site of these files, by paths below its source. Nothing is built yet. */
export async function memorySite(
  files: Readonly<Record<string, string>>,
  options: {
    readonly tree?: (files: Record<string, string>) => MemoryTree;
    readonly config?: Record<string, unknown>;
    readonly plugins?: readonly Plugin[];
    readonly usesWorkers?: boolean;
    readonly buildsOnce?: boolean;
    readonly environment?: Readonly<Record<string, string>>;
    readonly now?: () => number;
    /** The folder with the Gemfile; without it there is none. */
    readonly folder?: string;
  } = {},
): Promise<MemorySite> {
  const content = Object.fromEntries(Object.entries(files).map(([path, text]) => [`/site/${path}`, text]));
  const tree = options.tree?.(content) ?? new MemoryTree(content);
  const log = silentLog();
  const overrides = {
    source: '/site',
    destination: '/out',
    skip_config_files: true,
    time: '2026-01-02 03:04:05 +0000',
  };
  const config = loadConfig({ log, overrides: { ...overrides, ...options.config } });
  const builder = await createBuilder({
    config,
    log,
    tree,
    environment: { TZ: 'UTC', ...options.environment },
    folder: options.folder ?? '/nowhere',
    plugins: options.plugins ?? [],
    usesWorkers: options.usesWorkers ?? false,
    buildsOnce: options.buildsOnce ?? false,
    ...(options.now !== undefined && { now: options.now }),
  });
  return { tree, log, builder, read: (path) => new TextDecoder().decode(tree.read(`/out/${path}`)) };
}

/** The texts of all files below a folder of a tree, by their paths, sorted. */
export function textsIn(tree: MemoryTree, folder: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const { name, kind } of tree.list(folder)) {
    const path = `${folder}/${name}`;
    if (kind === 'directory') for (const [below, content] of textsIn(tree, path)) found.set(below, content);
    else found.set(path, Buffer.from(tree.read(path)).toString('utf8'));
  }
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The settings in the `_config.yml` of some files. */
export function configOf(files: Readonly<Record<string, string>>): Record<string, unknown> {
  const settings = parseYaml(files['_config.yml'] ?? '');
  if (!(settings instanceof Map)) throw new TypeError('There is no _config.yml with settings.');
  return Object.fromEntries(settings);
}
