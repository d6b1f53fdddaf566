import { type Item, type PluginTools, type Site, strip, UttersonError } from '../../plugin/plugin.ts';
import { isLockedSince } from '../shared/locked-version.ts';
import { loadTranslations, translate } from './translations.ts';

/** Version 1.8 of the gem translates the properties that `translate_props` names, and leaves out pages by `languages`. */
const isNewer = (tools: PluginTools): boolean => isLockedSince(tools, 'jekyll-multiple-languages-plugin', '1.8.0');

/** Properties of a page, or of the site, of which some hold keys of translations. */
interface Properties {
  get(name: string): unknown;
  set(name: string, text: string): void;
}

function translateProperties(site: Site, properties: Properties): void {
  const names = properties.get('translate_props');
  for (const name of Array.isArray(names) ? names : []) {
    if (typeof name !== 'string') continue;
    const key = properties.get(strip(name));
    if (typeof key === 'string' && key !== '') properties.set(strip(name), findText(site, key));
  }
}

function findText(site: Site, key: string): string {
  const text = translate(site, key);
  if (typeof text === 'string') return text;
  throw new UttersonError(
    'MissingTranslations',
    `There is no text for '${key}', which translate_props has translated.`,
    {
      hint: 'Add it to the files in _i18n, or take the name of the property out of translate_props.',
    },
  );
}

/** What the settings held before they were translated: a site that is watched is built again and again. */
const keysByConfig = new WeakMap<object, Map<string, unknown>>();

/** Translates settings of the site, such as its title. */
export function translateSettings(site: Site, tools: PluginTools): void {
  if (!isNewer(tools) || !Array.isArray(site.config.get('translate_props'))) return;
  loadTranslations(site);
  const keys = keysByConfig.get(site.config) ?? new Map<string, unknown>();
  keysByConfig.set(site.config, keys);
  translateProperties(site, {
    get: (name) => keys.get(name) ?? site.config.get(name),
    set: (name, text) => {
      keys.set(name, keys.get(name) ?? site.config.get(name));
      site.setConfig(name, text);
    },
  });
}

/** Translates the front matter of all pages and documents. */
export function translateItems(site: Site, tools: PluginTools): void {
  if (!isNewer(tools)) return;
  for (const item of itemsOf(site)) {
    translateProperties(site, { get: (name) => item.value(name), set: (name, text) => item.data.set(name, text) });
  }
}

function itemsOf(site: Site): Item[] {
  return [...site.pages, ...[...site.collections.values()].flatMap(({ docs }) => docs)];
}

/** Leaves out pages that are meant for other languages. */
export function dropForeignPages(site: Site, tools: PluginTools): void {
  if (!isNewer(tools)) return;
  const language = String(site.config.get('lang'));
  site.pages = site.pages.filter((page) => {
    const languages = page.value('languages');
    return !(Array.isArray(languages) || typeof languages === 'string') || languages.includes(language);
  });
}
