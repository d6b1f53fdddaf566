import {
  deepMerge,
  dig,
  firstTrue,
  type Item,
  inspect,
  type PluginTools,
  type Site,
  toText,
} from '../../plugin/plugin.ts';
import { findLanguage, languageInPath } from './item-language.ts';
import { isNewer, type Languages, readLanguages } from './languages.ts';
import { describeTranslations } from './translations.ts';

const LANGUAGE_FOLDER = /^[a-z]{2,3}(?:[_-](?:[A-Za-z]{2}){1,2}){0,2}$/;

/** `_data/LANGUAGE` overrides all other data: first that of the default language, then that of the active one. */
function mergeData(site: Site, { usual, active }: Languages): void {
  for (const language of [usual, active]) {
    const own = site.data.get(language);
    if (own instanceof Map) site.data = deepMerge(site.data, own);
  }
}

/** The language that an item's folder names, if `lang_from_path` is set. */
function languageOfFolder(item: Item): string | undefined {
  if (firstTrue(dig(item.site.config, 'lang_from_path')) === undefined) return undefined;
  const segments = item.relativePath.split('/');
  const folder = item.relativePath.startsWith('_') && segments.length > 2 ? segments[1] : segments[0];
  return segments.length > 1 && LANGUAGE_FOLDER.test(folder ?? '') ? folder : undefined;
}

function isMeantFor(item: Item, language: string): boolean {
  const exclusive = item.value('lang-exclusive');
  if (typeof exclusive === 'string') return exclusive.includes(language);
  return !Array.isArray(exclusive) || exclusive.length === 0 || exclusive.includes(language);
}

/** What an item is a version of, and its language. */
interface Place {
  readonly key: unknown;
  readonly language: string;
}

type FindPlace = (item: Item, url: string) => Place | undefined;

/** Items with the same URL are versions of the same. The permalink only shows templates the URL without the language. */
function placeByUrl({ usual }: Languages): FindPlace {
  return (item, url) => {
    item.data.set('permalink', url);
    return { key: url, language: toText(firstTrue(item.value('lang'), languageOfFolder(item), usual)) };
  };
}

/** From version 1.13 on, items with the same `page_id` are versions of the same too, and those in unknown languages are left out. */
function placeById(site: Site, languages: Languages): FindPlace {
  const { all, usual } = languages;
  const known = [...new Set([usual, ...all])];
  return (item, url) => {
    const given = firstTrue(item.value('lang'));
    const named = firstTrue(given, languageInPath(item, languages));
    const language = toText(named ?? usual);
    if (findLanguage(known, language) === undefined) {
      const message = `Skipping ${item.relativePath} - lang '${language}' not in configured languages ${inspect(known)}`;
      site.log.warn('Polyglot:', message);
      return undefined;
    }
    const configured = findLanguage(all, language) ?? language;
    if (given !== undefined) {
      item.data.set('lang', configured);
      if (toText(item.value('permalink')) === '') item.data.set('permalink', url);
    }
    item.data.set('rendered_lang', configured);
    return { key: firstTrue(item.value('page_id')) ?? url, language: configured };
  };
}

/** Of several versions of an item, keeps the one in the active language, or else the one in the default language. */
class Coordinator {
  readonly #languages: Languages;
  readonly #findPlace: FindPlace;
  readonly #inUrl: RegExp;
  /** The language of the version chosen so far of each item. */
  readonly #chosenLanguages = new Map<unknown, string>();

  constructor(languages: Languages, findPlace: FindPlace) {
    this.#languages = languages;
    this.#findPlace = findPlace;
    const names = languages.all.map((language) => `[/.]${language}[/.]`);
    this.#inUrl = new RegExp(names.join('|'), 'g');
  }

  choose<Chosen extends Item>(items: readonly Chosen[]): Chosen[] {
    const { active, usual } = this.#languages;
    const chosen = new Map<unknown, Chosen>();
    for (const item of items) {
      // The URL is already fixed: what is done to the permalink does not change it.
      const place = this.#findPlace(item, item.url.replace(this.#inUrl, '/'));
      if (place === undefined) continue;
      const { key, language } = place;
      const earlier = this.#chosenLanguages.get(key);
      if (earlier === active || (earlier === usual && language !== active) || !isMeantFor(item, active)) continue;
      chosen.set(key, item);
      this.#chosenLanguages.set(key, language);
    }
    return [...chosen.values()];
  }
}

/** Reduces a site to what is shown in the active language. */
export function coordinateLanguages(site: Site, tools: PluginTools): void {
  const languages = readLanguages(site.config);
  mergeData(site, languages);
  const describes = isNewer(tools);
  const coordinator = new Coordinator(languages, describes ? placeById(site, languages) : placeByUrl(languages));
  const choose = <Chosen extends Item>(items: readonly Chosen[]): Chosen[] => {
    const chosen = coordinator.choose(items);
    if (describes) describeTranslations(chosen, items, languages);
    return chosen;
  };
  for (const collection of site.collections.values()) collection.docs = choose(collection.docs);
  site.pages = choose(site.pages);
}
