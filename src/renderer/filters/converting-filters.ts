import type { FilterFunction } from '../../liquid/filter.ts';
import { printsUsAscii } from '../../liquid/first-piece.ts';
import { toText } from '../../util/values/inspect.ts';
import { isAscii } from '../../util/values/ruby-text.ts';
import type { FilterConverter, FilterServices } from './filter-services.ts';

/** The filters that put their input through one of the site's converters. */
export function convertingFilters(services: FilterServices) {
  const through =
    (converter: FilterConverter): FilterFunction =>
    (input, _, context) => {
      const text = toText(input);
      const isUsAscii = typeof input === 'string' ? context.filtersUsAscii : printsUsAscii(input);
      return services.convert(converter, { text, isUsAscii: isUsAscii && isAscii(text) }, context);
    };
  return {
    markdownify: through('Markdown'),
    smartify: through('SmartyPants'),
    sassify: through('Sass'),
    scssify: through('Scss'),
  };
}
