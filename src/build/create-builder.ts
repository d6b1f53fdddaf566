import { type Config, environmentName, timeZoneOf } from '../config/config.ts';
import { UttersonError } from '../errors.ts';
import { Registry } from '../plugin/registry.ts';
import { InputNames, Reads } from '../regenerator/reads.ts';
import { RememberedUrls } from '../renderer/filters/url-filters.ts';
import { registerJekyllTags } from '../renderer/tags/jekyll-tags.ts';
import { asHash, type ReadonlyHash } from '../site/hash.ts';
import { recordedTime } from '../site/recorded-time.ts';
import type { Clock } from '../util/ruby-date-parse.ts';
import type { TimeZone } from '../util/time-zone.ts';
import type { Builder } from './builder.ts';
import { EditionsBuilder } from './editions-builder.ts';
import { restoreBuild } from './kept-build.ts';
import { KnownDocuments } from './known-documents.ts';
import { LastBuild } from './last-build.ts';
import { SiteBuilder } from './site-builder.ts';
import { type BuilderOptions, findSite, type SitePlace } from './site-place.ts';
import { useConverters } from './use-converters.ts';
import { useFilters } from './use-filters.ts';
import { usePlugins } from './use-plugins.ts';

/**
 * Prepares a site for being built, once or repeatedly.
 *
 * @param found the results of `findSite` and `LastBuild.find`, if the caller already has them
 * @throws UttersonError for a missing source or theme, a bad setting, or a plugin that cannot be loaded
 *
 * @example
 * const builder = await createBuilder({ config: loadConfig({ log }), log });
 * const { pages } = await builder.build();
 */
export async function createBuilder(options: BuilderOptions, found = findAll(options)): Promise<Builder> {
  const { log, environment = process.env } = options;
  const { place, last } = found;
  const { config, source, destination, theme, gems, tree } = place;
  const zone = timeZoneOf(config, environment);
  if (last !== undefined) place.cache?.tree.expect(last.seen);
  const kept = place.cache === null ? null : restoreBuild(place.cache, (record) => last?.isLeftWith(record) === true);
  const names = kept?.names ?? new InputNames();
  const reads = new Reads(names);
  const clock = recordedClock(zone, reads, options.now ?? Date.now);
  const registry = new Registry({ errorMode: errorMode(config), clock });
  registerJekyllTags(registry);
  const urls = new RememberedUrls();
  useFilters(registry, { config, log, urls });
  await usePlugins(registry, { config, source, gems, tree, log, theme, given: options.plugins ?? [] });
  const usesWorkers = options.usesWorkers !== false;
  const converters = await useConverters(registry, { config, log, usesWorkers });
  const name = environmentName(environment);
  const shared = {
    log,
    source,
    environment: name,
    variables: environment,
    tree,
    theme,
    clock,
    registry,
    converters,
    names,
    reads,
    usesWorkers,
    isIncremental: options.isIncremental !== false,
    buildsOnce: options.buildsOnce === true,
  };
  const editions = registry.editions(config);
  // The record on disk is that of one site.
  const isOne = editions.length === 1;
  const known =
    isOne && place.cache !== null && kept !== null && registry.mayKeepSite && readsAlone(config, registry)
      ? new KnownDocuments(place.cache.tree, kept.documents, kept.frontMatter)
      : null;
  const ofOne = isOne
    ? { kept, last, cache: place.cache, known }
    : { kept: null, last: undefined, cache: null, known: null };
  const [first, ...others] = editions.map(({ folder, settings, ...own }) => {
    const below = folder === '' ? destination : `${destination}/${folder}`;
    return new SiteBuilder({ ...shared, ...ofOne, ...own, config: overlay(config, settings), destination: below });
  });
  if (first === undefined) throw new UttersonError('InvalidPlugin', 'A plugin made no edition of the site');
  return others.length === 0 ? first : new EditionsBuilder(first, others, { destination, urls });
}

/**
 * Whether what is read of a document depends on its file alone: no hook sees it being read, and no front matter defaults
 * depend on which other files exist.
 */
function readsAlone(config: Config, { hooks }: Registry): boolean {
  const sets: unknown = config.get('defaults');
  const scopes = Array.isArray(sets) ? sets.map((set) => asHash(asHash(set).get('scope')).get('path')) : [];
  return !hooks.seesReading && !scopes.some((path) => typeof path === 'string' && path.includes('*'));
}

/** A clock that notes which parts of the present time are read. */
function recordedClock(zone: TimeZone, reads: Reads, milliseconds: () => number): Clock {
  const now = () => {
    const moment = milliseconds();
    const time = zone.at(Math.floor(moment / 1000), (moment % 1000) * 1_000_000);
    return recordedTime(() => time, 'clock', reads);
  };
  return { zone, now };
}

interface Found {
  readonly place: SitePlace;
  readonly last: LastBuild | undefined;
}

function findAll(options: BuilderOptions): Found {
  const place = findSite(options);
  return { place, last: place.cache === null ? undefined : LastBuild.find(place.cache) };
}

function overlay(config: Config, settings: ReadonlyHash): Config {
  if (settings.size === 0) return config;
  return new Map([...config, ...[...settings].map(([key, value]) => [String(key), value] as const)]);
}

function errorMode(config: Config): 'lax' | 'warn' | 'strict' {
  const liquid = config.get('liquid');
  const mode: unknown = liquid instanceof Map ? liquid.get('error_mode') : undefined;
  return mode === 'lax' || mode === 'strict' ? mode : 'warn';
}
