import { addToGroup, firstTrue, type Item, toText } from '../../plugin/plugin.ts';
import { languageOf } from './item-language.ts';
import type { Languages } from './languages.ts';

/** The permalinks of the translations of one item, by language. */
type Translations = ReadonlyMap<string, unknown>;

/** Finds an item's translations: by `page_id` or else by the permalink without the language before it. */
export class TranslationIndex {
  readonly #byId = new Map<unknown, Item[]>();
  readonly #byPermalink = new Map<string, Item[]>();
  readonly #languages: Languages;

  constructor(items: Iterable<Item>, languages: Languages) {
    this.#languages = languages;
    for (const item of items) {
      addToGroup(this.#byId, item.value('page_id'), item);
      addToGroup(this.#byPermalink, plainPermalink(item), item);
    }
  }

  withId(id: unknown): readonly Item[] {
    return toText(id) === '' ? [] : (this.#byId.get(id) ?? []);
  }

  find(id: unknown, permalink: string): Translations {
    const items = toText(id) === '' ? (this.#byPermalink.get(permalink) ?? []) : this.withId(id);
    const { usual, all } = this.#languages;
    const found = new Map<string, unknown>();
    for (const item of items) {
      const language = languageOf(item, this.#languages);
      if (language === usual || all.includes(language)) found.set(language, item.value('permalink') ?? null);
    }
    return found;
  }
}

export const withSlash = (path: string): string => (path.startsWith('/') ? path : `/${path}`);

/** A path without the language at its start. */
export function withoutLanguage(path: string, language: string): string {
  return withSlash(path.startsWith(`/${language}/`) ? path.slice(language.length + 2) : path);
}

export function withLanguage(path: string, language: string): string {
  return path.startsWith(`/${language}/`) ? path : `/${language}${path}`;
}

function plainPermalink(item: Item): string {
  const path = withSlash(toText(firstTrue(item.value('permalink')) ?? item.url));
  const language = toText(item.value('lang'));
  return language === '' ? path : withoutLanguage(path, language);
}

/**
 * Tells templates the translations of each item, and has jekyll-redirect-from send their addresses to it.
 *
 * @param versions the items with those that were left out because of their language
 */
export function describeTranslations(items: readonly Item[], versions: readonly Item[], languages: Languages): void {
  const index = new TranslationIndex(versions, languages);
  const { usual, all } = languages;
  for (const item of items) {
    setRedirects(item, index, languages);
    const translations = index.find(item.value('page_id'), plainPermalink(item));
    const available = [...translations.keys()];
    const missing = [...new Set([usual, ...all])].filter((language) => !available.includes(language));
    item.data.set('permalink_lang', translations);
    item.data.set('available_languages', available);
    item.data.set('missing_languages', available.length > 1 ? missing : []);
  }
}

function setRedirects(item: Item, index: TranslationIndex, languages: Languages): void {
  const given = firstTrue(item.value('redirect_from')) ?? [];
  const own: readonly unknown[] = Array.isArray(given) ? given : [given];
  const language = languageOf(item, languages);
  const isUsual = language === languages.usual;
  const placed = isUsual ? own : own.map((path) => withLanguage(withSlash(toText(path)), language));
  const permalink = item.value('permalink') ?? null;
  const permalinks = index.withId(item.value('page_id')).map((other) => other.value('permalink') ?? null);
  const all = [...new Set([...placed, ...permalinks.filter((other) => other !== permalink)])];
  if (all.length > 0) item.data.set('redirect_from', all);
}
