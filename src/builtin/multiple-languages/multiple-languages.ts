import { definePlugin, dig, type Site, type TagDefinition } from '../../plugin/plugin.ts';
import { readList } from '../shared/read-list.ts';
import { listEditions } from './languages.ts';
import { indexNamespaces, parseTranslate, parseTranslateFile, parseTranslateLink } from './tags.ts';
import { dropForeignPages, translateItems, translateSettings } from './translated-properties.ts';
import { loadTranslations } from './translations.ts';

/** Keeps the cleaner of the first language from removing the others, whose folders are inside its destination. */
function keepOtherLanguages(site: Site): void {
  const usual = dig(site.config, 'default_lang');
  if (dig(site.config, 'lang') !== usual) return;
  const others = readList(site.config, 'languages').filter((language) => language !== usual);
  site.keepFiles = [...site.keepFiles, ...others];
}

/** Files that are the same in every language are only written for the first one. */
function dropSharedFiles(site: Site): void {
  if (dig(site.config, 'lang') === dig(site.config, 'default_lang')) return;
  const excluded = readList(site.config, 'exclude_from_localizations');
  const isExcluded = (path: string) => excluded.some((name) => path === name || path.startsWith(`${name}/`));
  // The first character is a slash, or as in the gem the underscore of a collection's folder.
  site.staticFiles = site.staticFiles.filter(({ relativePath }) => !isExcluded(relativePath.slice(1)));
}

const text: TagDefinition = { parse: parseTranslate };
const file: TagDefinition = { parse: parseTranslateFile };
const link: TagDefinition = { parse: parseTranslateLink };

/** jekyll-multiple-languages-plugin: builds the site once for each language, with texts from `_i18n`. */
export default definePlugin({
  name: 'jekyll-multiple-languages-plugin',
  readsAreRecorded: false,
  editions: listEditions,
  tags: { t: text, translate: text, tf: file, translate_file: file, tl: link, translate_link: link },
  hooks: [
    { owner: 'site', event: 'after_reset', run: keepOtherLanguages },
    { owner: 'site', event: 'after_reset', run: translateSettings },
    { owner: 'site', event: 'post_read', run: dropForeignPages },
    { owner: 'site', event: 'pre_render', run: loadTranslations },
    { owner: 'site', event: 'pre_render', run: translateItems },
    { owner: 'site', event: 'pre_render', run: indexNamespaces },
    { owner: 'site', event: 'post_render', run: dropSharedFiles },
  ],
});
