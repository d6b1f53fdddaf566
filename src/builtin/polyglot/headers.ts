import {
  type Context,
  dig,
  firstTrue,
  PAGE,
  SITE,
  type Site,
  strip,
  type TagParser,
  TOOLS,
  toText,
} from '../../plugin/plugin.ts';
import { PerSite } from '../shared/per-site.ts';
import { isNewer, readLanguages } from './languages.ts';
import { TranslationIndex, withLanguage, withoutLanguage, withSlash } from './translations.ts';

const indexes = new PerSite((site) => {
  const documents = [...site.collections.values()].flatMap(({ docs }) => docs);
  return new TranslationIndex([...documents, ...site.pages], readLanguages(site.config));
});

/** Generators may have added pages. */
export function forgetTranslations(site: Site): void {
  indexes.forget(site);
}

const link = (attributes: string, address: string): string => `<link ${attributes} href="${address}"/>\n`;

function alternate(language: string, address: string): string {
  return link(`rel="alternate" hreflang="${language}"`, address);
}

/** Up to version 1.12, every page is taken to be there in every language. */
function allAlternates(context: Context, address: string): string {
  const { config } = context.register(SITE);
  const { all, usual, active } = readLanguages(config);
  const base = address === '' ? toText(dig(config, 'url')) : address;
  const path = toText(dig(context.register(PAGE), 'permalink'));
  const others = all.filter((language) => language !== usual);
  const links = others.map((language) => alternate(language, `${base}/${language}${path}`));
  return `<meta http-equiv="Content-Language" content="${active}">\n${alternate(usual, base + path)}${links.join('')}`;
}

/** The address to give search engines, and those of the translations that exist. */
function translations(context: Context, address: string): string {
  const site = context.register(SITE);
  const page = context.register(PAGE);
  const { all, usual, active } = readLanguages(site.config);
  const base = address === '' ? toText(dig(site.config, 'url')) + toText(dig(site.config, 'baseurl')) : address;
  const shown = withSlash(toText(firstTrue(dig(page, 'permalink'), dig(page, 'url'))));
  const plain = withoutLanguage(shown, active);
  const known = indexes.of(site).find(dig(page, 'page_id'), plain);
  const find = (language: string) => firstTrue(known.get(language), dig(page, 'permalink_lang', language));
  const pathIn = (language: string) => withSlash(toText(find(language) ?? plain));
  const fallsBack = firstTrue(dig(site.config, 'fallback_canonical_to_default_lang')) !== undefined;
  const isUsual = active === usual || (fallsBack && find(active) === undefined);
  const links = all.map((language) => {
    if (language === usual) {
      return alternate(language, base + pathIn(usual)) + alternate('x-default', base + pathIn(usual));
    }
    return find(language) === undefined ? '' : alternate(language, base + withLanguage(pathIn(language), language));
  });
  const canonical = isUsual ? pathIn(usual) : withLanguage(pathIn(active), active);
  return link('rel="canonical"', base + canonical) + links.join('');
}

/** `{% I18n_Headers %}`: the addresses of a page in other languages, for the head. */
export const parseHeaders: TagParser = (tag) => {
  const address = strip(tag.markup).replace(/\/$/, '');
  return {
    render: (context) =>
      isNewer(context.register(TOOLS)) ? translations(context, address) : allAlternates(context, address),
  };
};
