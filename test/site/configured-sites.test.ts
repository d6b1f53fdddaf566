import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Config } from '../../src/config/config.ts';
import { loadConfig } from '../../src/config/load-config.ts';
import { UttersonError } from '../../src/errors.ts';
import type { Collection } from '../../src/site/collection.ts';
import type { Site } from '../../src/site/site.ts';
import { MemoryTree } from '../../src/util/files/memory-tree.ts';
import { silentLog } from '../../src/util/program/log.ts';
import { encodeTyped, type TypedJson } from '../util/typed-json.ts';
import { readConfiguredSite } from './read-site.ts';

interface SiteFacts {
  readonly collections?: Readonly<Record<string, Readonly<Record<string, TypedJson>>>>;
  readonly dest?: string;
  readonly time?: TypedJson;
  readonly read?: Readonly<Record<string, readonly string[]>>;
}

interface ConfigCase {
  readonly id: number;
  readonly group: string;
  readonly files: Readonly<Record<string, string>>;
  readonly tree?: readonly string[];
  readonly options: Readonly<Record<string, unknown>>;
  readonly error?: unknown;
  readonly site?: SiteFacts;
  readonly site_error?: { readonly class: string; readonly message: string };
}

const path = join(import.meta.dirname, '..', 'cases', 'jekyll', 'config.json');
/** Front matter defaults with a nil scope: Ruby's own error is logged for each post, and ends the build at the first page. */
const STOPS_LATER = 658;
/** TOML as it was before TOML 1.0. */
const OLD_TOML = [822, 825, 829, 830, 832, 839];
const NOT_HELD = new Set([STOPS_LATER, ...OLD_TOML]);
const cases: ConfigCase[] = JSON.parse(readFileSync(path, 'utf8'));
const withSite = cases.filter(({ site, error, id }) => site !== undefined && error === undefined && !NOT_HELD.has(id));
const failing = cases.filter(({ site_error, id }) => site_error !== undefined || id === STOPS_LATER);

// Jekyll ran at this time.
beforeAll(() => vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2024, 5, 15, 18, 30, 45) }));
afterAll(() => vi.useRealTimers());

function read(each: ConfigCase): Promise<Site> {
  const log = silentLog();
  const files = new Map(Object.entries(each.files).map(([name, text]) => [join('/site', name), Buffer.from(text)]));
  const config = loadConfig({ log, folder: '/site', overrides: each.options, readFile: (name) => files.get(name) });
  placeInSite(config, 'source');
  placeInSite(config, 'destination');
  const pages = (each.tree ?? []).map((name): [string, string] => [join('/site', name), '---\n---\n']);
  const all = Object.fromEntries([...pages, ...[...files.keys()].map((name): [string, string] => [name, ''])]);
  const ground = { [join(String(config.get('source')), '_ground/x')]: '' };
  return readConfiguredSite(config, new MemoryTree({ ...ground, ...all }), log);
}

/** Jekyll ran in /site. */
function placeInSite(config: Config, key: string): void {
  const path = config.get(key);
  if (typeof path === 'string' && !path.startsWith('/')) config.set(key, join('/site', path).replace(/(.)\/$/, '$1'));
}

/** Jekyll has nil if there is none, and fails as soon as it makes a URL of it; here reading the value fails. */
function templateOf(collection: Collection): string | null {
  try {
    return collection.urlTemplate;
  } catch (error) {
    if (error instanceof UttersonError && error.code === 'InvalidConfiguration') return null;
    throw error;
  }
}

function factsOf(site: Site): SiteFacts {
  const paths = (items: Iterable<{ readonly relativePath: string }>): string[] =>
    [...items]
      .map(({ relativePath }) => relativePath.replace(/^\//, ''))
      .sort()
      .filter((name) => !name.startsWith('_ground/'));
  const collections = [...site.collections.values()];
  const own = [...site.collections];
  return {
    collections: Object.fromEntries(
      own.map(([name, collection]) => [
        name,
        {
          label: collection.label,
          write: collection.isWritten,
          url_template: templateOf(collection),
          relative_directory: collection.relativeDirectory,
        },
      ]),
    ),
    dest: site.destination,
    time: encodeTyped(site.time),
    read: {
      pages: paths(site.pages),
      posts: paths(site.posts.docs),
      docs: paths(collections.filter(({ label }) => label !== 'posts').flatMap(({ docs }) => docs)),
      static_files: paths(site.staticFiles),
    },
  };
}

/** Paths without the leading slash, and without the file that Jekyll's own cache puts into its folder. */
function plain(read: unknown): unknown {
  const text = JSON.stringify(read)
    .replaceAll('"/', '"')
    .replace(/"\.jekyll-cache\/\.gitignore",?/, '');
  return JSON.parse(text.replace(/,\]/g, ']'));
}

test.each(withSite)('site of configuration $id of $group', async (each) => {
  const facts = factsOf(await read(each));
  for (const fact of ['collections', 'dest', 'time', 'read'] as const) {
    const wanted = each.site?.[fact];
    if (wanted !== undefined)
      expect({ [fact]: facts[fact] }).toEqual({ [fact]: fact === 'read' ? plain(wanted) : wanted });
  }
});

test.each(failing)('site of configuration $id of $group fails', async (each) => {
  await expect((async () => read(each))()).rejects.toThrow(UttersonError);
});
