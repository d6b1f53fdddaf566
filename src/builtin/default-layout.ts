import { type Document, definePlugin, type Page, type Site } from '../plugin/plugin.ts';
import { isMarkdown } from './markdown-files.ts';

function hasOwnLayout(item: Page | Document): boolean {
  return item.data.has('layout') || (item.kind === 'page' && item.defaults.all().has('layout'));
}

/** The most specific layout for an item that the site has. */
function suitableLayout(item: Page | Document): string | null {
  const candidates = [
    item.url === '/' ? 'home' : '',
    item.kind === 'page' ? 'page' : '',
    item.kind === 'document' && item.collection.label === 'posts' ? 'post' : '',
    'default',
  ];
  return candidates.find((name) => item.site.layouts.has(name)) ?? null;
}

function setLayouts(site: Site): void {
  for (const item of [...site.pages, ...site.posts.docs]) {
    if (!isMarkdown(site, item.extension) || hasOwnLayout(item)) continue;
    item.data.set('layout', suitableLayout(item));
  }
}

/** jekyll-default-layout: Markdown files without a layout get `home`, `page`, `post` or `default`. */
export default definePlugin({
  name: 'jekyll-default-layout',
  isSafe: true,
  generators: [{ name: 'default-layout', priority: 'lowest', generate: setLayouts }],
});
