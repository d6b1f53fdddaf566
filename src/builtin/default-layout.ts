import { definePlugin, dig, type Item, type PluginTools, type Site } from '../plugin/plugin.ts';
import { isLockedSince } from './shared/locked-version.ts';
import { isMarkdown } from './shared/markdown-files.ts';

function hasOwnLayout(item: Item): boolean {
  return item.data.has('layout') || (item.kind === 'page' && item.defaults.all().has('layout'));
}

/** The most specific layout for an item that the site has. */
function suitableLayout(item: Item): string | null {
  const label = item.kind === 'document' ? item.collection.label : undefined;
  const ofKind = label === undefined ? 'page' : label === 'posts' ? 'post' : label;
  const candidates = [item.url === '/' ? 'home' : '', ofKind, 'default'];
  return candidates.find((name) => item.site.layouts.has(name)) ?? null;
}

function setLayouts(site: Site, tools: PluginTools): void {
  const isNewer = isLockedSince(tools, 'jekyll-default-layout', '0.2.0');
  const documents = isNewer ? [...site.collections.values()].flatMap(({ docs }) => docs) : site.posts.docs;
  const includesHtml = isNewer && dig(site.config, 'jekyll-default-layout', 'html_pages') === true;
  for (const item of [...site.pages, ...documents]) {
    const isMeant = isMarkdown(site, item.extension) || (includesHtml && item.extension === '.html');
    if (isMeant && !hasOwnLayout(item)) item.data.set('layout', suitableLayout(item));
  }
}

/**
 * jekyll-default-layout: Markdown files without a layout get `home`, `page`, `post` or `default`. From version 0.2 on, files in
 * other collections get one too, first of all the one named like their collection, and if wanted HTML files.
 */
export default definePlugin({
  name: 'jekyll-default-layout',
  isSafe: true,
  generators: [{ name: 'default-layout', priority: 'lowest', generate: setLayouts }],
});
