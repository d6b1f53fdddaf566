import type { Context } from '../../liquid/context.ts';
import type { Log } from '../../util/log.ts';
import type { RememberedUrls } from './url-filters.ts';

/** The converters that filters use, by their names in Jekyll. */
export type FilterConverter = 'Markdown' | 'SmartyPants' | 'Sass' | 'Scss';

/** What Jekyll's filters need of the site they are registered for. */
export interface FilterServices {
  readonly config: ReadonlyMap<string, unknown>;
  readonly log: Log;
  /** What URL filters remember, where more than one site shares it. */
  readonly urls?: RememberedUrls;
  /** @param isUsAscii whether Ruby would have the text so: kramdown minds it */
  convert(converter: FilterConverter, text: string, context: Context, isUsAscii: boolean): string;
}
