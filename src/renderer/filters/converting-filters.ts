import type { FilterFunction } from '../../liquid/filter.ts';
import { toText } from '../../util/inspect.ts';
import type { FilterConverter, FilterServices } from './filter-services.ts';

/** The filters that put their input through one of the site's converters. */
export function convertingFilters(services: FilterServices) {
  const through =
    (converter: FilterConverter): FilterFunction =>
    (input, _, context) =>
      services.convert(converter, toText(input), context);
  return {
    markdownify: through('Markdown'),
    smartify: through('SmartyPants'),
    sassify: through('Sass'),
    scssify: through('Scss'),
  };
}
