import { dig, type Edition, isTruthy, type ReadonlyHash, toText, UttersonError } from '../../plugin/plugin.ts';
import { readList } from '../shared/read-list.ts';

/** The folder of the translations. */
export const FOLDER = '_i18n';

function readLanguages(config: ReadonlyHash): string[] {
  const languages = dig(config, 'languages');
  if (Array.isArray(languages) && languages.length > 0 && languages.every(isTruthy)) return languages.map(toText);
  throw new UttersonError('InvalidConfiguration', 'jekyll-multiple-languages-plugin needs the languages of the site.', {
    hint: 'Write languages: ["en", "de"] in _config.yml; the first one is built to the top of the site.',
  });
}

/** The first language is built to the top of the destination, the others each to a folder of their own. */
export function listEditions(config: ReadonlyHash): Edition[] {
  if (isTruthy(dig(config, 'default_locale_in_subfolder'))) {
    throw new UttersonError(
      'InvalidConfiguration',
      "'default_locale_in_subfolder: true' of jekyll-multiple-languages-plugin is not supported.",
      { hint: 'Remove it: the first of the languages is built to the top of the site.' },
    );
  }
  const [usual = '', ...others] = readLanguages(config);
  const base = toText(dig(config, 'baseurl'));
  const shared: [string, unknown][] = [
    ['default_lang', usual],
    ['baseurl_root', base],
    ['exclude_from_localizations', readList(config, 'exclude_from_localizations')],
    ['include', readList(config, 'include').filter((name) => name !== '.htaccess')],
    // Each edition adds its own, so templates see only the languages that were built before theirs.
    ['translations', new Map<string, unknown>()],
  ];
  const translatesPosts = !readList(config, 'exclude_from_localizations').includes('_posts');
  const edition = (lang: string, own: readonly (readonly [string, unknown])[]): Edition => ({
    folder: lang === usual ? '' : lang,
    settings: new Map([...shared, ['lang', lang], ...own]),
    hiddenCategories: [FOLDER, lang],
    permalinkKey: `permalink_${lang}`,
    ...(translatesPosts && { postsFolder: `${FOLDER}/${lang}` }),
  });
  // Named again, the first language changes nothing in the gem: the language before it is built a second time.
  const translations = others.filter((lang) => lang !== usual);
  return [edition(usual, []), ...translations.map((lang) => edition(lang, [['baseurl', `${base}/${lang}`]]))];
}
