import type { Config } from '../../src/config/config.ts';
import { type LoadOptions, loadConfig } from '../../src/config/load-config.ts';
import type { Chance, Files } from './random-site.ts';
import { richSettings } from './rich-pieces.ts';

/** The settings of every site. */
export const SETTINGS = {
  source: '/site',
  destination: '/out',
  title: 'Wood',
  time: '2026-01-02 03:04:05 +0000',
  collections: { notes: { output: true }, secret: { output: false } },
  plugins: ['jekyll-paginate', 'jekyll-include-cache', 'jekyll-feed', 'jekyll-sitemap', 'jekyll-seo-tag'],
  paginate: 2,
};

/** What the configuration of a site says. */
export interface Settings extends Omit<typeof SETTINGS, 'time'> {
  /** Without it, the time is the present. */
  readonly time?: string;
  readonly collections_dir?: string;
  readonly includes_dir?: string;
  readonly sass?: ReadonlyMap<string, unknown>;
  /** The names of the configuration files over which the settings are distributed; a later file overrides earlier ones. */
  readonly config?: readonly string[];
}

/** Random settings, also for rich sites. Some have a folder for collections, and some depend on the clock. */
export function randomSettings(chance: Chance): Settings {
  const settings: Settings = chance.isRich ? richSettings(chance, SETTINGS) : SETTINGS;
  const { time: _, ...following } = settings;
  const timed = chance.is(0.3) ? following : settings;
  const placed = chance.is(0.2) ? { ...timed, collections_dir: 'gathered' } : timed;
  return chance.is(0.3) ? inFiles(placed) : placed;
}

/** Random settings for a site on disk, of which a new process has others at times, as if somebody had edited its configuration. */
export function diskSettings(chance: Chance): Settings {
  const settings: Settings = chance.isRich
    ? richSettings(chance, SETTINGS)
    : { ...SETTINGS, plugins: SETTINGS.plugins.filter(() => chance.is(0.8)) };
  const placed = chance.is(0.1) ? { ...settings, collections_dir: 'gathered' } : settings;
  return chance.is(0.5) ? inFiles(placed) : placed;
}

const CONFIG_FILES = ['_config.yml', 'more.yml', 'most.yml'];

/** The same settings in several configuration files. */
function inFiles(settings: Settings): Settings {
  return { ...settings, config: CONFIG_FILES };
}

/** Loads the settings of a site, from files if they are to be in files. */
export function loadSettings(
  { config: files, ...settings }: Settings,
  overrides: Readonly<Record<string, unknown>>,
  options: Pick<LoadOptions, 'log' | 'folder'>,
): Config {
  if (files === undefined) {
    return loadConfig({ ...options, overrides: { ...settings, ...overrides }, readFile: () => undefined });
  }
  const entries = Object.entries(settings);
  const contents = files.map((_, index) => {
    const own = entries.filter((_, place) => place % files.length === index);
    // An earlier file has another value for one of the settings.
    return JSON.stringify({
      ...Object.fromEntries(own),
      title: index === files.length - 1 ? settings.title : `${index}`,
    });
  });
  const readFile = (path: string) => {
    const index = files.findIndex((name) => path.endsWith(`/${name}`));
    return index === -1 ? undefined : Buffer.from(contents[index] ?? '');
  };
  return loadConfig({ ...options, overrides: { ...overrides, config: [...files] }, readFile });
}

/** The files, with those of collections in the folder that the settings name. */
export function gathered(files: Files, { collections_dir: folder }: Settings): Files {
  if (folder === undefined) return files;
  const isOfCollection = /^_(?:posts|drafts|notes|secret)\//;
  return new Map(
    [...files].map(([path, content]) => [isOfCollection.test(path) ? `${folder}/${path}` : path, content]),
  );
}
