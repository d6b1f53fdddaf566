import {
  compareVersions,
  definePlugin,
  dig,
  type Edition,
  joinPaths,
  type PluginTools,
  type ReadonlyHash,
  type Site,
  strip,
  type TagDefinition,
  type TagParser,
  TOOLS,
  UttersonError,
} from '../../plugin/plugin.ts';
import { readList } from '../shared/read-list.ts';
import { coordinateLanguages } from './coordinate.ts';
import { forgetTranslations, parseHeaders } from './headers.ts';
import { isNewer, readLanguages } from './languages.ts';
import { localizeLinks, STATIC_LINK } from './links.ts';

/** What is the same in every language: the beginnings of paths. Those of folders in the source end with a slash. */
function listShared({ config, source, tree }: Site): string[] {
  return readList(config, 'exclude_from_localization').map((path) => {
    const isFolder = tree.status(joinPaths(source, path))?.kind === 'directory';
    return isFolder ? path.replace(/\/?$/, '/') : path;
  });
}

/** The default language is built to the top of the destination, the others each to a folder of their own. */
function listEditions(config: ReadonlyHash): Edition[] {
  const { all, usual } = readLanguages(config);
  return [...new Set([...all, usual])].map((language) => {
    const names = ['active_lang', ...readList(config, 'lang_vars')];
    const own: [string, unknown][] = names.map((name) => [name, language]);
    const shared: [string, unknown][] = [
      ['default_lang', usual],
      ['languages', all],
    ];
    return { folder: language === usual ? '' : language, settings: new Map([...shared, ...own]) };
  });
}

/** In other languages than the default one, what is the same in every language is not even read. */
function excludeSharedFiles(site: Site): void {
  const { usual, active } = readLanguages(site.config);
  if (active !== usual) site.exclude = [...site.exclude, ...listShared(site)];
}

/**
 * Files that are the same in every language are only written for the default one, also those of the theme. Templates
 * still see them in `site.static_files`, except for the site's own, which are not even read.
 */
function dropSharedFiles(site: Site): void {
  const { usual, active } = readLanguages(site.config);
  if (active === usual) return;
  const beginnings = listShared(site);
  // The first character is a slash, or as in the gem the underscore of a collection's folder.
  const isShared = (path: string): boolean => beginnings.some((beginning) => path.startsWith(beginning, 1));
  site.staticFiles = site.staticFiles.filter(({ relativePath }) => !isShared(relativePath));
}

function keepOtherLanguages(site: Site): void {
  const { all, usual, active } = readLanguages(site.config);
  // The gem does it for each language, and so leaves what earlier builds wrote into `de/de`. No other language writes there.
  if (active !== usual) return;
  site.keepFiles = [...site.keepFiles, ...all.filter((language) => language !== usual)];
}

/** Warns of what the gem that Gemfile.lock names would do otherwise. */
function warnOfDifferences(site: Site, tools: PluginTools): void {
  const { usual, active } = readLanguages(site.config);
  if (active !== usual) return;
  const locked = tools.lockedVersion('jekyll-polyglot');
  if (isNewer(tools)) {
    if (dig(site.config, 'localize_redirects') !== true) return;
    site.log.warn('Polyglot:', 'localize_redirects is not supported: _redirects is copied as it is');
  } else if (locked !== undefined && compareVersions(locked, '1.7.0') >= 0) {
    site.log.warn(
      'Polyglot:',
      `Gemfile.lock names ${locked}, but the output is that of 1.6.0; that of 1.13.0 is built in too`,
    );
  }
}

const parseStaticLink: TagParser = (tag) => {
  const body = tag.parseBody();
  return {
    render(context) {
      const text = strip(body.render(context));
      // From version 1.13 on, the address may contain an equals sign.
      const pattern = isNewer(context.register(TOOLS)) ? /^href=("|".*")$/s : /^href=("[^=]*")$/;
      const address = pattern.exec(text)?.[1];
      if (address === undefined) {
        throw new UttersonError('InvalidTag', `static_href must contain a link, but contains: ${text}`, {
          hint: 'Write {% static_href %}href="/about/"{% endstatic_href %}.',
        });
      }
      return `${STATIC_LINK}=${address}`;
    },
  };
};

const staticLink: TagDefinition = { parse: parseStaticLink, isBlock: true };
const headers: TagDefinition = { parse: parseHeaders };

/** jekyll-polyglot: builds the site once for each language, falling back to the default language for what is not translated. */
export default definePlugin({
  name: 'jekyll-polyglot',
  readsAreRecorded: false,
  editions: listEditions,
  tags: { static_href: staticLink, Static_Href: staticLink, i18n_headers: headers, I18n_Headers: headers },
  hooks: [
    { owner: 'site', event: 'after_reset', run: keepOtherLanguages },
    { owner: 'site', event: 'after_reset', run: excludeSharedFiles },
    { owner: 'site', event: 'post_read', run: warnOfDifferences },
    { owner: 'site', event: 'post_read', run: coordinateLanguages },
    { owner: 'site', event: 'pre_render', run: forgetTranslations },
    { owner: 'site', event: 'post_render', run: localizeLinks },
    { owner: 'site', event: 'post_render', run: dropSharedFiles },
  ],
});
