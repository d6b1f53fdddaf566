import { templateName } from '../../renderer/template-name.ts';
import type { Page } from '../../site/page.ts';
import type { Site } from '../../site/site.ts';

/**
 * Gives all pages whose templates have the same name the text of the first one. Jekyll parses a template only once for each
 * name, so if a generator makes many pages with one path, all of them show the first one's text. This is done before
 * rendering, so that a build which renders only some of them shows the same.
 */
export function shareTemplates(site: Site): void {
  const texts = new Map<string, string | null>();
  for (const page of site.pages) {
    if (!page.rendersWithLiquid) continue;
    const name = templateName(page.path);
    const first = texts.get(name);
    if (first === undefined) texts.set(name, page.content);
    else if (page.content !== first) page.content = first;
  }
}

/** Whether a page may show the text of another's file: then a changed text concerns more than the page that it is of. */
export function sharesTextsOfFiles(site: Site): boolean {
  const pages = new Map<string, Page>();
  for (const page of site.pages) {
    const name = templateName(page.path);
    const first = pages.get(name);
    if (first === undefined) pages.set(name, page);
    else if (page.path !== first.path || haveTwoFiles(page, first)) return true;
  }
  return false;
}

function haveTwoFiles(one: Page, other: Page): boolean {
  return one.filePath !== null && other.filePath !== null && one.filePath !== other.filePath;
}
