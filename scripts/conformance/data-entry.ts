/** The parts of the sources that the tools for data need. */

import { UttersonError } from '../../src/errors.ts';
import { escapePath, sanitizeUrl, unescapePath } from '../../src/site/url.ts';
import { sanitizedPath } from '../../src/util/files/paths.ts';
import { slugify, titleizeSlug } from '../../src/util/slugify.ts';
import { CalendarDate } from '../../src/util/time/calendar-date.ts';
import { parseTime } from '../../src/util/time/ruby-date-parse.ts';
import { strftime } from '../../src/util/time/strftime.ts';
import { Time } from '../../src/util/time/time.ts';
import { TimeZone } from '../../src/util/time/time-zone.ts';
import { normalizeUri } from '../../src/util/uri.ts';
import { Float } from '../../src/util/values/float.ts';
import { toText } from '../../src/util/values/inspect.ts';
import { parseYaml } from '../../src/util/yaml/yaml.ts';

const zone = TimeZone.named(process.env['TZ'] ?? 'UTC');
const clock = { zone, now: () => zone.at(1_718_476_245, 123_456_000) };
const MODES = ['default', 'pretty', 'ascii', 'latin', 'raw', 'none'];

function attempt<T>(read: () => T): T | { error: true } {
  try {
    return read();
  } catch (error) {
    if (error instanceof UttersonError) return { error: true };
    throw error;
  }
}

function encode(value: unknown, above: readonly unknown[] = []): unknown {
  if (value === null || value === undefined) return null;
  if (value instanceof CalendarDate) return { __d: value.toString() };
  if (value instanceof Time) return { __t: strftime(value, '%Y-%m-%dT%H:%M:%S.%9N%:z') };
  if (value instanceof Float || (typeof value === 'number' && !Number.isInteger(value))) return { __f: toText(value) };
  if (typeof value === 'bigint') return { __i: String(value) };
  if (typeof value !== 'object') return value;
  if (above.includes(value)) return { __cycle: true };
  const inside = [...above, value];
  if (Array.isArray(value)) return value.map((item) => encode(item, inside));
  if (!(value instanceof Map)) throw new Error('not a value of Ruby');
  return { __map: [...value].map(([key, item]) => [encode(key, inside), encode(item, inside)]) };
}

/** Our result for an input, in the same form as the answers of data-reference.rb. */
export const answers: Readonly<Record<string, (input: string) => unknown>> = {
  yaml: (text) => {
    try {
      return encode(parseYaml(text));
    } catch (error) {
      if (error instanceof UttersonError) return { error: error.message };
      throw error;
    }
  },
  dates: (text) =>
    attempt(() => {
      const time = parseTime(text, clock);
      return `${strftime(time, '%Y-%m-%dT%H:%M:%S.%9N%:z')}${time.isUtc ? ' UTC' : ''}`;
    }),
  urls: (text) => ({
    slug: Object.fromEntries(MODES.map((mode) => [mode, slugify(text, mode)])),
    escape: attempt(() => escapePath(text)),
    unescape: attempt(() => unescapePath(text)),
    sanitize: sanitizeUrl(text),
    path: sanitizedPath('/site', text),
    normalize: attempt(() => normalizeUri(text)),
    title: titleizeSlug(text),
  }),
};
