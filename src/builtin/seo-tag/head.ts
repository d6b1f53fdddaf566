import { dig, firstTrue, JEKYLL_VERSION, type PluginTools, printValue, toText } from '../../plugin/plugin.ts';
import { twitterName } from './author.ts';
import type { SeoFacts } from './facts.ts';

/** A `meta` element, which is left out if it has no content. */
type Meta = readonly [attribute: 'name' | 'property', name: string, content: unknown];

function metaLines(...metas: readonly Meta[]): string[] {
  return metas
    .filter(([, , content]) => firstTrue(content) !== undefined)
    .map(([attribute, name, content]) => `<meta ${attribute}="${name}" content="${printValue(content)}" />`);
}

/** Which of the lines are wanted. */
export interface ShownParts {
  readonly isTitled: boolean;
  /** Whether there is a `canonical` link; `canonical=false` is of version 2.9. */
  readonly isCanonical: boolean;
}

/** The lines about the page itself: title, author, description, URL. */
export function pageLines(facts: SeoFacts, { isTitled, isCanonical }: ShownParts): string[] {
  const { pageTitle, title, canonicalUrl } = facts;
  const hasUrl = firstTrue(dig(facts.site, 'url')) !== undefined;
  return [
    ...(isTitled && title !== undefined ? [`<title>${title}</title>`] : []),
    ...metaLines(
      ['name', 'generator', `Jekyll v${JEKYLL_VERSION}`],
      ['property', 'og:title', pageTitle],
      ['name', 'author', facts.author.get('name')],
      ['property', 'og:locale', facts.locale],
    ),
    ...descriptionLines(facts),
    ...(hasUrl && isCanonical ? [`<link rel="canonical" href="${canonicalUrl}" />`] : []),
    ...metaLines(
      ['property', 'og:url', hasUrl ? canonicalUrl : undefined],
      ['property', 'og:site_name', facts.siteTitle],
    ),
  ];
}

/** From version 2.9 on one element tells the description to Open Graph and Twitter. */
function descriptionLines({ description, isNewer }: SeoFacts): string[] {
  if (description === undefined) return [];
  const names = isNewer ? 'name="twitter:description" property="og:description"' : 'property="og:description"';
  return [`<meta name="description" content="${description}" />`, `<meta ${names} content="${description}" />`];
}

export function imageLines({ image }: SeoFacts): string[] {
  return metaLines(
    ['property', 'og:image', image?.get('path')],
    ['property', 'og:image:height', image?.get('height')],
    ['property', 'og:image:width', image?.get('width')],
    ['property', 'og:image:alt', image?.get('alt')],
  );
}

export function typeLines({ datePublished, dateModified, isNewer }: SeoFacts): string[] {
  if (datePublished === undefined) return metaLines(['property', 'og:type', 'website']);
  return metaLines(
    ['property', 'og:type', 'article'],
    ['property', 'article:published_time', datePublished],
    ['property', 'article:modified_time', isNewer ? dateModified : undefined],
  );
}

/** Links to the previous and next pages of a paginated list. */
export function neighbourLines(paginator: unknown, tools: PluginTools): string[] {
  const line = (relation: string, key: string) =>
    firstTrue(dig(paginator, key)) === undefined
      ? []
      : [`<link rel="${relation}" href="${toText(tools.filter('absolute_url', dig(paginator, `${key}_path`)))}" />`];
  return [...line('prev', 'previous_page'), ...line('next', 'next_page')];
}

export function twitterLines(facts: SeoFacts, tools: PluginTools): string[] {
  const { page, site, image, isNewer } = facts;
  const cards = [dig(page, 'twitter', 'card'), dig(site, 'twitter', 'card'), 'summary_large_image'];
  const card = cards.reduce((chosen, next) => tools.filter('default', chosen, next));
  const hasAccount = firstTrue(dig(site, 'twitter')) !== undefined;
  const account = (name: unknown) => `@${toText(name).replaceAll('@', '')}`;
  const creator = twitterName(facts.author);
  return metaLines(
    ['name', 'twitter:card', image === undefined ? 'summary' : card],
    [isNewer ? 'name' : 'property', 'twitter:image', image?.get('path')],
    ['name', 'twitter:image:alt', image?.get('alt')],
    [isNewer ? 'name' : 'property', 'twitter:title', facts.pageTitle],
    ['name', 'twitter:site', hasAccount ? account(dig(site, 'twitter', 'username')) : undefined],
    ['name', 'twitter:creator', hasAccount && creator !== undefined ? account(creator) : undefined],
  );
}

/** The keys of `webmaster_verifications`, and the names by which the services look for them. */
const VERIFICATIONS: readonly (readonly [key: string, name: string])[] = [
  ['google', 'google-site-verification'],
  ['bing', 'msvalidate.01'],
  ['alexa', 'alexaVerifyID'],
  ['yandex', 'yandex-verification'],
  ['baidu', 'baidu-site-verification'],
  ['facebook', 'facebook-domain-verification'],
];

/** The lines about the site as a whole. */
export function siteLines({ site }: SeoFacts): string[] {
  const verifications = firstTrue(dig(site, 'webmaster_verifications'));
  return metaLines(
    ['property', 'fb:admins', dig(site, 'facebook', 'admins')],
    ['property', 'article:publisher', dig(site, 'facebook', 'publisher')],
    ['property', 'fb:app_id', dig(site, 'facebook', 'app_id')],
    ...VERIFICATIONS.map(([key, name]): Meta => ['name', name, dig(verifications, key)]),
    [
      'name',
      'google-site-verification',
      verifications === undefined ? dig(site, 'google_site_verification') : undefined,
    ],
  );
}
