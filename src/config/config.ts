import { toText } from '../util/inspect.ts';
import { isTruthy } from '../util/is-truthy.ts';
import { systemZone } from '../util/system-zone.ts';
import { TimeZone } from '../util/time-zone.ts';

/**
 * A site's configuration: every key of the files and flags, known or not, with Ruby's values. Templates see it as
 * `site`, so nothing in it is renamed or converted.
 */
export type Config = Map<string, unknown>;

/** What a build may read of the process's environment. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** `jekyll.environment`. */
export const environmentName = (environment: Environment): string => environment['JEKYLL_ENV'] ?? 'development';

/**
 * The zone that the site's dates are shown in: the one it is configured for, or else the process's.
 *
 * @example
 * timeZoneOf(new Map([['timezone', 'Europe/Brussels']]), {}).name // 'Europe/Brussels'
 */
export function timeZoneOf(config: ReadonlyMap<string, unknown>, environment: Environment): TimeZone {
  const configured = config.get('timezone');
  if (isTruthy(configured)) return TimeZone.named(toText(configured));
  return TimeZone.named(environment['TZ'] ?? systemZone());
}
