import {
  definePlugin,
  dig,
  type Edition,
  PAGE,
  type ReadonlyHash,
  SITE,
  type Site,
  strip,
  type TagDefinition,
  type TagParser,
  toText,
  UttersonError,
} from '../../plugin/plugin.ts';
import { readList } from '../read-list.ts';
import { coordinateLanguages } from './coordinate.ts';
import { readLanguages } from './languages.ts';
import { localizeLinks, STATIC_LINK } from './links.ts';

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
    if (language === usual) return { folder: '', settings: new Map([...shared, ...own]) };
    const exclude = [...readList(config, 'exclude'), ...readList(config, 'exclude_from_localization')];
    return { folder: language, settings: new Map([...shared, ...own, ['exclude', exclude]]) };
  });
}

function keepOtherLanguages(site: Site): void {
  const { all, usual } = readLanguages(site.config);
  site.keepFiles = [...site.keepFiles, ...all.filter((language) => language !== usual)];
}

const parseStaticLink: TagParser = (tag) => {
  const body = tag.parseBody();
  return {
    render(context) {
      const text = strip(body.render(context));
      const address = /^href=("[^=]*")$/.exec(text)?.[1];
      if (address === undefined) {
        throw new UttersonError('InvalidTag', `static_href must contain a link, but contains: ${text}`, {
          hint: 'Write {% static_href %}href="/about/"{% endstatic_href %}.',
        });
      }
      return `${STATIC_LINK}=${address}`;
    },
  };
};

const parseHeaders: TagParser = (tag) => {
  const address = strip(tag.markup).replace(/\/$/, '');
  return {
    render(context) {
      const { config } = context.register(SITE);
      const { all, usual, active } = readLanguages(config);
      const base = address === '' ? toText(dig(config, 'url')) : address;
      const path = toText(dig(context.register(PAGE), 'permalink'));
      const link = (language: string, folder: string) =>
        `<link rel="alternate" hreflang="${language}" href="${base}${folder}${path}"/>\n`;
      const others = all.filter((language) => language !== usual);
      const links = [link(usual, ''), ...others.map((language) => link(language, `/${language}`))];
      return `<meta http-equiv="Content-Language" content="${active}">\n${links.join('')}`;
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
    { owner: 'site', event: 'post_read', run: coordinateLanguages },
    { owner: 'site', event: 'post_render', run: localizeLinks },
  ],
});
