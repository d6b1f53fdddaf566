import { SECONDS_PER_DAY } from './civil.ts';
import { clockOf, parsePosixZone } from './posix-time-zone.ts';
import { exactSecondsOfWallClock, Time, type WallClock } from './time.ts';
import { TIME_ZONE_NAMES } from './time-zone-names.ts';
import { readZoneFile, ZONE_FOLDER } from './zone-file.ts';

/** An offset in seconds east of UTC, which applies from a second on. */
interface OffsetSpan {
  readonly from: number;
  readonly offset: number;
}

type OffsetLookup = (seconds: number) => number;

const HALF_YEAR = 182 * SECONDS_PER_DAY;
const UTC_NAMES = new Set(['', 'UTC', 'Etc/UTC', 'UCT', 'Zulu', 'Universal', 'Etc/UCT', 'Etc/Zulu', 'Etc/Universal']);
/** Blocks of about 388 days are searched in steps of about 12 days, less than the time between any two transitions. */
const BLOCK_SECONDS = 2 ** 25;
const STEP_SECONDS = 2 ** 20;
/** JavaScript's Date ends soon after this second; the calendar repeats every 400 years. */
const LAST_SECOND = 8_000_000_000_000;
const CALENDAR_SECONDS = 12_622_780_800;

/**
 * The time zone of a site. It does not depend on the process's own zone: its name is passed in.
 *
 * @example
 * const zone = TimeZone.named('Europe/Brussels');
 * zone.at(1718476245).toString() // '2024-06-15 20:30:45 +0200'
 */
