import { BUILTINS } from '../../builtin/builtins.ts';
import { nearestWord } from '../../util/nearest-word.ts';
import { adviceOn } from './known-gems.ts';

/** The gems that define the tags which sites commonly use. */
export const GEM_OF_TAG: Readonly<Record<string, string>> = {
  asset: 'jekyll-assets',
  asset_path: 'jekyll-assets',
  avatar: 'jekyll-avatar',
  bibliography: 'jekyll-scholar',
  bibliography_count: 'jekyll-scholar',
  bibtex: 'jekyll-scholar',
  cite: 'jekyll-scholar',
  cite_details: 'jekyll-scholar',
  contentblock: 'jekyll-contentblocks',
  contentfor: 'jekyll-contentblocks',
  css: 'jekyll-assets',
  details_link: 'jekyll-scholar',
  favicon: 'jekyll-favicon',
  feed_meta: 'jekyll-feed',
  figref: 'jekyll-figure',
  figure: 'jekyll-figure',
  gist: 'jekyll-gist',
  github_edit_link: 'jekyll-github-metadata',
  i18n_headers: 'jekyll-polyglot',
  I18n_Headers: 'jekyll-polyglot',
  ifhascontent: 'jekyll-contentblocks',
  ifnothascontent: 'jekyll-contentblocks',
  imagesize: 'jekyll-image-size',
  include_cached: 'jekyll-include-cache',
  javascript: 'jekyll-assets',
  js: 'jekyll-assets',
  jupyter_notebook: 'jekyll-jupyter-notebook',
  last_modified_at: 'jekyll-last-modified-at',
  katex: 'jekyll-katex',
  katexmm: 'jekyll-katex',
  mermaid: 'jekyll-mermaid',
  minibundle: 'jekyll-minibundle',
  ministamp: 'jekyll-minibundle',
  nocite: 'jekyll-scholar',
  octicon: 'jekyll-octicons',
  oembed: 'jekyll-oembed',
  pdf: 'jekyll-pdf-embed',
  picture: 'jekyll_picture_tag',
  plantuml: 'jekyll-plantuml',
  quote: 'jekyll-scholar',
  reference: 'jekyll-scholar',
  responsive_image: 'jekyll-responsive-image',
  seo: 'jekyll-seo-tag',
  social_links: 'jekyll-socials',
  static_href: 'jekyll-polyglot',
  Static_Href: 'jekyll-polyglot',
  stylesheet: 'jekyll-assets',
  svg: 'jekyll-inline-svg',
  t: 'jekyll-multiple-languages-plugin',
  tab: 'jekyll-tabs',
  tabs: 'jekyll-tabs',
  tf: 'jekyll-multiple-languages-plugin',
  timeago: 'jekyll-timeago',
  tl: 'jekyll-multiple-languages-plugin',
  toc: 'jekyll-toc',
  translate: 'jekyll-multiple-languages-plugin',
  translate_file: 'jekyll-multiple-languages-plugin',
  translate_link: 'jekyll-multiple-languages-plugin',
  twitter: 'jekyll-twitter-plugin',
  twitternocache: 'jekyll-twitter-plugin',
  webmentions: 'jekyll-webmention_io',
  youtube: 'jekyll-youtube',
};

/** The tags of every site: Liquid's, and those that Jekyll adds. */
export const TAGS_OF_JEKYLL: readonly string[] =
  'assign break capture case comment continue cycle decrement for highlight if ifchanged include include_relative increment link post_url raw tablerow unless'.split(
    ' ',
  );

/** Words that are tags only within another one. */
const INNER_TAGS: readonly string[] = ['else', 'elsif', 'when', 'endif', 'endfor', 'endcase', 'endunless', 'endraw'];

/** Variables, which an output shows. */
const VARIABLES: readonly string[] = ['content', 'jekyll', 'layout', 'page', 'paginator', 'post', 'site', 'theme'];

/**
 * A hint for an unknown tag.
 *
 * @param note a sentence to add where plugins are spoken of, with a blank before it
 *
 * @example
 * hintForTag('seo') // 'The plugin jekyll-seo-tag provides it: add it under plugins: in _config.yml.'
 */
export function hintForTag(tag: string, note = ''): string {
  if (VARIABLES.includes(tag)) return `To show a value, write {{ ${tag} }} with two braces.`;
  const under = `under plugins: in _config.yml.${note}`;
  const gem = Object.hasOwn(GEM_OF_TAG, tag) ? GEM_OF_TAG[tag] : undefined;
  if (gem === undefined) {
    const nearest = nearestWord(tag, [...TAGS_OF_JEKYLL, ...INNER_TAGS, ...Object.keys(GEM_OF_TAG)]);
    if (nearest !== undefined) return `Did you mean '${nearest}'?`;
    return `Is the name right? If a plugin provides the tag, add the plugin ${under}`;
  }
  if (Object.hasOwn(BUILTINS, gem)) return `The plugin ${gem} provides it: add it ${under}`;
  return `It is part of the Ruby gem ${gem}, which has no counterpart here. ${adviceOn(gem)}`;
}
