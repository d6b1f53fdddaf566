import { UttersonError } from '../errors.ts';
import { FrontMatterDefaults } from '../site/front-matter-defaults.ts';
import type { Site, SiteOptions } from '../site/site.ts';
import { globJoined } from '../util/files/glob.ts';
import { parseDate } from '../util/time/ruby-date-parse.ts';
import type { Time } from '../util/time/time.ts';
import { toText } from '../util/values/inspect.ts';
import { isTruthy } from '../util/values/is-truthy.ts';
import type { SiteBuilderOptions } from './build-context.ts';

/** The options of a site that is about to be built. */
export function siteOptions(options: SiteBuilderOptions): Omit<SiteOptions, 'services' | 'hooks'> {
  const { config, source, destination, environment, variables, tree, theme, clock, log } = options;
  const time = presentTime(options);
  const defaults = new FrontMatterDefaults({
    sets: config.get('defaults'),
    collectionsDirectory: toText(config.get('collections_dir')),
    glob: (pattern) => globJoined(tree, source, pattern),
    parseDate: (value, message) => parseDate(toText(value), clock, message),
    warn: (topic, message) => log.warn(topic, message),
  });
  if (config.has('defaults')) config.set('defaults', defaults.setting);
  const { postsFolder = '', hiddenCategories = [], permalinkKey = null } = options;
  const edition = { postsFolder, hiddenCategories, permalinkKey };
  return { config, source, destination, environment, variables, time, clock, tree, log, theme, defaults, edition };
}

/** The time of a build: the present, unless the configuration sets another one. */
export function presentTime({ config, clock }: Pick<SiteBuilderOptions, 'config' | 'clock'>): Time {
  const configured = config.get('time');
  const hasTime = isTruthy(configured);
  return hasTime ? parseDate(toText(configured), clock, 'Invalid time in _config.yml.') : clock.now();
}

/** @throws {UttersonError} `InvalidConfiguration` for `relative_permalinks`, which Jekyll refuses too */
export function refuseRelativePermalinks(site: Site): void {
  const relative = site.config.get('relative_permalinks');
  if (!isTruthy(relative)) return;
  throw new UttersonError(
    'InvalidConfiguration',
    'Since v3.0, permalinks for pages in subfolders must be relative to the site source directory, not the parent directory.',
    { hint: 'Remove `relative_permalinks` from the configuration. See https://jekyllrb.com/docs/upgrading/ for more.' },
  );
}
