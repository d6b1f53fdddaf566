import type { Plugin } from '../plugin/define-plugin.ts';

/** The built-in plugins, by their names under `plugins:` in the configuration. Each is loaded only if it is named there. */
export const BUILTINS: Readonly<Record<string, () => Promise<{ readonly default: Plugin }>>> = {
  'jekyll-archives': () => import('./archives/archives.ts'),
  'jekyll-avatar': () => import('./avatar.ts'),
  'jekyll-data': () => import('./data.ts'),
  'jekyll-default-layout': () => import('./default-layout.ts'),
  'jekyll-email-protect': () => import('./email-protect.ts'),
  'jekyll-feed': () => import('./feed/feed.ts'),
  'jekyll-gist': () => import('./gist.ts'),
  'jekyll-github-metadata': () => import('./github-metadata/github-metadata.ts'),
  'jekyll-include-cache': () => import('./include-cache.ts'),
  'jekyll-last-modified-at': () => import('./last-modified-at/last-modified-at.ts'),
  'jekyll-mentions': () => import('./mentions.ts'),
  'jekyll-multiple-languages-plugin': () => import('./multiple-languages/multiple-languages.ts'),
  'jekyll-optional-front-matter': () => import('./optional-front-matter.ts'),
  'jekyll-paginate': () => import('./paginate.ts'),
  'jekyll-paginate-v2': () => import('./paginate-v2/paginate-v2.ts'),
  'jekyll-polyglot': () => import('./polyglot/polyglot.ts'),
  'jekyll-readme-index': () => import('./readme-index.ts'),
  'jekyll-redirect-from': () => import('./redirect-from/redirect-from.ts'),
  'jekyll-relative-links': () => import('./relative-links/relative-links.ts'),
  'jekyll-seo-tag': () => import('./seo-tag/seo-tag.ts'),
  'jekyll-sitemap': () => import('./sitemap.ts'),
  'jekyll-titles-from-headings': () => import('./titles-from-headings.ts'),
  'jekyll-toc': () => import('./toc/toc.ts'),
  jemoji: () => import('./jemoji/jemoji.ts'),
};
