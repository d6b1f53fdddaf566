import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createBuilder } from '../../build/create-builder.ts';
import type { Config } from '../../config/config.ts';
import { relativePath } from '../../util/files/paths.ts';
import type { Log } from '../../util/program/log.ts';
import type { Terminal } from '../command-line/command.ts';

/** A site to build, and where its messages go. */
interface TemporaryBuild {
  readonly config: Config;
  readonly log: Log;
  readonly terminal: Terminal;
  /** The site's clock, when the output must show the same time as another build. */
  readonly now?: () => number;
}

/**
 * Builds a site from scratch into a temporary folder, which is removed after `use` has looked at it.
 *
 * @example
 * await buildInTemporaryFolder({ config, log, terminal }, (folder) => compareFolders(other, folder))
 */
export async function buildInTemporaryFolder<Result>(
  { config, log, terminal, now }: TemporaryBuild,
  use: (folder: string) => Result,
): Promise<Result> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'utterson-build-')));
  try {
    const settings = new Map(config).set('destination', folder);
    const { environment, folder: start } = terminal;
    const options = { config: settings, log, environment, isIncremental: false, folder: start };
    await (await createBuilder({ ...options, ...(now !== undefined && { now }) })).build();
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Built sites and reports inside the source must not be read as source, which a build into another folder would do. */
export function excludePaths(config: Config, source: string, paths: readonly string[]): Config {
  const inside = paths.map((path) => relativePath(source, path)).filter((path) => /^[^._/][^:]*$/.test(path));
  const excluded = config.get('exclude');
  if (inside.length === 0 || !Array.isArray(excluded)) return config;
  return new Map(config).set('exclude', [...excluded, ...inside]);
}
