import {
  asHash,
  CalendarDate,
  type Context,
  definePlugin,
  dig,
  PAGE,
  parseDay,
  type ReadonlyHash,
  SITE,
  splitWords,
  type TagParser,
  Time,
  toText,
} from '../../plugin/plugin.ts';
import { type Translate, translator } from './translations.ts';

const UNITS: readonly (readonly [name: string, days: number])[] = [
  ['years', 365],
  ['months', 30],
  ['weeks', 7],
  ['days', 1],
];
const MOST_PARTS = 4;
const USUAL_PARTS = 2;

interface Part {
  readonly unit: string;
  readonly count: number;
}

/** The day that a value stands for, as Ruby's `Date.parse` reads its text. */
function dayOf(value: unknown, context: Context): number {
  if (value instanceof CalendarDate) return value.days;
  const { year, month, day } = value instanceof Time ? value : parseDay(toText(value), context.liquid.settings.clock);
  return new CalendarDate(year, month, day).days;
}

function today(context: Context): number {
  const { clock } = context.liquid.settings;
  const { year, month, day } = clock.zone.local(clock.now());
  return new CalendarDate(year, month, day).days;
}

/** Splits days into years of 365 days, months of 30 and weeks; four weeks are a month, and twelve months a year. */
function splitDays(days: number): readonly Part[] {
  let rest = days;
  const counts = UNITS.map(([, length]) => {
    const count = Math.floor(rest / length);
    rest %= length;
    return count;
  });
  let [years = 0, months = 0, weeks = 0, left = 0] = counts;
  const carryMonths = () => {
    years += Math.floor(months / 12);
    months %= 12;
  };
  carryMonths();
  months += Math.floor(weeks / 4);
  weeks %= 4;
  carryMonths();
  return [years, months, weeks, left].map((count, index) => ({ unit: UNITS[index]?.[0] ?? '', count }));
}

const lengthOf = (unit: string): number => UNITS.find(([name]) => name === unit)?.[1] ?? 0;

/** The whole time in one unit, at least one of it. */
function inUnit(days: number, unit: string): readonly Part[] {
  const length = lengthOf(unit);
  return [{ unit, count: days < length ? 1 : Math.round(days / length) }];
}

function chooseParts(days: number, settings: ReadonlyHash): readonly Part[] {
  const only = toText(settings.get('only'));
  if (lengthOf(only) > 0) return inUnit(days, only);
  const depth = settings.get('depth');
  const isDepth = typeof depth === 'number' && depth >= 1 && depth <= MOST_PARTS;
  const parts = splitDays(days)
    .filter(({ count }) => count > 0)
    .slice(0, isDepth ? depth : USUAL_PARTS);
  const last = parts.at(-1);
  const given = Number(toText(settings.get('threshold')));
  const threshold = given >= 0 && given <= 1 ? given : 0;
  if (parts.length < 2 || last === undefined) return parts;
  return last.count * lengthOf(last.unit) < Math.floor(days * threshold) ? parts.slice(0, -1) : parts;
}

/** `1 year, 2 months and 3 weeks`. */
function joinTexts(texts: readonly string[], translate: Translate): string {
  if (texts.length < 2) return texts[0] ?? '';
  const first = texts.slice(0, -1).join(translate('words_connector') ?? '');
  return `${first} ${translate('last_word_connector') ?? ''} ${texts.at(-1)}`;
}

/** Today, yesterday and tomorrow have words of their own. */
const NEAR_DAYS: ReadonlyMap<number, string> = new Map([
  [0, 'today'],
  [1, 'yesterday'],
  [-1, 'tomorrow'],
]);

function describeTime(from: number, to: number, settings: ReadonlyHash, translate: Translate): unknown {
  const style = toText(settings.get('style'));
  const passed = to - from;
  const near = NEAR_DAYS.get(passed);
  const unitName = (unit: string) => (translate(unit, { count: 2 }) ?? '').replace(/^\d+\s+/, '');
  if (near !== undefined) {
    if (style === 'hash') return new Map([[unitName('days'), passed]]);
    return style === 'array' ? [translate(near) ?? null] : translate(near);
  }
  const parts = chooseParts(Math.abs(passed), settings);
  if (style === 'hash') return new Map(parts.map(({ unit, count }) => [unitName(unit), count]));
  const texts = parts.map(({ unit, count }) => translate(style === 'short' ? `${unit}_short` : unit, { count }) ?? '');
  if (style === 'array') return texts;
  return translate(passed > 0 ? 'past' : 'future', { date_range: joinTexts(texts, translate) });
}

function timeago(dates: readonly unknown[], context: Context): unknown {
  const site = context.register(SITE);
  const [from, to] = dates;
  const configured = asHash(dig(site.config, 'jekyll_timeago'));
  const settings = to instanceof Map ? to : configured;
  const end = to === undefined || to instanceof Map ? today(context) : dayOf(to, context);
  const translate = translator(site, configured, dig(context.register(PAGE), 'locale'));
  return describeTime(dayOf(from, context), end, settings, translate);
}

const parseTag: TagParser = (tag) => {
  const dates = splitWords(tag.markup).slice(0, 2);
  return { render: (context) => timeago(dates, context) };
};

/** jekyll-timeago: `{{ page.date | timeago }}` and `{% timeago 2024-01-01 2024-02-01 %}`: the time between two days in words. */
export default definePlugin({
  name: 'jekyll-timeago',
  isSafe: true,
  filters: { timeago: { optional: 1, apply: (input, [to], context) => timeago([input, to], context) } },
  tags: { timeago: { parse: parseTag } },
});
