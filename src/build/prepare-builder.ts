import { type Config, environmentName, timeZoneOf } from '../config/config.ts';
import { UttersonError } from '../errors.ts';
import { Registry } from '../plugin/registry.ts';
import { lockedVersions } from '../reader/gem-demand.ts';
import { InputNames, Reads } from '../regenerator/reads.ts';
import { RememberedUrls } from '../renderer/filters/url-filters.ts';
import { registerJekyllTags } from '../renderer/tags/jekyll-tags.ts';
import { asHash, type ReadonlyHash } from '../site/hash.ts';
import { recordedTime } from '../site/recorded-time.ts';
import { nearestWord } from '../util/nearest-word.ts';
import type { Log } from '../util/program/log.ts';
import type { Clock } from '../util/time/ruby-date-parse.ts';
import { isTimeZone, type TimeZone, timeZoneNames } from '../util/time/time-zone.ts';
import type { DiskRecord } from './build-context.ts';
import type { Builder } from './builder.ts';
import type { LoggedOptions } from './builder-options.ts';
import { EditionsBuilder } from './editions-builder.ts';
import { usePlugins } from './plugins/use-plugins.ts';
import { restoreBuild } from './record/kept-build.ts';
import { KnownDocuments } from './record/known-documents.ts';
import type { LastBuild } from './record/last-build.ts';
import { sassConverterVersion } from './sass-converter-version.ts';
import { SiteBuilder } from './site-builder.ts';
import { mayBeIncremental, type SiteSetup } from './site-setup.ts';
import { useConverters } from './use-converters.ts';
import { useFilters } from './use-filters.ts';

/** A site that is about to be built: the results of `findSite` and `LastBuild.find`. */
interface FoundSite {
  readonly setup: SiteSetup;
  readonly last: LastBuild | undefined;
}

/** Prepares a site for being built: restores the record of the last build, and adds plugins, converters and filters. */
export async function prepareBuilder(options: LoggedOptions, { setup, last }: FoundSite): Promise<Builder> {
  const { config, destination, cache } = setup;
  if (last !== undefined) cache?.tree.assumeUnchanged(last.seen);
  const found = cache && { cache, last, restored: restoreBuild(cache, (name) => last?.isLeftWith(name) === true) };
  const names = found?.restored.names ?? new InputNames();
  const urls = new RememberedUrls();
  const shared = await prepareShared(options, setup, { names, urls });
  const editions = shared.registry.editions(config);
  const isAlone = editions.length === 1;
  // There is one record on disk, so several editions cannot use it.
  const record = found !== null && isAlone ? { ...found, known: knownDocuments(found, config, shared.registry) } : null;
  const [first, ...others] = editions.map(({ folder, settings, ...own }, index) => {
    const below = folder === '' ? destination : `${destination}/${folder}`;
    return new SiteBuilder({
      ...shared,
      ...own,
      record,
      isAlone,
      isLast: index === editions.length - 1,
      config: overlay(config, settings),
      destination: below,
    });
  });
  if (first === undefined) throw noEditions();
  return others.length === 0 ? first : new EditionsBuilder(first, others, { destination, urls });
}

/** Everything that the editions of a site share: among others its plugins, converters and filters. */
async function prepareShared(
  options: LoggedOptions,
  { config, source, destination, theme, pluginFolders, gems, bundle, tree: disk }: SiteSetup,
  { names, urls }: { names: InputNames; urls: RememberedUrls },
) {
  const { log, environment = process.env, usesWorkers = true } = options;
  warnOfTimeZone(config.get('timezone'), log);
  const reads = new Reads(names);
  const clock = recordedClock(timeZoneOf(config, environment), reads, options.now ?? Date.now);
  const lockedGems = lockedVersions(bundle?.lock ?? '');
  const registry = new Registry({ errorMode: errorMode(config), clock, lockedVersions: lockedGems });
  registerJekyllTags(registry);
  useFilters(registry, { config, log, urls, addressable: lockedGems.get('addressable') });
  const gemfile = bundle?.gemfile ?? '';
  const plugins = { given: options.plugins ?? [], environment: environmentName(environment) };
  const site = { source, destination, pluginFolders, tree: disk, theme, zone: clock.zone };
  const tree = await usePlugins(registry, { config, ...site, gems, gemfile, log, ...plugins });
  const sassConverter = sassConverterVersion(bundle);
  const converters = await useConverters(registry, { config, log, usesWorkers, sassConverter });
  return {
    log,
    source,
    environment: environmentName(environment),
    variables: environment,
    tree,
    theme,
    clock,
    registry,
    converters,
    names,
    reads,
    usesWorkers,
    isIncremental: mayBeIncremental(options),
    buildsOnce: options.buildsOnce === true,
  };
}

/** What the record knows about documents; null if they must be read in any case. */
function knownDocuments(
  { cache, restored }: Pick<DiskRecord, 'cache' | 'restored'>,
  config: Config,
  registry: Registry,
): KnownDocuments | null {
  if (!registry.mayKeepSite || !dependOnOwnFiles(config, registry)) return null;
  return new KnownDocuments(cache.tree, restored.documents, restored.frontMatter);
}

/** Jekyll takes UTC for a name that it does not know, and says nothing. */
function warnOfTimeZone(zone: unknown, log: Log): void {
  if (typeof zone !== 'string' || isTimeZone(zone)) return;
  const nearest = nearestWord(zone, timeZoneNames());
  const guess = nearest === undefined ? '' : ` Did you mean '${nearest}'?`;
  log.warn('Time zone:', `there is no '${zone}', so times are in UTC.${guess}`);
}

function noEditions(): UttersonError {
  return new UttersonError(
    'InvalidPlugin',
    "A plugin's `editions` returned an empty list, so there is no site to build",
    {
      hint: "For the site as it is return [{ folder: '', settings: new Map() }].",
    },
  );
}

/**
 * Whether what is read of each document depends on its own file alone: no hook sees it being read, and no front matter
 * defaults depend on which other files exist.
 */
function dependOnOwnFiles(config: Config, { hooks }: Registry): boolean {
  const sets: unknown = config.get('defaults');
  const scopes = Array.isArray(sets) ? sets.map((set) => asHash(asHash(set).get('scope')).get('path')) : [];
  return !hooks.seesReading && !scopes.some((path) => typeof path === 'string' && path.includes('*'));
}

/** A clock that notes which parts of the present time are read. */
function recordedClock(zone: TimeZone, reads: Reads, milliseconds: () => number): Clock {
  const now = () => {
    const moment = milliseconds();
    const seconds = Math.floor(moment / 1000);
    const time = zone.at(seconds, Math.floor((moment - seconds * 1000) * 1_000_000));
    return recordedTime(() => time, 'clock', reads);
  };
  return { zone, now };
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
