import {
  type Document,
  definePlugin,
  dig,
  directoryName,
  type Page,
  type PluginTools,
  type Site,
  toText,
} from '../../plugin/plugin.ts';
import { isListed } from '../entry-patterns.ts';
import { isMarkdown, writtenDocuments } from '../markdown-files.ts';
import { replaceLinks } from './link-pattern.ts';

/** URLs of pages, static files and documents by path relative to the source. */
type Targets = ReadonlyMap<string, string>;

function collectTargets(site: Site): Targets {
  const targets = new Map<string, string>();
  for (const { relativePath, url } of [...site.pages, ...site.staticFiles, ...writtenDocuments(site)]) {
    const path = relativePath.replace(/^\//, '');
    if (!targets.has(path)) targets.set(path, url);
  }
  return targets;
}

/** Resolves a path relative to a folder to one relative to the source; `undefined` if it leads out of the source. */
function pathFromSource(path: string, folder: string): string | undefined {
  const segments: string[] = [];
  const whole = path.startsWith('/') ? path : `${folder}/${path}`;
  for (const segment of whole.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment !== '..') segments.push(segment);
    else if (segments.pop() === undefined) return undefined;
  }
  return segments.join('/');
}

/** Ruby's `CGI.unescape`: a plus is a space. What does not decode to UTF-8 is left as it is. */
function unescapeQuery(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}

function isReplaceable(path: string): boolean {
  return !path.startsWith('#') && !/^[a-z][a-z0-9.+-]*:/i.test(path);
}

function replaceIn(item: Page | Document, targets: Targets, tools: PluginTools): void {
  if (item.content === null) return;
  const folder = directoryName(item.relativePath.replace(/^\//, ''));
  item.content = replaceLinks(item.content, ({ path }) => {
    const target = isReplaceable(path) ? pathFromSource(path, folder) : undefined;
    const url = target === undefined ? undefined : targets.get(unescapeQuery(target));
    return url === undefined ? undefined : toText(tools.filter('relative_url', url));
  });
  if ((item.value('excerpt') ?? null) !== null) tools.renewExcerpt(item);
}

function replaceRelativeLinks(site: Site, tools: PluginTools): void {
  const config = dig(site.config, 'relative_links');
  if (dig(config, 'enabled') === false) return;
  const targets = collectTargets(site);
  const documents = dig(config, 'collections') === true ? writtenDocuments(site) : [];
  for (const item of [...site.pages, ...documents]) {
    if (!isMarkdown(site, item.extension) || isListed(site, item.relativePath, dig(config, 'exclude'))) continue;
    replaceIn(item, targets, tools);
  }
}

/** jekyll-relative-links: turns links to source files, which work on GitHub, into links to their pages. */
export default definePlugin({
  name: 'jekyll-relative-links',
  isSafe: true,
  generators: [{ name: 'relative-links', priority: 'lowest', generate: replaceRelativeLinks }],
});
