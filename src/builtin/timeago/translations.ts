import {
  asHash,
  deepMerge,
  dig,
  directoryName,
  globTree,
  isTruthy,
  type ReadonlyHash,
  type Site,
  toText,
} from '../../plugin/plugin.ts';
import { parseYamlFile } from '../shared/parse-yaml-file.ts';
import { ParsedFiles } from '../shared/parsed-files.ts';
import { WORDS, type Words } from './words.ts';

/** Looks up the words of one page. */
export type Translate = (key: string, values?: Readonly<Record<string, unknown>>) => string | undefined;

const ENGLISH = 'en';
const PLACEHOLDER = /%\{(\w+)\}/g;

const files = new ParsedFiles((text, path) => asHash(parseYamlFile(text, path)));

/** The words of the gem, with those of the files that `translations_path` names. */
function allWords(site: Site, settings: ReadonlyHash): ReadonlyMap<string, Words> {
  const pattern = settings.get('translations_path');
  if (!isTruthy(pattern)) return WORDS;
  const all = new Map<string, Words>(WORDS);
  const path = toText(pattern).replace(/^\/+/, '');
  site.noteRead(`folder:${site.inSource(directoryName(path))}`);
  for (const name of globTree(site.tree, site.source, path).sort()) {
    for (const [language, words] of files.read(site, site.inSource(name))) {
      const key = toText(language);
      all.set(key, deepMerge(all.get(key) ?? new Map(), asHash(words)) as Words);
    }
  }
  return all;
}

/** Only the languages of `available_locales` count: without that setting, English is the only one. */
function chooseLanguage(settings: ReadonlyHash, wanted: unknown): string {
  const listed = settings.get('available_locales');
  const available = (Array.isArray(listed) ? listed : [listed ?? []].flat()).map(toText);
  const usual = toText(settings.get('default_locale'));
  const own = toText(wanted);
  if (available.includes(own)) return own;
  return available.includes(usual) ? usual : ENGLISH;
}

/** The form of a plural: Russian has one for the numbers that end in 1, and one for 2 to 4. */
function pluralForm(count: number, language: string): string {
  if (language !== 'ru') return count === 1 ? 'one' : 'other';
  const last = count % 10;
  if (count !== 11 && last === 1) return 'one';
  return last >= 2 && last <= 4 && (count < 12 || count > 14) ? 'few' : 'other';
}

/** As in the gem, a text with an unknown placeholder is shown as it is. */
function fillIn(text: string, values: Readonly<Record<string, unknown>>): string {
  const names = [...text.matchAll(PLACEHOLDER)].map(([, name = '']) => name);
  if (!names.every((name) => Object.hasOwn(values, name))) return text;
  return text.replace(PLACEHOLDER, (_, name: string) => toText(values[name]));
}

export function translator(site: Site, settings: ReadonlyHash, locale: unknown): Translate {
  const words = allWords(site, settings);
  const language = chooseLanguage(settings, locale);
  return (key, values = {}) => {
    const found = dig(words.get(language), key);
    const count = values['count'];
    const text = found instanceof Map && typeof count === 'number' ? found.get(pluralForm(count, language)) : found;
    return typeof text === 'string' ? fillIn(text, values) : undefined;
  };
}
