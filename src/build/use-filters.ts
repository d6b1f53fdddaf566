import type { Config } from '../config/config.ts';
import { UttersonError } from '../errors.ts';
import { SITE } from '../plugin/registers.ts';
import type { Registry } from '../plugin/registry.ts';
import { defineJekyllFilters } from '../renderer/filters/jekyll-filters.ts';
import type { RememberedUrls } from '../renderer/filters/url-filters.ts';
import { compareVersions } from '../util/gem-version.ts';
import type { Log } from '../util/program/log.ts';
import type { UnicodeForm } from '../util/uri.ts';

interface FilterSources {
  readonly config: Config;
  readonly log: Log;
  readonly urls: RememberedUrls;
  /** The version of the gem Addressable in Gemfile.lock. */
  readonly addressable: string | undefined;
}

/** Registers Jekyll's filters; those that convert text use the site's converters, whoever brought them. */
export function useFilters(registry: Registry, { config, log, urls, addressable }: FilterSources): void {
  defineJekyllFilters(registry.liquid, {
    config,
    log,
    urls,
    unicodeForm: unicodeFormOf(addressable),
    convert: (name, { text, isUsAscii }, context) => {
      const converter = registry.converters.named(name);
      if (converter === undefined) throw new UttersonError('MissingConverter', `There is no converter ${name}.`);
      return converter.convert(text, { site: context.register(SITE), item: null, isUsAscii });
    },
  });
}

/** Without a lock that of Debian 12's Addressable, with which Jekyll was run for comparison. */
function unicodeFormOf(addressable = '2.8.1'): UnicodeForm {
  return compareVersions(addressable, '2.8.2') < 0 ? 'NFKC' : 'NFC';
}
