import { baseName, extensionOf, type Site, UttersonError } from '../../plugin/plugin.ts';
import { ParsedFiles } from '../shared/parsed-files.ts';
import { Locale } from './csl/locale.ts';
import { Style } from './csl/style.ts';
import { parseXml } from './csl/xml.ts';

/** The folder for styles and locales, relative to the source. */
export const STYLE_FOLDER = '_csl';
/** The code of the error about a style or a locale that is not there. */
export const MISSING_STYLE = 'CitationStyleNotFound';
/** Where they are looked for. */
const FOLDERS = ['', `${STYLE_FOLDER}/`];

/** The region that a language has if none is given. */
const REGIONS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    af: 'ZA',
    bg: 'BG',
    ca: 'AD',
    cs: 'CZ',
    da: 'DK',
    de: 'DE',
    el: 'GR',
    en: 'US',
    es: 'ES',
    et: 'EE',
    fa: 'IR',
    fr: 'FR',
    he: 'IL',
    hu: 'HU',
    is: 'IS',
    it: 'IT',
    ja: 'JP',
    km: 'KH',
    ko: 'KR',
    mn: 'MN',
    nb: 'NO',
    nl: 'NL',
    nn: 'NO',
    pl: 'PL',
    pt: 'PT',
    ro: 'RO',
    ru: 'RU',
    sk: 'SK',
    sl: 'SI',
    sr: 'RS',
    sv: 'SE',
    th: 'TH',
    tr: 'TR',
    uk: 'UA',
    vi: 'VN',
    zh: 'CN',
  }),
);
/** The language that a region has if none is given. */
const LANGUAGES: ReadonlyMap<string, string> = new Map([
  ...[...REGIONS].map(([language, region]) => [region, language] as const),
  ['AT', 'de'],
  ['BR', 'pt'],
  ['CA', 'en'],
  ['CH', 'de'],
  ['GB', 'en'],
  ['TW', 'zh'],
]);
/** The script that a language is written in if none is given, where it has several. */
const SCRIPTS: ReadonlyMap<string, string> = new Map([['sr', 'Latn']]);
const LANGUAGE_TAG = /^[a-z]{2,3}(?:-[a-z]{4})?(?:-[a-z]{2})?|-[a-z]{2}$/i;

const styles = new ParsedFiles((text, path) => new Style(parseXml(text, 'style', path)));
const locales = new ParsedFiles((text, path) => {
  const root = parseXml(text, 'locale', path);
  return new Locale(root, (root.get('xml:lang') ?? '').split('-', 1)[0] ?? '');
});

/** The path of the first file that has one of these names; all places that were searched are noted. */
function findFile(site: Site, names: readonly string[]): string | undefined {
  for (const path of FOLDERS.flatMap((folder) => names.map((name) => site.inSource(folder + name)))) {
    site.noteRead(`file:${path}`);
    if (site.tree.status(path)?.kind === 'file') return path;
  }
  return undefined;
}

/**
 * The style of this name, or in this file of the site.
 *
 * @throws {UttersonError} if there is none, or if it is no style
 */
export function loadStyle(site: Site, name: string): Style {
  const style = findStyle(site, name);
  const parent = style.parentName;
  return parent === undefined ? style : findStyle(site, parent);
}

function findStyle(site: Site, name: string): Style {
  const isAddress = /^\w+:\/\//.test(name);
  const path = isAddress ? undefined : findFile(site, extensionOf(name) === '' ? [name, `${name}.csl`] : [name]);
  if (path === undefined) throw missing(`The citation style ${name}`, `${baseName(name).replace(/\.csl$/, '')}.csl`);
  return styles.read(site, path);
}

function missing(what: string, file: string): UttersonError {
  return new UttersonError(MISSING_STYLE, `${what} is not in the site.`, {
    hint: `No build downloads anything: utterson fetch-style does, once, into ${STYLE_FOLDER}/${file}.`,
  });
}

/** The full tag of a language: `en` is `en-US`. */
export function languageTag(tag: string): string {
  const [first = '', ...others] = tag.trim().split('-');
  const [region, script] = [...others].reverse();
  const language = first === '' ? LANGUAGES.get(region ?? '') : first.toLowerCase();
  const parts = [language, script ?? SCRIPTS.get(language ?? ''), region?.toUpperCase() ?? REGIONS.get(language ?? '')];
  return parts.filter((part) => part !== undefined).join('-');
}

/**
 * The locale for a language, or in this file of the site.
 *
 * @throws {UttersonError} if there is none
 */
export function loadLocale(site: Site, name: string): Locale {
  const isTag = LANGUAGE_TAG.test(name);
  const tag = isTag ? languageTag(name) : name;
  const path = findFile(site, [isTag ? `locales-${tag}.xml` : name]);
  if (path === undefined) throw missing(`The locale ${tag} of citation styles`, `locales-${tag}.xml`);
  return locales.read(site, path);
}
