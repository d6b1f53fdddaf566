import { dig, firstTrue, type PluginTools, type ReadonlyHash, toText } from '../../plugin/plugin.ts';
import { isAbsoluteUrl } from './address.ts';
import { findAuthor } from './author.ts';
import { findImage, type SeoImage } from './image.ts';
import type { PlainTexts } from './plain-texts.ts';

/** What the facts are derived from. */
interface SeoSources {
  readonly page: unknown;
  readonly site: unknown;
  readonly paginator: unknown;
  readonly tools: PluginTools;
  readonly texts: PlainTexts;
  /** Whether they are those of version 2.9 of the gem. */
  readonly isNewer: boolean;
}

/** From version 2.9 on a description has at most this many words. */
const MOST_WORDS = 100;

/** What a page tells search engines and link previews. */
export class SeoFacts {
  readonly page: unknown;
  readonly site: unknown;
  readonly author: ReadonlyHash;
  readonly image: SeoImage | undefined;
  readonly siteTitle: string | undefined;
  readonly pageTitle: string | undefined;
  readonly description: string | undefined;
  readonly canonicalUrl: string;
  readonly #sources: SeoSources;

  constructor(sources: SeoSources) {
    const { page, site, tools, texts, isNewer } = sources;
    this.#sources = sources;
    this.page = page;
    this.site = site;
    this.author = findAuthor(page, site);
    this.image = findImage(page, { tools, isRelativeToPage: isNewer });
    this.siteTitle = texts.plain(firstTrue(dig(site, 'title'), dig(site, 'name')));
    this.pageTitle = this.#ownTitle ?? this.siteTitle;
    const description = texts.plain(firstTrue(dig(page, 'description'), dig(page, 'excerpt'))) ?? this.#siteDescription;
    this.description = isNewer && description !== undefined ? this.#shorten(description) : description;
    this.canonicalUrl = this.#findCanonicalUrl();
  }

  /** Whether these are the facts of version 2.9 of the gem. */
  get isNewer(): boolean {
    return this.#sources.isNewer;
  }

  /** The page's title, from version 2.9 on followed by its `title_category`. */
  get #ownTitle(): string | undefined {
    const { texts, isNewer } = this.#sources;
    const title = texts.plain(dig(this.page, 'title'));
    const category = isNewer ? texts.plain(dig(this.page, 'title_category')) : undefined;
    if (title === undefined || category === undefined || title === category) return title ?? category;
    return `${title} | ${category}`;
  }

  #shorten(text: string): string {
    const limit = firstTrue(dig(this.page, 'seo_description_max_words'), MOST_WORDS);
    const words = text.split(/[ \t\r\n\f\v]+/);
    const short = words.slice(0, Number(limit)).join(' ');
    return short.length < text.length ? `${short}…` : text;
  }

  get #siteDescription(): string | undefined {
    return this.#sources.texts.plain(dig(this.site, 'description'));
  }

  /** The page's title combined with the site's, or `undefined` if neither has one. */
  get title(): string | undefined {
    const { siteTitle, pageTitle } = this;
    if (siteTitle === undefined || pageTitle !== siteTitle) {
      return this.#numbered(siteTitle === undefined ? pageTitle : `${pageTitle} | ${siteTitle}`);
    }
    const description = this.#siteDescription;
    if (description === undefined) return this.#numbered(siteTitle);
    return this.#numbered(`${siteTitle} | ${this.#sources.texts.plain(dig(this.site, 'tagline')) ?? description}`);
  }

  /** Prefixes the title of a page of a list with `Page 2 of 5 for `. */
  #numbered(title: string | undefined): string | undefined {
    const page = dig(this.#sources.paginator, 'page');
    if (title === undefined || typeof page !== 'number' || page <= 1) return title;
    const message = firstTrue(dig(this.site, 'seo_paginator_message'), 'Page %<current>s of %<total>s for ');
    const total = toText(dig(this.#sources.paginator, 'total_pages'));
    return toText(message).replaceAll('%<current>s', String(page)).replaceAll('%<total>s', total) + title;
  }

  get isHomeOrAbout(): boolean {
    return /^\/(about\/)?(index.html?)?$/m.test(toText(dig(this.page, 'url')));
  }

  get type(): unknown {
    const chosen = firstTrue(dig(this.page, 'seo', 'type'));
    if (chosen !== undefined) return chosen;
    if (this.isHomeOrAbout) return 'WebSite';
    return firstTrue(dig(this.page, 'date')) === undefined ? 'WebPage' : 'BlogPosting';
  }

  get name(): string | undefined {
    const own = firstTrue(dig(this.page, 'seo', 'name'));
    const text = own === undefined ? undefined : this.#sources.texts.plain(own);
    if (text !== undefined) return text;
    if (!this.isHomeOrAbout) return undefined;
    const social = firstTrue(dig(this.site, 'social', 'name'));
    return social === undefined ? this.siteTitle : this.#sources.texts.plain(social);
  }

  get links(): unknown {
    const own = firstTrue(dig(this.page, 'seo', 'links'));
    return own ?? (this.isHomeOrAbout ? firstTrue(dig(this.site, 'social', 'links')) : undefined);
  }

  get logo(): unknown {
    const logo = firstTrue(dig(this.site, 'logo'));
    if (logo === undefined) return undefined;
    const { tools } = this.#sources;
    const isComplete = isAbsoluteUrl(toText(logo)) === true;
    return tools.filter('uri_escape', isComplete ? logo : tools.filter('absolute_url', logo));
  }

  get locale(): string {
    const language = firstTrue(dig(this.page, 'lang'), dig(this.site, 'lang'), 'en_US');
    return toText(firstTrue(dig(this.page, 'locale'), dig(this.site, 'locale'), language)).replaceAll('-', '_');
  }

  get datePublished(): unknown {
    return this.#xmlDate(dig(this.page, 'date'));
  }

  get dateModified(): unknown {
    const { page } = this;
    return this.#xmlDate(
      firstTrue(dig(page, 'seo', 'date_modified'), dig(page, 'last_modified_at'), dig(page, 'date')),
    );
  }

  #xmlDate(date: unknown): unknown {
    return firstTrue(date) === undefined ? undefined : this.#sources.tools.filter('date_to_xmlschema', date);
  }

  #findCanonicalUrl(): string {
    const own = toText(dig(this.page, 'canonical_url'));
    if (own !== '') return own;
    const address = toText(this.#sources.tools.filter('absolute_url', dig(this.page, 'url')));
    return address.replace(/\/index\.html$/gm, '/');
  }
}
