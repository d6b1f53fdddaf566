import {
  asHash,
  type Context,
  dig,
  inspect,
  isNil,
  isTruthy,
  PAGE,
  type ReadonlyHash,
  SITE,
  type Site,
  toText,
  UttersonError,
} from '../../plugin/plugin.ts';
import { splitParts } from '../shared/split-parts.ts';

const TYPE_NAMES = new Map<unknown, unknown>([
  ['article', 'Journal Articles'],
  ['book', 'Books'],
  ['incollection', 'Book Chapters'],
  ['inproceedings', 'Conference Articles'],
  ['thesis', 'Theses'],
  ['mastersthesis', "Master's Theses"],
  ['phdthesis', 'PhD Theses'],
  ['manual', 'Manuals'],
  ['techreport', 'Technical Reports'],
  ['misc', 'Miscellaneous'],
  ['unpublished', 'Unpublished'],
]);

const TYPE_ALIASES = new Map<unknown, unknown>([
  ['phdthesis', 'thesis'],
  ['mastersthesis', 'thesis'],
]);

/** The settings of the gem, for those that neither the site nor the page has. */
const DEFAULTS = new Map<unknown, unknown>([
  ['style', 'apa'],
  ['locale', 'en'],
  ['sort_by', 'none'],
  ['order', 'ascending'],
  ['group_by', 'none'],
  ['group_order', 'ascending'],
  ['bibliography_group_tag', 'h2,h3,h4,h5'],
  ['bibliography_list_tag', 'ol'],
  ['bibliography_item_tag', 'li'],
  ['bibliography_list_attributes', new Map()],
  ['bibliography_item_attributes', new Map()],
  ['source', './_bibliography'],
  ['bibliography', 'references.bib'],
  ['repository', null],
  ['repository_file_delimiter', '.'],
  [
    'bibtex_options',
    new Map<unknown, unknown>([
      ['strip', false],
      ['parse_months', true],
    ]),
  ],
  ['bibtex_filters', ['smallcaps', 'superscript', 'italics', 'textit', 'lowercase', 'textregistered', 'tiny', 'latex']],
  ['raw_bibtex_filters', []],
  ['bibtex_skip_fields', ['abstract', 'month_numeric']],
  ['bibtex_quotes', ['{', '}']],
  ['replace_strings', true],
  ['join_strings', true],
  ['remove_duplicates', false],
  ['details_dir', 'bibliography'],
  ['details_layout', 'bibtex.html'],
  ['details_link', 'Details'],
  ['details_permalink', '/:details_dir/:key:extension'],
  ['bibliography_class', 'bibliography'],
  ['bibliography_template', '{{reference}}'],
  ['reference_tagname', 'span'],
  ['missing_reference', '(missing reference)'],
  ['details_link_class', 'details'],
  ['query', '@*'],
  ['cite_class', 'citation'],
  ['separate_links', false],
  ['type_names', TYPE_NAMES],
  ['type_aliases', TYPE_ALIASES],
  ['type_order', []],
  ['month_names', null],
]);

const LIST_SEPARATOR = /\s*,\s*/;

function asList(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return isNil(value) ? [] : [value];
}

/** The settings under `scholar:`, of the site and over them those of a page. */
export class Settings {
  readonly #values: ReadonlyHash;

  private constructor(values: ReadonlyHash) {
    this.#values = values;
  }

  /** The settings of a site, without those of a page. */
  static ofSite(site: Site): Settings {
    return new Settings(new Map([...DEFAULTS, ...asHash(site.config.get('scholar'))]));
  }

  /** The settings for the page that is being rendered. */
  static in(context: Context): Settings {
    const page = dig(context.register(PAGE), 'scholar');
    return new Settings(new Map([...Settings.ofSite(context.register(SITE)).#values, ...asHash(page)]));
  }

  get(key: string): unknown {
    return this.#values.get(key);
  }

  is(key: string): boolean {
    return isTruthy(this.get(key));
  }

  text(key: string): string {
    return toText(this.get(key));
  }

  /** A text that has to be there. */
  requiredText(key: string): string {
    const value = this.get(key);
    if (typeof value === 'string') return value;
    throw new UttersonError('InvalidConfiguration', `scholar: ${key} should be a text, but was: ${inspect(value)}.`, {
      hint: `Write it as in ${key}: ${toText(DEFAULTS.get(key))}`,
    });
  }

  /** A list, or a text that separates its items by commas. */
  words(key: string): readonly string[] {
    return splitList(this.get(key));
  }

  list(key: string): readonly string[] {
    return asList(this.get(key)).map(toText);
  }

  hash(key: string): ReadonlyHash {
    return asHash(this.get(key));
  }

  get typeNames(): ReadonlyHash {
    return new Map([...TYPE_NAMES, ...this.hash('type_names')]);
  }

  get typeAliases(): ReadonlyHash {
    return new Map([...TYPE_ALIASES, ...this.hash('type_aliases')]);
  }
}

/** A list whose items may be lists separated by commas. */
export function splitList(value: unknown): readonly string[] {
  return asList(value).flatMap((item) => splitParts(toText(item), LIST_SEPARATOR));
}
