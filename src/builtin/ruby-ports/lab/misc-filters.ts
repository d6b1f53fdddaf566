import {
  compareTexts,
  definePlugin,
  type FilterFunction,
  inspect,
  isNil,
  type Plugin,
  UttersonError,
} from '../../../plugin/plugin.ts';
import { filterByCondition, filterByPatterns } from './data-filters.ts';
import { scan } from './regex-filters.ts';

/** In what the versions of the file differ. */
interface Version {
  readonly filter: FilterFunction;
  /** What `object_items` makes of what is neither a hash nor a list; undefined where there is no such filter yet. */
  readonly otherItems?: (input: unknown) => unknown;
  /** How the addresses of Google's fonts begin. */
  readonly fonts: string;
}

const FONTS = 'https://fonts.googleapis.com/css2?';
const FONTS_WITH_SWAP = `${FONTS}display=swap&`;

/** The address of the fonts that custom properties of a style sheet name, in all weights that others name. */
function fontsAddress(css: unknown, start: string): string {
  if (typeof css !== 'string') {
    throw new UttersonError('TypeError', `google_fonts: ${inspect(css ?? null)} is no text.`, {
      hint: 'It takes the text of a style sheet: {{ "_styles/-theme.scss" | file_read | google_fonts }}.',
    });
  }
  const found = (pattern: string) => [...new Set(scan(css, pattern, false))].map(String).sort(compareTexts);
  const weights = found('--\\S*:\\s(\\d{3});');
  const styles = [0, 1].flatMap((italic) => weights.map((weight) => `${italic},${weight};`)).join('');
  const names = found('--\\S*:\\s*"(.*)",?.*;').map((name) => name.replace(' ', '+'));
  return names.reduce((address, name) => `${address}&family=${name}:ital,wght@${styles}`.replace(/;$/, ''), start);
}

function pluginOf({ filter, otherItems, fonts }: Version): Plugin {
  const itemsOf: FilterFunction = (input) =>
    input instanceof Map ? [...input.keys()] : Array.isArray(input) ? input : otherItems?.(input);
  return definePlugin({
    name: 'misc.rb',
    readsAreRecorded: true,
    filters: {
      is_nil: { required: 1, apply: (value, [fallback]) => (isNil(value) ? fallback : value) },
      data_filter: { required: 1, apply: filter },
      google_fonts: { apply: (input) => fontsAddress(input, fonts) },
      ...(otherItems !== undefined && { object_items: { apply: itemsOf } }),
    },
  });
}

const itself = (input: unknown): unknown => input;

/** `misc.rb` of the Lab Website Template. The links that it has html-proofer check are not checked here. */
export const miscFilters = pluginOf({ filter: filterByCondition, otherItems: itself, fonts: FONTS_WITH_SWAP });
export const miscFiltersOfFebruary2024 = pluginOf({
  filter: filterByPatterns,
  otherItems: itself,
  fonts: FONTS_WITH_SWAP,
});
export const miscFiltersOf2023 = pluginOf({ filter: filterByPatterns, otherItems: () => [], fonts: FONTS_WITH_SWAP });
export const miscFiltersOfMarch2023 = pluginOf({ filter: filterByPatterns, fonts: FONTS_WITH_SWAP });
export const miscFiltersOfFebruary2023 = pluginOf({ filter: filterByPatterns, fonts: FONTS });
