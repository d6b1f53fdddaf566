import { BUILTINS } from '../builtin/builtins.ts';
import { adviceOn } from './known-gems.ts';

/** The gems that define the tags which sites commonly use. */
export const GEM_OF_TAG: Readonly<Record<string, string>> = {
  asset: 'jekyll-assets',
  asset_path: 'jekyll-assets',
  avatar: 'jekyll-avatar',
  bibliography: 'jekyll-scholar',
  bibliography_count: 'jekyll-scholar',
  cite: 'jekyll-scholar',
  cite_details: 'jekyll-scholar',
  favicon: 'jekyll-favicon',
  feed_meta: 'jekyll-feed',
  figref: 'jekyll-figure',
  figure: 'jekyll-figure',
  gist: 'jekyll-gist',
  github_edit_link: 'jekyll-github-metadata',
  i18n_headers: 'jekyll-polyglot',
  I18n_Headers: 'jekyll-polyglot',
  include_cached: 'jekyll-include-cache',
  javascript: 'jekyll-assets',
  jupyter_notebook: 'jekyll-jupyter-notebook',
  last_modified_at: 'jekyll-last-modified-at',
  mermaid: 'jekyll-mermaid',
  minibundle: 'jekyll-minibundle',
  ministamp: 'jekyll-minibundle',
  nocite: 'jekyll-scholar',
  octicon: 'jekyll-octicons',
  oembed: 'jekyll-oembed',
  picture: 'jekyll_picture_tag',
  plantuml: 'jekyll-plantuml',
  reference: 'jekyll-scholar',
  responsive_image: 'jekyll-responsive-image',
  seo: 'jekyll-seo-tag',
  social_links: 'jekyll-socials',
  static_href: 'jekyll-polyglot',
  Static_Href: 'jekyll-polyglot',
  stylesheet: 'jekyll-assets',
  t: 'jekyll-multiple-languages-plugin',
  tab: 'jekyll-tabs',
  tabs: 'jekyll-tabs',
  tf: 'jekyll-multiple-languages-plugin',
  tl: 'jekyll-multiple-languages-plugin',
  toc: 'jekyll-toc',
  translate: 'jekyll-multiple-languages-plugin',
  translate_file: 'jekyll-multiple-languages-plugin',
  translate_link: 'jekyll-multiple-languages-plugin',
  twitter: 'jekyll-twitter-plugin',
  webmentions: 'jekyll-webmention_io',
  youtube: 'jekyll-youtube',
};

/**
 * A hint for an unknown tag; undefined if it is not known which plugin defines it.
 *
 * @example
 * hintForTag('seo') // 'The plugin jekyll-seo-tag provides it: add it under plugins: in _config.yml.'
 */
export function hintForTag(tag: string): string | undefined {
  const gem = Object.hasOwn(GEM_OF_TAG, tag) ? GEM_OF_TAG[tag] : undefined;
  if (gem === undefined) return undefined;
  if (Object.hasOwn(BUILTINS, gem)) return `The plugin ${gem} provides it: add it under plugins: in _config.yml.`;
  return `It is part of the Ruby gem ${gem}, which has no counterpart here. ${adviceOn(gem)}`;
}
