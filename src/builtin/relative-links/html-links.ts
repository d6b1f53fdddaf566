import {
  type Context,
  dig,
  directoryName,
  type Item,
  PAGE,
  SITE,
  type Site,
  strip,
  TOOLS,
  toText,
} from '../../plugin/plugin.ts';
import { PerSite } from '../shared/per-site.ts';
import { collectTargets, isAbsolute, pathFromSource, unescapeQuery } from './targets.ts';

/** A link to a Markdown file, with what stands in the tag before and after its address. */
const TAG = /<a(\s(?:[^>]*?\s)?)href="([^"]+\.md)(#[^"]*)?"\s*([^>]*)>/g;

const allTargets = new PerSite(collectTargets);

/** Pages may get other addresses from build to build. */
export function forgetTargets(site: Site): void {
  allTargets.forget(site);
}

function findUrl(site: Site, path: string, folder: string): string | undefined {
  if (isAbsolute(path)) return undefined;
  site.noteRead('links');
  const place = pathFromSource(path, folder);
  return place === undefined ? undefined : allTargets.of(site).get(unescapeQuery(place));
}

/** Changes links to Markdown files that are in the output nevertheless, such as those of includes. The base URL is not added. */
export function replaceInOutput(item: Item): void {
  const folder = directoryName(item.relativePath.replace(/^\//, ''));
  const html = item.output?.replace(TAG, (tag, before: string, path: string, fragment = '', after: string) => {
    const url = findUrl(item.site, path, folder);
    if (url === undefined) return tag;
    const address = `href="${url.replace(/^(?!\/)/, '/')}${fragment}"`;
    return `<a ${[strip(before), address, strip(after)].filter((part) => part !== '').join(' ')}>`;
  });
  item.output = html ?? null;
}

const LINK = /<a href="([^"]+\.md)(#[^"]+)?"/g;

/** `{{ page.sidebar | markdownify | rellinks }}`: changes links to Markdown files, as seen from the page being rendered. */
export function replaceInText(input: unknown, context: Context): unknown {
  const html = toText(input);
  const site = context.register(SITE);
  const folder = directoryName(toText(dig(context.register(PAGE), 'path')));
  return html.replace(LINK, (link, path: string, fragment = '') => {
    const url = findUrl(site, path, folder);
    if (url === undefined) return link;
    return `<a href="${toText(context.register(TOOLS).filter('relative_url', url))}${fragment}"`;
  });
}
