import { escapeCgi } from '../../util/escape-html.ts';
import { capitalize, downcase } from '../../util/values/ruby-case.ts';
import type { Arity, FilterDefinition, FilterFunction } from '../filter.ts';
import { compact, concat, defaultTo, first, join, last, map, reverse, size, uniq, where } from './array-filters.ts';
import { date } from './date-filter.ts';
import { abs, arithmetic, atLeast, atMost, round, roundTowards } from './number-filters.ts';
import { caselessKey, compareNilLast, sortBy } from './sort-filters.ts';
import {
  append,
  escapeOnce,
  onText,
  onTextUnlessNil,
  prepend,
  replaceAll,
  replaceFirst,
  stripFilters,
  stripHtml,
} from './text-filters.ts';
import { slice, split, truncate, truncateWords } from './text-piece-filters.ts';
import { decodeUrl, encodeUrl } from './url-filters.ts';

function define(name: string, apply: FilterFunction, arity: Arity = {}): readonly [string, FilterDefinition] {
  const { required = 0, optional = 0 } = arity;
  return [name, { apply, required, optional, seesVariables: false, seesEncoding: false }];
}

const ONE: Arity = { required: 1 };
const MAYBE_ONE: Arity = { optional: 1 };
const ONE_OR_TWO: Arity = { required: 1, optional: 1 };
const UP_TO_TWO: Arity = { optional: 2 };

/** The filters of Liquid 4.0.4. */
export const STANDARD_FILTERS: readonly (readonly [string, FilterDefinition])[] = [
  define('abs', abs),
  define('append', append, ONE),
  define('at_least', atLeast, ONE),
  define('at_most', atMost, ONE),
  define('capitalize', onText(capitalize)),
  define('ceil', roundTowards('ceil')),
  define('compact', compact, MAYBE_ONE),
  define('concat', concat, ONE),
  define('date', date, ONE),
  define('default', defaultTo, MAYBE_ONE),
  define('divided_by', arithmetic('divided_by'), ONE),
  define('downcase', onText(downcase)),
  define('escape', onTextUnlessNil(escapeCgi)),
  define('escape_once', onText(escapeOnce)),
  define('first', first),
  define('floor', roundTowards('floor')),
  define('h', onTextUnlessNil(escapeCgi)),
  define('join', join, MAYBE_ONE),
  define('last', last),
  define('lstrip', stripFilters.lstrip),
  define('map', map, ONE),
  define('minus', arithmetic('minus'), ONE),
  define('modulo', arithmetic('modulo'), ONE),
  define(
    'newline_to_br',
    onText((text) => text.replaceAll('\n', '<br />\n')),
  ),
  define('plus', arithmetic('plus'), ONE),
  define('prepend', prepend, ONE),
  define('remove', replaceAll, ONE),
  define('remove_first', replaceFirst, ONE),
  define('replace', replaceAll, ONE_OR_TWO),
  define('replace_first', replaceFirst, ONE_OR_TWO),
  define('reverse', reverse),
  define('round', round, MAYBE_ONE),
  define('rstrip', stripFilters.rstrip),
  define('size', size),
  define('slice', slice, ONE_OR_TWO),
  define('sort', sortBy(compareNilLast), MAYBE_ONE),
  define('sort_natural', sortBy(compareNilLast, caselessKey), MAYBE_ONE),
  define('split', split, ONE),
  define('strip', stripFilters.strip),
  define('strip_html', onText(stripHtml)),
  define(
    'strip_newlines',
    onText((text) => text.replace(/\r?\n/g, '')),
  ),
  define('times', arithmetic('times'), ONE),
  define('truncate', truncate, UP_TO_TWO),
  define('truncatewords', truncateWords, UP_TO_TWO),
  define('uniq', uniq, MAYBE_ONE),
  define(
    'upcase',
    onText((text) => text.toUpperCase()),
  ),
  define('url_decode', onTextUnlessNil(decodeUrl)),
  define('url_encode', onTextUnlessNil(encodeUrl)),
  define('where', where, ONE_OR_TWO),
];
