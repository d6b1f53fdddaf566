import { definePlugin, dig, type Site, type TagDefinition } from '../../plugin/plugin.ts';
import { listEditions, readList } from './languages.ts';
import { parseTranslate, parseTranslateFile, parseTranslateLink } from './tags.ts';
import { loadTranslations } from './translations.ts';

/** The folders of the other languages lie in that of the first. */
function keepOtherLanguages(site: Site): void {
  const usual = dig(site.config, 'default_lang');
  if (dig(site.config, 'lang') !== usual) return;
  const others = readList(site.config, 'languages').filter((language) => language !== usual);
  site.keepFiles = [...site.keepFiles, ...others];
}

/** Files that are the same in each language are there once. */
function leaveOutSharedFiles(site: Site): void {
  if (dig(site.config, 'lang') === dig(site.config, 'default_lang')) return;
  const excluded = readList(site.config, 'exclude_from_localizations');
  const isExcluded = (path: string) => excluded.some((name) => path === name || path.startsWith(`${name}/`));
  site.staticFiles = site.staticFiles.filter(({ relativePath }) => !isExcluded(relativePath.replace(/^\//, '')));
}

const text: TagDefinition = { parse: parseTranslate };
const file: TagDefinition = { parse: parseTranslateFile };
const link: TagDefinition = { parse: parseTranslateLink };

/** jekyll-multiple-languages-plugin: the site once for each language, with its texts from `_i18n`. */
export default definePlugin({
  name: 'jekyll-multiple-languages-plugin',
  readsAreRecorded: false,
  editions: listEditions,
  tags: { t: text, translate: text, tf: file, translate_file: file, tl: link, translate_link: link },
  hooks: [
    { owner: 'site', event: 'after_reset', run: keepOtherLanguages },
    { owner: 'site', event: 'pre_render', run: loadTranslations },
    { owner: 'site', event: 'post_render', run: leaveOutSharedFiles },
  ],
});
