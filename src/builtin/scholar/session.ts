import { type Context, isTruthy, PAGE, SITE, type Site, toText } from '../../plugin/plugin.ts';
import type { TagArguments } from './arguments.ts';
import type { Bibliography } from './bibtex/bibliography.ts';
import type { Entry } from './bibtex/entry.ts';
import type { TextFilter } from './bibtex/value.ts';
import { citeItem } from './citeproc-item.ts';
import { CslRenderer } from './csl/renderer.ts';
import type { Style } from './csl/style.ts';
import { findFilters } from './filters.ts';
import { htmlTag } from './html-tag.ts';
import { bibtexPaths, loadBibliography } from './library.ts';
import { Settings } from './settings.ts';
import { loadLocale, loadStyle } from './styles.ts';

const VARIABLE = /\{\{\s*([\w.]+)\s*\}\}/g;

/** What a page has cited so far. Pages have it in Jekyll's hash of the page, where their layouts find it. */
const cited = new WeakMap<object, string[]>();

/** A tag of jekyll-scholar while a page is rendered: its settings, its options, and what it has loaded. */
export class TagSession {
  readonly context: Context;
  readonly site: Site;
  readonly given: TagArguments;
  readonly settings: Settings;
  #renderer: CslRenderer | undefined;
  #style: Style | undefined;

  constructor(context: Context, given: TagArguments) {
    this.context = context;
    this.site = context.register(SITE);
    this.given = given;
    this.settings = Settings.in(context);
  }

  get prefix(): string | undefined {
    return this.given.prefix;
  }

  /** A text of a tag with the values of the variables in it. */
  interpolate(text: string): string {
    return text.replace(VARIABLE, (whole, name: string) => {
      const value = this.context.evaluate(name);
      return isTruthy(value) ? toText(value) : whole;
    });
  }

  /** The entry that a word of a tag stands for: its key, or the name of a variable that has the key. A number, as in Liquid, is no key. */
  find(word: string): Entry | undefined {
    const value = this.context.evaluate(word);
    const key = isTruthy(value) ? value : word;
    return typeof key === 'string' ? this.bibliography.find(key) : undefined;
  }

  get bibliography(): Bibliography {
    const { files, matchFields, removesDuplicates } = this.given;
    const names =
      files.length > 0 ? files.map((file) => this.interpolate(file)) : [this.settings.requiredText('bibliography')];
    const areRemoved = removesDuplicates || this.settings.is('remove_duplicates');
    const paths = bibtexPaths(this.site, names, this.settings);
    return loadBibliography(this.site, paths, this.settings, { areRemoved, fields: matchFields });
  }

  get filters(): readonly TextFilter[] {
    return findFilters(this.settings, 'bibtex_filters');
  }

  get style(): Style {
    this.#style ??= this.#loadStyle();
    return this.#style;
  }

  #loadStyle(): Style {
    const { style } = this.given;
    return loadStyle(this.site, style === undefined ? this.settings.text('style') : this.interpolate(style));
  }

  get renderer(): CslRenderer {
    this.#renderer ??= new CslRenderer(loadLocale(this.site, this.settings.text('locale')));
    return this.#renderer;
  }

  /** Begins a list anew, which knows no authors of an entry before. */
  renewRenderer(): void {
    this.#renderer = undefined;
  }

  /**
   * The keys that the page has cited, in order. What the text of a page cites, its layout may list: a page is therefore
   * rendered as a whole when anything changes.
   */
  get citedKeys(): string[] {
    this.site.noteRead('order');
    const page = this.context.register(PAGE);
    const owner = typeof page === 'object' && page !== null ? page : this.context;
    const keys = cited.get(owner) ?? [];
    cited.set(owner, keys);
    return keys;
  }

  /** Notes that the page cites a work; false if it has done so before. */
  addCited(key: string): boolean {
    const keys = this.citedKeys;
    const isNew = !keys.includes(key);
    if (isNew) keys.push(key);
    return isNew;
  }

  /** The number of a cited work. As in the gem, numbers given within a block such as `if` are forgotten after it. */
  citationNumber(key: string): number {
    const known = this.context.find('citation_numbers');
    const numbers = known instanceof Map ? known : new Map<unknown, unknown>();
    if (numbers !== known) this.context.set('citation_numbers', numbers);
    const number = numbers.get(key) ?? this.citedKeys.length;
    numbers.set(key, number);
    return Number(number);
  }

  get missingReference(): string {
    return this.settings.text('missing_reference');
  }

  /** One entry as the style prints it in a bibliography. */
  renderEntry(entry: Entry, index?: number): string {
    const { style, renderer } = this;
    const item = citeItem(entry, { number: index, suppressesAuthor: this.given.suppressesAuthor });
    const { locale } = renderer;
    if (this.settings.is('allow_locale_overrides')) this.#useLanguageOf(entry, renderer);
    try {
      return renderer.renderBibliography(item, style);
    } finally {
      renderer.locale = locale;
    }
  }

  /** As in the gem, a language without a locale leaves the locale as it is. */
  #useLanguageOf(entry: Entry, renderer: CslRenderer): void {
    const language = entry.get('language')?.text;
    if (language === undefined) return;
    try {
      renderer.locale = loadLocale(this.site, language);
    } catch {
      // The entry keeps the locale of the site.
    }
  }

  /** The reference of an entry in its element. */
  referenceTag(entry: Entry | undefined, index?: number): string {
    if (entry === undefined) return this.missingReference;
    const filtered = entry.filtered(this.filters);
    const name = this.settings.is('reference_tagname') ? this.settings.text('reference_tagname') : 'span';
    return htmlTag(name, this.renderEntry(filtered, index), [['id', this.idOf(entry.key)]]);
  }

  /** The `id` of an entry's element, by which citations link to it. */
  idOf(key: string): string {
    return this.prefix === undefined ? key : `${this.prefix}-${key}`;
  }
}
