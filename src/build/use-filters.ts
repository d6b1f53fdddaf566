import type { Config } from '../config/config.ts';
import { UttersonError } from '../errors.ts';
import { SITE } from '../plugin/registers.ts';
import type { Registry } from '../plugin/registry.ts';
import { defineJekyllFilters } from '../renderer/filters/jekyll-filters.ts';
import type { RememberedUrls } from '../renderer/filters/url-filters.ts';
import type { Log } from '../util/log.ts';

interface FilterSources {
  readonly config: Config;
  readonly log: Log;
  readonly urls: RememberedUrls;
}

/** Registers Jekyll's filters; those that convert text use the site's converters, whoever brought them. */
export function useFilters(registry: Registry, { config, log, urls }: FilterSources): void {
  defineJekyllFilters(registry.liquid, {
    config,
    log,
    urls,
    convert: (name, text, context, isUsAscii) => {
      const converter = registry.converters.named(name);
      if (converter === undefined) throw new UttersonError('MissingConverter', `There is no converter ${name}.`);
      return converter.convert(text, { site: context.register(SITE), item: null, isUsAscii });
    },
  });
}
