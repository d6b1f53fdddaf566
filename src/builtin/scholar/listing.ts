import { mergeSort, UttersonError } from '../../plugin/plugin.ts';
import type { Entry } from './bibtex/entry.ts';
import { selectEntries } from './bibtex/query.ts';
import { compareValues, type FieldValue, Value } from './bibtex/value.ts';
import type { TagSession } from './session.ts';
import { type Settings, splitList } from './settings.ts';

const DESCENDING = /^(?:desc|reverse)/im;
/** The fields that say who made a work, for `sort_by: name`. */
const MAKER_FIELDS = ['author', 'editor', 'institution', 'organization', 'publisher'];

/** Whether a setting such as `order` asks for the last value first: `descending`, `reverse`. */
export function isDescending(order: string | undefined): boolean {
  return DESCENDING.test(order ?? '');
}

/** The names of fields in a setting such as `sort_by`. Months are sorted by their numbers. */
export function fieldNames(value: unknown): readonly string[] {
  return splitList(value).map((name) => (name === 'month' ? 'month_numeric' : name));
}

/** Who made a work, as far as it says: its authors, else its editors, institution and so on. */
export function makerOf(entry: Entry): FieldValue | undefined {
  return MAKER_FIELDS.map((field) => entry.get(field)).find((value) => value !== undefined);
}

function sortValue(entry: Entry, key: string): FieldValue {
  if (key !== 'name') return entry.get(key) ?? new Value([]);
  const text = (makerOf(entry)?.text ?? '').replace(/^[{ \t-\r]+|[} \t-\r]+$/g, '');
  return new Value([text.toLowerCase()]);
}

/** Entries in the order of the setting `sort_by`. */
export function sortEntries(entries: readonly Entry[], settings: Settings): readonly Entry[] {
  if (settings.get('sort_by') === 'none') return entries;
  const keys = fieldNames(settings.get('sort_by'));
  const orders = splitList(settings.get('order'));
  return mergeSort(entries, (left, right) => {
    for (const [index, key] of keys.entries()) {
      const isReversed = isDescending(orders[index] ?? orders.at(-1));
      const [first, second] = isReversed ? [right, left] : [left, right];
      const result = compareValues(sortValue(first, key), sortValue(second, key));
      // As in the gem, values that cannot be compared end the comparison.
      if (result === undefined) return 0;
      if (result !== 0) return result;
    }
    return 0;
  });
}

function queriedEntries(session: TagSession): readonly Entry[] {
  const { given, settings } = session;
  const query = given.query === undefined ? settings.text('query') : session.interpolate(given.query);
  const entries = selectEntries(session.bibliography.entries, query);
  return given.skipsSort ? entries : sortEntries(entries, settings);
}

/** The entries that a tag lists, sorted; undefined where a cited entry is not among them. */
export function listEntries(session: TagSession): readonly (Entry | undefined)[] {
  const { given, settings } = session;
  const entries = queriedEntries(session);
  if (!given.cited) return entries;
  const cited = session.citedKeys;
  const isInOrder = given.skipsSort || settings.get('sort_by') === 'none';
  const listed = isInOrder
    ? cited.map((key) => entries.find((entry) => entry.key === key))
    : entries.filter(({ key }) => cited.includes(key));
  if (given.clears) cited.length = 0;
  return listed;
}

/** The part of a list that `--offset` and `--max` ask for, as Ruby's ranges cut it. */
export function limitEntries<T>(entries: readonly T[], offset: number, max: number | undefined): readonly T[] {
  const start = offset < 0 ? entries.length + offset : offset;
  if (start > entries.length || start < 0) {
    throw new UttersonError(
      'InvalidTagOption',
      `The bibliography has ${entries.length} entries, so there is none at offset ${offset}.`,
      { hint: 'Give --offset a smaller number; one below 0 counts from the end.' },
    );
  }
  const last = max === undefined ? -1 : max + offset - 1;
  return entries.slice(start, (last < 0 ? entries.length + last : last) + 1);
}
