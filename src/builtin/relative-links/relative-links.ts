import {
  definePlugin,
  dig,
  directoryName,
  type Item,
  type PluginTools,
  type Site,
  TOOLS,
  toText,
} from '../../plugin/plugin.ts';
import { isListed } from '../shared/entry-patterns.ts';
import { isLockedSince } from '../shared/locked-version.ts';
import { isMarkdown } from '../shared/markdown-files.ts';
import { writtenDocuments } from '../shared/written-documents.ts';
import { forgetTargets, replaceInOutput, replaceInText } from './html-links.ts';
import { replaceLinks } from './link-pattern.ts';
import { collectTargets, isAbsolute, pathFromSource, type Targets, unescapeQuery } from './targets.ts';

/** Version 0.8 of the gem also changes outputs, has a filter, and finds links around images. */
const isNewer = (tools: PluginTools): boolean => isLockedSince(tools, 'jekyll-relative-links', '0.8.0');

function replaceIn(item: Item, targets: Targets, tools: PluginTools): void {
  if (item.content === null) return;
  const folder = directoryName(item.relativePath.replace(/^\//, ''));
  const findsImages = isNewer(tools);
  const target = ({ path }: { readonly path: string }): string | undefined => {
    if (path.startsWith('#') || isAbsolute(path)) return undefined;
    // Up to version 0.7 `%2e%2e` does not lead to the folder above.
    const place = findsImages
      ? pathFromSource(unescapeQuery(path), folder)
      : unescapeQuery(pathFromSource(path, folder) ?? '');
    const url = place === undefined ? undefined : targets.get(place);
    return url === undefined ? undefined : toText(tools.filter('relative_url', url));
  };
  item.content = replaceLinks(item.content, { target, findsImages });
  const excerpt = item.value('excerpt') ?? null;
  // Up to version 0.7 an excerpt that the front matter gives is lost.
  if (excerpt !== null && !(findsImages && typeof excerpt === 'string')) tools.renewExcerpt(item);
}

/** Whether the configuration has the links in an item changed. */
function isIncluded(item: Item): boolean {
  const { site } = item;
  const config = dig(site.config, 'relative_links');
  if (dig(config, 'enabled') === false || (item.kind === 'document' && dig(config, 'collections') !== true))
    return false;
  return isMarkdown(site, item.extension) && !isListed(site, item.relativePath, dig(config, 'exclude'));
}

function replaceRelativeLinks(site: Site, tools: PluginTools): void {
  const items = [...site.pages, ...writtenDocuments(site)].filter(isIncluded);
  if (items.length === 0) return;
  const targets = collectTargets(site);
  for (const item of items) replaceIn(item, targets, tools);
}

function replaceInRendered(item: Item, tools: PluginTools): void {
  if (isNewer(tools) && isIncluded(item)) replaceInOutput(item);
}

/** jekyll-relative-links: turns links to source files, which work on GitHub, into links to their pages. */
export default definePlugin({
  name: 'jekyll-relative-links',
  isSafe: true,
  filters: {
    rellinks: {
      apply: (input, _, context) => (isNewer(context.register(TOOLS)) ? replaceInText(input, context) : input),
    },
  },
  generators: [{ name: 'relative-links', priority: 'lowest', generate: replaceRelativeLinks }],
  hooks: [
    { owner: 'site', event: 'pre_render', run: forgetTargets },
    { owner: 'pages', event: 'post_render', changesOnlyOutput: true, run: replaceInRendered },
    { owner: 'documents', event: 'post_render', changesOnlyOutput: true, run: replaceInRendered },
  ],
});
