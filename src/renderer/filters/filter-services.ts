import type { Context } from '../../liquid/context.ts';
import type { EncodedText } from '../../liquid/template.ts';
import type { Log } from '../../util/program/log.ts';
import type { UnicodeForm } from '../../util/uri.ts';
import type { RememberedUrls } from './url-filters.ts';

/** The converters used by filters, by their names in Jekyll. */
export type FilterConverter = 'Markdown' | 'SmartyPants' | 'Sass' | 'Scss';

/** What Jekyll's filters need of the site they are registered for. */
export interface FilterServices {
  readonly config: ReadonlyMap<string, unknown>;
  readonly log: Log;
  /** That of the URLs that filters write. */
  readonly unicodeForm: UnicodeForm;
  /** The memory of the URL filters, if several sites share it. */
  readonly urls?: RememberedUrls;
  /** Converts a text, whose encoding in Ruby makes a difference to kramdown. */
  convert(converter: FilterConverter, input: EncodedText, context: Context): string;
}
