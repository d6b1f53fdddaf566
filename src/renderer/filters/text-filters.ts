import { UttersonError } from '../../errors.ts';
import type { FilterFunction } from '../../liquid/filter.ts';
import { encodeUrl } from '../../liquid/filters/url-filters.ts';
import { escapeXml } from '../../util/escape-html.ts';
import type { Log } from '../../util/program/log.ts';
import { slugify } from '../../util/slugify.ts';
import { Time } from '../../util/time/time.ts';
import { UnicodePattern } from '../../util/unicode-pattern.ts';
import { normalizeComponent, type UnicodeForm } from '../../util/uri.ts';
import { className } from '../../util/values/class-name.ts';
import { Float } from '../../util/values/float.ts';
import { inspect, toText } from '../../util/values/inspect.ts';
import { isNil } from '../../util/values/is-nil.ts';
import { isTruthy } from '../../util/values/is-truthy.ts';
import { countWords, leadingInteger, strip } from '../../util/values/ruby-text.ts';
import { noConversion, noMethod } from './ruby-failure.ts';

export const xmlEscape: FilterFunction = (input) => escapeXml(toText(input));

/** `inspect`: a value as Ruby's `inspect` shows it, escaped for HTML. */
export const inspectFilter: FilterFunction = (input) => escapeXml(inspect(input));

export const cgiEscape: FilterFunction = (input) => {
  if (typeof input !== 'string') throw noConversion(input);
  return encodeUrl(input);
};

export const uriEscape =
  (form: UnicodeForm): FilterFunction =>
  (input) => {
    if (isNil(input)) return undefined;
    if (typeof input === 'string') return normalizeComponent(input, form);
    throw new UttersonError('TypeError', `Can't convert ${className(input)} into String.`, {
      hint: 'The filter takes texts only: an address or a part of one.',
    });
  };

export const normalizeWhitespace: FilterFunction = (input) => strip(toText(input).replace(/[ \t\r\n\f\v]+/g, ' '));

const CJK = String.raw`\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}\p{Script=Hangul}`;
const CJK_CHARACTER = new UnicodePattern(`[${CJK}]`, 'g');
const OTHER_WORD = new UnicodePattern(String.raw`[^${CJK}\t\n\v\f\r ]+`, 'g');

const countMatches = (text: string, pattern: UnicodePattern): number => text.match(pattern.for(text))?.length ?? 0;

/** `number_of_words`: with `cjk` each Chinese, Japanese or Korean character counts as a word, with `auto` only if there are any. */
export const numberOfWords: FilterFunction = (input, [mode]) => {
  if (typeof input !== 'string') throw noMethod(mode === 'cjk' || mode === 'auto' ? 'scan' : 'split', input);
  const characters = mode === 'cjk' || mode === 'auto' ? countMatches(input, CJK_CHARACTER) : 0;
  if (mode !== 'cjk' && characters === 0) return countWords(input);
  return characters + countMatches(input, OTHER_WORD);
};

/** `to_integer`: Ruby's `to_i`, with 1 for true and 0 for false. */
export const toInteger: FilterFunction = (input) => {
  if (input === true) return 1;
  if (!isTruthy(input)) return 0;
  if (typeof input === 'string') return leadingInteger(input);
  if (typeof input === 'bigint') return input;
  if (input instanceof Time) return input.seconds;
  if (typeof input !== 'number' && !(input instanceof Float)) throw noMethod('to_i', input);
  const number = typeof input === 'number' ? input : input.value;
  if (!Number.isFinite(number)) {
    throw new UttersonError('FloatDomainError', toText(input), { hint: 'Is something divided by 0.0?' });
  }
  const whole = Math.trunc(number) + 0;
  return Number.isSafeInteger(whole) ? whole : BigInt(whole);
};

/** `slugify`, which warns about an empty slug. */
export const slugifyFilter =
  (log: Log): FilterFunction =>
  (input, [mode]) => {
    if (isNil(input)) return undefined;
    const name = isTruthy(mode) ? toText(mode) : 'default';
    const isMode = ['raw', 'default', 'pretty', 'ascii', 'latin'].includes(name);
    if (typeof input !== 'string') throw noMethod(isMode ? 'gsub' : 'downcase', input);
    const slug = slugify(input, name);
    if (slug === '' && isMode) log.warn('Warning:', `Empty \`slug\` generated for '${input}'.`);
    return slug;
  };
