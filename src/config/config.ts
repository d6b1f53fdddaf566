import { systemZone } from '../util/time/system-zone.ts';
import { TimeZone } from '../util/time/time-zone.ts';
import { toText } from '../util/values/inspect.ts';
import { isTruthy } from '../util/values/is-truthy.ts';

/**
 * A site's configuration: every key from files and flags, known or not, with values as Ruby has them. Templates see it as
 * `site`, so nothing in it is renamed or converted.
 */
export type Config = Map<string, unknown>;

/** The environment variables that a build may read. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** `jekyll.environment`. */
export const environmentName = (environment: Environment): string => environment['JEKYLL_ENV'] ?? 'development';

/**
 * The time zone in which the site's dates are shown: the configured one, or else that of the process.
 *
 * @example
 * timeZoneOf(new Map([['timezone', 'Europe/Brussels']]), {}).name // 'Europe/Brussels'
 */
export function timeZoneOf(config: ReadonlyMap<string, unknown>, environment: Environment): TimeZone {
  const configured = config.get('timezone');
  if (isTruthy(configured)) return TimeZone.named(toText(configured));
  return TimeZone.named(environment['TZ'] ?? systemZone());
}
