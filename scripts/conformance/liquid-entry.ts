/** The parts of the sources that the tools for Liquid need, and a reader that turns JSON into Ruby's values. */
import { Drop } from '../../src/liquid/drop.ts';
import { Liquid, type LiquidOptions } from '../../src/liquid/liquid.ts';
import { Range } from '../../src/liquid/range.ts';
import { Registry } from '../../src/plugin/registry.ts';
import { InputNames, Reads } from '../../src/regenerator/reads.ts';
import { RecordedMap } from '../../src/renderer/drops/recorded-map.ts';
import { defineJekyllFilters } from '../../src/renderer/filters/jekyll-filters.ts';
import { registerJekyllTags } from '../../src/renderer/tags/jekyll-tags.ts';
import { Log } from '../../src/util/program/log.ts';
import { CalendarDate } from '../../src/util/time/calendar-date.ts';
import { parseTime } from '../../src/util/time/ruby-date-parse.ts';
import { secondsOfWallClock, utcTime } from '../../src/util/time/time.ts';
import { TimeZone } from '../../src/util/time/time-zone.ts';
import { float } from '../../src/util/values/float.ts';

const zone = TimeZone.named('UTC');

/** The time at which the cases were rendered. */
const NOW = utcTime(secondsOfWallClock({ year: 2024, month: 1, day: 1, hour: 0, minute: 1, second: 58 }));

export const clock = { zone, now: () => zone.local(NOW) };

/**
 * Reads a value of a case: `{"__f": "1.0"}` is a Float, `__t` a Time, `__d` a Date, `__r` a Range, `__i` a big Integer;
 * other objects are hashes.
 */
export function readValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(readValue);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  const [key, content] = entries[0] ?? [];
  if (entries.length === 1 && key !== undefined && /^__[a-z]$/.test(key)) return readTagged(key, content);
  return new Map(entries.map(([name, item]) => [name, readValue(item)]));
}

function readTagged(key: string, content: unknown): unknown {
  if (key === '__f') return float(Number(String(content).replace('NaN', 'nan')));
  if (key === '__i') return BigInt(String(content));
  if (key === '__t') return parseTime(String(content), clock);
  if (key === '__r' && Array.isArray(content)) return new Range(content[0], content[1]);
  if (key !== '__d') throw new Error(`A case has a value of an unknown kind: ${key}`);
  const [year = 0, month = 0, day = 0] = String(content).split('-').map(Number);
  return new CalendarDate(year, month, day);
}

/** Liquid as the cases were made with it. */
export function createLiquid(options: LiquidOptions = {}): Liquid {
  return new Liquid({ clock, ...options });
}

/** Liquid with Jekyll's filters, except those that convert text. */
export function createJekyllLiquid(options: LiquidOptions = {}): Liquid {
  const liquid = createLiquid(options);
  const config = new Map<string, unknown>([
    ['url', 'https://example.com'],
    ['baseurl', '/base'],
  ]);
  const convert = (): string => {
    throw new Error('Nothing is converted here');
  };
  const log = new Log({ out: () => undefined, err: () => undefined });
  defineJekyllFilters(liquid, { config, log, unicodeForm: 'NFKC', convert });
  return liquid;
}

/** Liquid with the tags of a site: Jekyll's, and those of plugins, which do nothing here. */
export function createSiteLiquid(pluginTags: readonly string[]): Liquid {
  const registry = new Registry({ clock });
  registerJekyllTags(registry);
  for (const name of pluginTags) registry.liquid.defineTag(name, () => ({ render: () => '' }));
  return registry.liquid;
}

/** A site that records reads as the renderer's `SiteDrop` does. */
class RecordingSite extends Drop {
  private readonly data: unknown;
  private readonly noteKey: (key: unknown) => void;

  constructor(
    private readonly target: Map<unknown, unknown>,
    reads: Reads,
  ) {
    super();
    this.noteKey = reads.noteKeysOf('config');
    this.data = new RecordedMap(asHash(target.get('data')), reads.noteKeysOf('data'));
  }

  get(key: unknown): unknown {
    if (key === 'data') return this.data;
    this.noteKey(key);
    return this.target.get(key);
  }

  override has(key: unknown): boolean {
    return this.target.has(key);
  }
}

function asHash(value: unknown): Map<unknown, unknown> {
  if (!(value instanceof Map)) throw new TypeError('The data is not a hash');
  return value;
}

/** What the bench needs to render its data while recording reads of the site, its data files and the page. */
export interface Recording {
  readonly scopeOf: (content: string) => Map<unknown, unknown>;
  readonly record: (render: () => string) => string;
}

/** Wraps the bench's data in the drops and maps with which a build records reads. */
export function createRecording(data: unknown): Recording {
  const scope = asHash(readValue(data));
  const reads = new Reads(new InputNames());
  const meta = reads.id('meta:page');
  const site = new RecordingSite(asHash(scope.get('site')), reads);
  const page = new RecordedMap(asHash(scope.get('page')), () => reads.noteId(meta));
  return {
    scopeOf: (content) => new Map(scope).set('content', content).set('site', site).set('page', page),
    record: (render) => reads.record(render).result,
  };
}
