import { compare, inspect, isTruthy, mergeSort, toText, UttersonError } from '../../plugin/plugin.ts';
import type { Entry } from './bibtex/entry.ts';
import { htmlTag } from './html-tag.ts';
import { fieldNames, isDescending, makerOf } from './listing.ts';
import type { TagSession } from './session.ts';
import { splitList } from './settings.ts';

const MONTH_NAMES: readonly string[] = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November'],
  'December',
];
const ISO_MONTH = /^\s*(\d{4}-\d{2})\s*$/;

/** What an entry is grouped by: a text, or a number for fields that hold one. */
function groupValue(key: string, entry: Entry, session: TagSession): string | number {
  if (key === 'type') return toText(session.settings.typeAliases.get(entry.type) ?? entry.type);
  if (key === 'name') return makerOf(entry)?.text ?? '';
  const value = entry.get(key);
  if (key === 'year' || key === 'date') return (value?.text ?? '').replace(ISO_MONTH, '$1-01');
  if (value === undefined) {
    throw new UttersonError('MissingField', `Entries cannot be grouped by ${key}: ${entry.key} has none.`, {
      hint: `Give it the field, or leave it out with a query: --query @*[${key}]`,
    });
  }
  return value.kind === 'value' && value.isNumeric ? value.integer : value.text;
}

function compareGroups(key: string, session: TagSession): (left: unknown, right: unknown) => number {
  if (key === 'type') {
    const order = session.settings.list('type_order');
    const rank = (type: unknown) => (order.includes(toText(type)) ? order.indexOf(toText(type)) : order.length);
    return (left, right) => rank(left) - rank(right);
  }
  return (left, right) => {
    const result = compare(left, right);
    if (result !== undefined) return result;
    throw new UttersonError(
      'IncomparableGroups',
      `Groups by ${key} cannot be sorted: ${inspect(left)} and ${inspect(right)} are of different kinds.`,
      { hint: `Write the field in all entries alike: only numbers, or only texts.` },
    );
  };
}

function groupTitle(key: string, value: unknown, session: TagSession): string {
  if (key === 'type') return toText(session.settings.typeNames.get(value) ?? value);
  if (key !== 'month_numeric') return toText(value);
  const given = session.settings.get('month_names');
  const names: readonly unknown[] = Array.isArray(given) ? given : MONTH_NAMES;
  const name = typeof value === 'number' && value !== 0 ? names.at(value > 0 ? value - 1 : value) : undefined;
  return isTruthy(name) ? toText(name) : '(unknown)';
}

/** What the groups within a group still need, for each level from the outermost. */
interface Levels {
  readonly keys: readonly string[];
  readonly orders: readonly string[];
  readonly tags: readonly string[];
}

/** The fields that the entries of a tag are grouped by; undefined if they are not. */
export function groupKeys(session: TagSession): readonly string[] | undefined {
  const { given, settings } = session;
  const by = given.groupBy === undefined ? settings.get('group_by') : session.interpolate(given.groupBy);
  return by === 'none' ? undefined : fieldNames(by);
}

/**
 * The groups of entries, each with a heading, and groups within them.
 *
 * @param renderList prints the entries of an innermost group
 */
export function renderGroups(
  entries: readonly Entry[],
  session: TagSession,
  renderList: (entries: readonly Entry[]) => string,
): string {
  const { given, settings } = session;
  const orders = splitList(given.groupOrder ?? settings.get('group_order'));
  const tags = settings.words('bibliography_group_tag');
  const className = settings.text('bibliography_class');
  const render = (members: readonly Entry[], levels: Levels): string => {
    const [key, ...keys] = levels.keys;
    if (key === undefined) return renderList(members);
    const [order = orders.at(-1), ...otherOrders] = levels.orders;
    const [tag = tags.at(-1) ?? '', ...otherTags] = levels.tags;
    const groups = new Map<unknown, Entry[]>();
    for (const entry of members) {
      const value = groupValue(key, entry, session);
      groups.set(value, [...(groups.get(value) ?? []), entry]);
    }
    const compareValues = compareGroups(key, session);
    const sorted = mergeSort([...groups], ([left], [right]) =>
      isDescending(order) ? compareValues(right, left) : compareValues(left, right),
    );
    const inner = { keys, orders: otherOrders, tags: otherTags };
    return sorted
      .map(
        ([value, group]) =>
          `${htmlTag(tag, groupTitle(key, value, session), [['class', className]])}\n${render(group, inner)}`,
      )
      .join('\n');
  };
  return render(entries, { keys: groupKeys(session) ?? [], orders, tags });
}
