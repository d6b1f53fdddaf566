import { type Document, deepMerge, dig, firstTrue, type Page, type Site, toText } from '../../plugin/plugin.ts';
import { type Languages, readLanguages } from './languages.ts';

const LANGUAGE_FOLDER = /^[a-z]{2,3}(?:[_-](?:[A-Za-z]{2}){1,2}){0,2}$/;

/** What is in `_data/LANGUAGE` lies over all other data: the usual language's first, then the active one's. */
function mergeData(site: Site, { usual, active }: Languages): void {
  for (const language of [usual, active]) {
    const own = site.data.get(language);
    if (own instanceof Map) site.data = deepMerge(site.data, own);
  }
}

/** The folder that names the item's language, with `lang_from_path`. */
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

/** Keeps of the items with the same address the one in the active language, or else in the usual one. */
class Coordinator {
  readonly #languages: Languages;
  readonly #inUrl: RegExp;
  readonly #taken = new Map<string, string>();

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
      // The URL was made by now: the permalink only tells templates the address without its language.
      const url = item.url.replace(this.#inUrl, '/');
      item.data.set('permalink', url);
      const taken = this.#taken.get(url);
      if (taken === active || (taken === usual && language !== active) || !isMeantFor(item, active)) continue;
      chosen.set(url, item);
      this.#taken.set(url, language);
    }
    return [...chosen.values()];
  }
}

/** Leaves of a site what the active language shows. */
export function coordinateLanguages(site: Site): void {
  const languages = readLanguages(site.config);
  mergeData(site, languages);
  const coordinator = new Coordinator(languages);
  for (const collection of site.collections.values()) collection.docs = coordinator.choose(collection.docs);
  site.pages = coordinator.choose(site.pages);
}