export class TimeZone {
  readonly #offsetAt: OffsetLookup;
  readonly #abbreviate: (offset: number, seconds: number) => string;
  /**
   * Whether an offset is summer time: half a year earlier or later, clocks are behind. Near a permanent change this is
   * a guess.
   */
  readonly #isDaylight = (seconds: number, offset: number): boolean =>
    [-HALF_YEAR, HALF_YEAR].some((distance) => this.#offsetAt(seconds + distance) < offset);

  private constructor(
    readonly name: string,
    offsetAt: OffsetLookup,
    abbreviate: (offset: number, seconds: number) => string,
  ) {
    this.#offsetAt = offsetAt;
    this.#abbreviate = abbreviate;
  }

  /**
   * The zone of a `TZ` value, as the C library reads it: an IANA name (case matters), a POSIX rule
   * (`JST-9`, `EST5EDT,M3.2.0,M11.1.0`; west is positive), or for anything else UTC under an odd name.
   *
   * @param folder where the system keeps its zone files; for a zone without a file, Intl is asked
   */
  static named(value: string, folder = ZONE_FOLDER): TimeZone {
    const name = value.replace(/^:/, '');
    if (UTC_NAMES.has(name)) return fixedZone(name, 0, 'UTC');
    const abbreviations = abbreviationsOf(name);
    if (abbreviations !== undefined) return ianaZone(name, abbreviations, folder);
    const zone = parsePosixZone(name);
    if (zone === undefined) return fixedZone(name, 0, /^[A-Za-z]{3,}/.exec(name)?.[0] ?? '');
    const clockAt = clockOf(zone);
    return new TimeZone(
      name,
      (seconds) => clockAt(seconds).offset,
      (_, seconds) => clockAt(seconds).name,
    );
  }

  /** A zone from its parts, for this file; use `TimeZone.named` elsewhere. */
  static of(name: string, offsetAt: OffsetLookup, abbreviate: (offset: number, seconds: number) => string): TimeZone {
    return new TimeZone(name, offsetAt, abbreviate);
  }

  /** Whether it is UTC under one of its own names. */
  get isUtc(): boolean {
    return UTC_NAMES.has(this.name);
  }

  /** A moment in this zone: Ruby's `Time.at(…).localtime`. */
  at(seconds: number | bigint, nanoseconds = 0): Time {
    const offset = this.#offsetAt(Number(seconds));
    return new Time(seconds, nanoseconds, offset, this.#abbreviate(offset, Number(seconds)), false, this.#isDaylight);
  }

  /** The same moment in this zone: Ruby's `localtime`. */
  local(time: Time): Time {
    return this.at(time.exactSeconds, time.nanoseconds);
  }

  /**
   * The moment at which this zone's clocks show `clock`: Ruby's `Time.local`. Where clocks are set back, it is the
   * later of the two moments; where they are set forward, the offset before the change applies.
   */
  moment(clock: WallClock, nanoseconds = 0): Time {
    const wall = exactSecondsOfWallClock(clock);
    if (typeof wall === 'bigint') return this.at(wall - BigInt(this.#offsetAt(Number(wall))), nanoseconds);
    const before = wall - this.#offsetAt(wall - SECONDS_PER_DAY);
    const after = wall - this.#offsetAt(wall + SECONDS_PER_DAY);
    const exists = (seconds: number): boolean => seconds + this.#offsetAt(seconds) === wall;
    if (before === after || !exists(after)) return this.at(before, nanoseconds);
    return this.at(exists(before) ? Math.max(before, after) : after, nanoseconds);
  }
}

/** Whether a `TZ` value names a zone or is a rule. Anything else is UTC. */
export function isTimeZone(value: string): boolean {
  const name = value.replace(/^:/, '');
  return UTC_NAMES.has(name) || abbreviationsOf(name) !== undefined || parsePosixZone(name) !== undefined;
}

/** The names of the IANA time zones. */
export function timeZoneNames(): string[] {
  return TIME_ZONE_NAMES.split('\n').flatMap((line) => line.split('|')[0]?.split(' ') ?? []);
}

function fixedZone(name: string, offset: number, abbreviation: string): TimeZone {
  return TimeZone.of(
    name,
    () => offset,
    () => abbreviation,
  );
}

function ianaZone(name: string, abbreviations: string, folder: string): TimeZone {
  const offsetAt = readZoneFile(name, folder) ?? cachedOffsets(intlOffset(name));
  const names = new Map<number, { from: number; name: string }[]>();
  for (const entry of abbreviations.split(';')) {
    const [offset = '', list = ''] = entry.split(':');
    const spans = list.split(',').map((item) => {
      const [from, later] = item.split('=');
      return later === undefined ? { from: -Infinity, name: item } : { from: Number(from), name: later };
    });
    names.set(Number(offset), spans);
  }
  return TimeZone.of(name, offsetAt, (offset, seconds) => {
    const spans = names.get(offset) ?? [];
    return spans.findLast((span) => span.from <= seconds)?.name ?? '';
  });
}

function abbreviationsOf(name: string): string | undefined {
  if (!/^[A-Za-z0-9/_+-]+$/.test(name)) return undefined;
  const at = TIME_ZONE_NAMES.search(new RegExp(`(?:^|[ \\n])${name.replaceAll('+', '\\+')}[ |]`));
  if (at < 0) return undefined;
  const bar = TIME_ZONE_NAMES.indexOf('|', at);
  return TIME_ZONE_NAMES.slice(bar + 1, TIME_ZONE_NAMES.indexOf('\n', bar));
}

/** Looks offsets up with Intl, which takes microseconds per call. */
function intlOffset(name: string): OffsetLookup {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: name, timeZoneName: 'longOffset' });
  return (seconds) => {
    const known = Math.abs(seconds) > LAST_SECOND ? seconds % CALENDAR_SECONDS : seconds;
    const same = known === seconds || known < 0 ? known : known + CALENDAR_SECONDS;
    const match = /GMT(?:([-+])(\d+):(\d+)(?::(\d+))?)?$/.exec(format.format(same * 1000));
    if (match?.[1] === undefined) return 0;
    const size = Number(match[2]) * 3600 + Number(match[3]) * 60 + Number(match[4] ?? 0);
    return match[1] === '-' ? -size : size;
  };
}

/** Caches the transitions of each block of time that was asked for, so that most lookups are a few comparisons. */
function cachedOffsets(lookup: OffsetLookup): OffsetLookup {
  const blocks = new Map<number, readonly OffsetSpan[]>();
  return (seconds) => {
    const block = Math.floor(seconds / BLOCK_SECONDS);
    let spans = blocks.get(block);
    if (spans === undefined) {
      spans = spansOf(block * BLOCK_SECONDS, lookup);
      blocks.set(block, spans);
    }
    return spans.findLast((span) => span.from <= seconds)?.offset ?? 0;
  };
}

function spansOf(start: number, lookup: OffsetLookup): OffsetSpan[] {
  const spans: OffsetSpan[] = [{ from: start, offset: lookup(start) }];
  let offset = lookup(start);
  for (let from = start; from < start + BLOCK_SECONDS; from += STEP_SECONDS) {
    const next = lookup(from + STEP_SECONDS);
    if (next === offset) continue;
    spans.push({ from: firstSecondWith(next, from, from + STEP_SECONDS, lookup), offset: next });
    offset = next;
  }
  return spans;
}

function firstSecondWith(offset: number, low: number, high: number, lookup: OffsetLookup): number {
  let before = low;
  let after = high;
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (lookup(middle) === offset) after = middle;
    else before = middle;
  }
  return after;
}
