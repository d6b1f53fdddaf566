import { type Document, deepMerge, dig, firstTrue, type Page, type Site, toText } from '../../plugin/plugin.ts';
import { type Languages, readLanguages } from './languages.ts';

const LANGUAGE_FOLDER = /^[a-z]{2,3}(?:[_-](?:[A-Za-z]{2}){1,2}){0,2}$/;

/** `_data/LANGUAGE` overrides all other data: first that of the default language, then that of the active one. */
function mergeData(site: Site, { usual, active }: Languages): void {
  for (const language of [usual, active]) {
    const own = site.data.get(language);
    if (own instanceof Map) site.data = deepMerge(site.data, own);
  }
}

/** The language that an item's folder names, if `lang_from_path` is set. */
function languageOfPath(item: Page | Document): string | undefined {
  if (firstTrue(dig(item.site.config, 'lang_from_path')) === undefined) return undefined;
  const segments = item.relativePath.split('/');
  const folder = item.relativePath.startsWith('_') && segments.length > 2 ? segments[1] : segments[0];
  return segments.length > 1 && LANGUAGE_FOLDER.test(folder ?? '') ? folder : undefined;
}

function isMeantFor(item: Page | Document, language: string): boolean {
  const exclusive = item.value('lang-exclusive');
  if (typeof exclusive === 'string') return exclusive.includes(language);
  return !Array.isArray(exclusive) || exclusive.length === 0 || exclusive.includes(language);
}

/** Of several items with the same URL, keeps the one in the active language, or else the one in the default language. */
class Coordinator {
  readonly #languages: Languages;
  readonly #inUrl: RegExp;
  /** The language of the item chosen so far for each URL. */
  readonly #chosenLanguages = new Map<string, string>();

  constructor(languages: Languages) {
    this.#languages = languages;
    const names = languages.all.map((language) => `[/.]${language}[/.]`);
    this.#inUrl = new RegExp(names.join('|'), 'g');
  }

  choose<Item extends Page | Document>(items: readonly Item[]): Item[] {
    const { active, usual } = this.#languages;
    const chosen = new Map<string, Item>();
    for (const item of items) {
      const language = toText(firstTrue(item.value('lang'), languageOfPath(item), usual));
      // The URL is already fixed. The permalink only shows templates the URL without the language.
      const url = item.url.replace(this.#inUrl, '/');
      item.data.set('permalink', url);
      const earlier = this.#chosenLanguages.get(url);
      if (earlier === active || (earlier === usual && language !== active) || !isMeantFor(item, active)) continue;
      chosen.set(url, item);
      this.#chosenLanguages.set(url, language);
    }
    return [...chosen.values()];
  }
}

/** Reduces a site to what is shown in the active language. */
export function coordinateLanguages(site: Site): void {
  const languages = readLanguages(site.config);
  mergeData(site, languages);
  const coordinator = new Coordinator(languages);
  for (const collection of site.collections.values()) collection.docs = coordinator.choose(collection.docs);
  site.pages = coordinator.choose(site.pages);
}
