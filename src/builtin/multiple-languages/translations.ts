import { dig, isNil, isTruthy, joinPaths, type Site, toText, UttersonError } from '../../plugin/plugin.ts';
import { parseYamlFile } from '../shared/parse-yaml-file.ts';
import { readText } from '../shared/read-text.ts';
import { FOLDER } from './languages.ts';

/** Reads `_i18n/LANGUAGE.yml` for the tags and for `site.translations`. */
export function loadTranslations(site: Site): void {
  const language = toText(dig(site.config, 'lang'));
  const file = `${FOLDER}/${language}.yml`;
  const path = joinPaths(site.source, file);
  if (site.tree.status(path)?.kind !== 'file') {
    throw new UttersonError('MissingTranslations', `There is no ${file} with the texts in '${language}'.`, {
      hint: `Create it, or remove '${language}' from languages: in _config.yml.`,
    });
  }
  const all = site.config.get('translations');
  if (!(all instanceof Map)) return;
  // When the first language is built again it must not see the others, just as in the first build.
  if (language === toText(dig(site.config, 'default_lang'))) all.clear();
  all.set(language, parseYamlFile(readText(site, path), path));
}

/** The text for a key such as `menu.home`, in the language being built or else in the first one. */
export function translate(site: Site, key: string): unknown {
  const own = find(site, 'lang', key);
  return isEmpty(own) ? find(site, 'default_lang', key) : own;
}

function find(site: Site, setting: 'lang' | 'default_lang', key: string): unknown {
  let found: unknown = dig(site.config, 'translations', toText(dig(site.config, setting)));
  for (const part of key === '' ? [] : key.replace(/\.+$/, '').split('.')) {
    found = step(found, part);
    if (!isTruthy(found)) break;
  }
  return found;
}

/** A part of a key that consists of digits is a number: an array's index or a hash's key. */
function step(value: unknown, part: string): unknown {
  const isNumber = /^(?:0|-?[1-9]\d*)$/.test(part);
  if (Array.isArray(value)) return isNumber ? value.at(Number(part)) : undefined;
  return value instanceof Map ? value.get(isNumber ? Number(part) : part) : undefined;
}

function isEmpty(value: unknown): boolean {
  if (isNil(value) || value === '') return true;
  return Array.isArray(value) ? value.length === 0 : value instanceof Map && value.size === 0;
}
