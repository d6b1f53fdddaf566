import { toText } from '../../util/values/inspect.ts';
import { isTruthy } from '../../util/values/is-truthy.ts';
import { toWordInteger } from '../../util/values/ruby-float.ts';
import { characterCount, sliceCharacters, splitWords } from '../../util/values/ruby-text.ts';
import { toStrictInteger } from '../expression.ts';
import { argumentText, type FilterFunction } from '../filter.ts';

const ELLIPSIS = '...';
const DEFAULT_LENGTH = 50;
const DEFAULT_WORDS = 15;

/** `truncate`: the ellipsis counts towards the length. */
export const truncate: FilterFunction = (input, args) => {
  if (input === null || input === undefined) return undefined;
  const text = toText(input);
  const length = Number(toStrictInteger(args.length > 0 ? args[0] : DEFAULT_LENGTH));
  const ellipsis = argumentText(args, 1, ELLIPSIS);
  if (characterCount(text) <= length) return text;
  return sliceCharacters(text, 0, Math.max(0, length - characterCount(ellipsis))) + ellipsis;
};

/** `truncatewords`: white space is normalised only where words are cut off. */
export const truncateWords: FilterFunction = (input, args) => {
  if (input === null || input === undefined) return undefined;
  const last = Math.max(0, Number(toStrictInteger(args.length > 0 ? args[0] : DEFAULT_WORDS)) - 1);
  const words = splitWords(toText(input), last + 2);
  return words.length > last ? words.slice(0, last + 1).join(' ') + argumentText(args, 1, ELLIPSIS) : input;
};

/** `slice`: items of an array, or characters of any other value's `to_s`. */
export const slice: FilterFunction = (input, [offset, length]) => {
  const first = toStrictInteger(offset);
  const count = isTruthy(length) ? toWordInteger(toStrictInteger(length)) : 1;
  const start = toWordInteger(first);
  if (Array.isArray(input)) {
    const from = resolveStart(start, count, input.length);
    return from === undefined ? [] : input.slice(from, from + count);
  }
  const text = toText(input);
  const from = resolveStart(start, count, characterCount(text));
  return from === undefined ? '' : sliceCharacters(text, from, count);
};

/** The index at which a slice starts; undefined if Ruby's `slice` returns nil. */
function resolveStart(start: number, count: number, size: number): number | undefined {
  const from = start < 0 ? start + size : start;
  return from < 0 || from > size || count < 0 ? undefined : from;
}

/**
 * `split`, as String#split: a single space splits at any white space, an empty pattern between all characters,
 * and empty pieces at the end are dropped.
 */
export const split: FilterFunction = (input, args) => {
  const text = toText(input);
  const pattern = argumentText(args, 0);
  if (pattern === ' ') return splitWords(text);
  const pieces = pattern === '' ? [...text] : text.split(pattern);
  let end = pieces.length;
  while (end > 0 && pieces[end - 1] === '') end--;
  return pieces.slice(0, end);
};
