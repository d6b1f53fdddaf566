import type { Arity, FilterFunction } from '../../liquid/filter.ts';
import type { Liquid } from '../../liquid/liquid.ts';
import { arrayToSentence, pop, push, sample, shift, sort, unshift } from './array-filters.ts';
import { convertingFilters } from './converting-filters.ts';
import { dateToLongString, dateToRfc822, dateToString, dateToXmlSchema } from './date-filters.ts';
import type { FilterServices } from './filter-services.ts';
import { groupingFilters } from './grouping-filters.ts';
import { jsonify } from './json-filter.ts';
import { selectingFilters } from './selecting-filters.ts';
import {
  cgiEscape,
  inspectFilter,
  normalizeWhitespace,
  numberOfWords,
  slugifyFilter,
  toInteger,
  uriEscape,
  xmlEscape,
} from './text-filters.ts';
import { urlFilters } from './url-filters.ts';

/** The filters that take arguments. */
const ARITIES: Readonly<Record<string, Arity>> = {
  array_to_sentence_string: { optional: 1 },
  date_to_long_string: { optional: 2 },
  date_to_string: { optional: 2 },
  find: { required: 2 },
  find_exp: { required: 2 },
  group_by: { required: 1 },
  group_by_exp: { required: 2 },
  number_of_words: { optional: 1 },
  pop: { optional: 1 },
  push: { required: 1 },
  sample: { optional: 1 },
  shift: { optional: 1 },
  slugify: { optional: 1 },
  sort: { optional: 2 },
  unshift: { required: 1 },
  where: { required: 2 },
  where_exp: { required: 2 },
};

/** The filters whose expressions can use the template's variables. */
const SEEING: ReadonlySet<string> = new Set(['find_exp', 'group_by_exp', 'where_exp']);

/** The filters that put their input through kramdown, which looks at its encoding. */
const CONVERTING: ReadonlySet<string> = new Set(['markdownify', 'smartify']);

/**
 * Registers the filters that Jekyll adds to Liquid's own, or replaces them with.
 *
 * @example
 * defineJekyllFilters(liquid, { config, log, convert: (name, { text }) => `${name}(${text})`, unicodeForm: 'NFC' });
 */
export function defineJekyllFilters(liquid: Liquid, services: FilterServices): void {
  const filters: Readonly<Record<string, FilterFunction>> = {
    ...selectingFilters(),
    ...groupingFilters(liquid),
    ...urlFilters(services),
    ...convertingFilters(services),
    array_to_sentence_string: arrayToSentence,
    cgi_escape: cgiEscape,
    date_to_long_string: dateToLongString,
    date_to_rfc822: dateToRfc822,
    date_to_string: dateToString,
    date_to_xmlschema: dateToXmlSchema,
    inspect: inspectFilter,
    jsonify,
    normalize_whitespace: normalizeWhitespace,
    number_of_words: numberOfWords,
    pop,
    push,
    sample,
    shift,
    slugify: slugifyFilter(services.log),
    sort,
    to_integer: toInteger,
    unshift,
    uri_escape: uriEscape(services.unicodeForm),
    xml_escape: xmlEscape,
  };
  for (const [name, filter] of Object.entries(filters)) {
    const seen = { seesVariables: SEEING.has(name), seesEncoding: CONVERTING.has(name) };
    liquid.defineFilter(name, filter, { ...ARITIES[name], ...seen });
  }
}
