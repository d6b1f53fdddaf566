import type { Site } from '../../site/site.ts';

/**
 * Gives all pages with the same path the text of the first one. Jekyll parses a template only once for each path, so if a
 * generator makes many pages with one path, all of them show the first one's text. This is done before rendering, so that
 * a build which renders only some of them shows the same.
 */
export function shareTemplates(site: Site): void {
  const texts = new Map<string, string | null>();
  for (const page of site.pages) {
    if (!page.rendersWithLiquid) continue;
    const first = texts.get(page.path);
    if (first === undefined) texts.set(page.path, page.content);
    else if (page.content !== first) page.content = first;
  }
}
