import type { Site } from '../site/site.ts';

/**
 * Gives pages of the same path the text of the first. Jekyll parses a template once for a path, so of the many pages that
 * a generator may make of one path all show the first one's text. It is done before anything is rendered, so that a build
 * which renders only some of them shows the same.
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
