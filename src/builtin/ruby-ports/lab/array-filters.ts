import {
  definePlugin,
  type FilterFunction,
  inspect,
  type Plugin,
  type PluginFilter,
  UttersonError,
} from '../../../plugin/plugin.ts';
import { withoutEmpty } from './lists.ts';

function requireList(value: unknown, filter: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new UttersonError('TypeError', `${filter}: its input is ${inspect(value ?? null)} instead of a list.`, {
    hint: `Give it a list: {{ page.tags | default: "" | split: "," | ${filter} }}.`,
  });
}

/** Of a text its letters count, and what is left of it are two texts. */
const carve: FilterFunction = (input, [count = 3]) => {
  const items = typeof input === 'string' ? [...input] : requireList(input, 'array_carve');
  const length = Number(count);
  if (items.length <= length * 2) return input;
  const sides = [items.slice(0, length), items.slice(items.length - length)];
  const [left, right] = typeof input === 'string' ? sides.map((side) => side.join('')) : sides;
  return [left, '...', right].flat(Number.POSITIVE_INFINITY);
};

const FILTERS: Readonly<Record<string, PluginFilter>> = {
  array_filter: { apply: (input) => withoutEmpty(requireList(input, 'array_filter')) },
  array_carve: { apply: carve, optional: 1 },
};

const pluginOf = (filters: Readonly<Record<string, PluginFilter>>): Plugin =>
  definePlugin({ name: 'array.rb', readsAreRecorded: true, filters });

/** `array.rb` of the Lab Website Template. */
export const arrayFilters = pluginOf(FILTERS);
export const arrayFiltersOfMarch2023 = pluginOf({
  ...FILTERS,
  array_hash: { apply: (input) => (input instanceof Map ? [...input.keys()] : input) },
});
