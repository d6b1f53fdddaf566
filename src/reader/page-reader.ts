import { UttersonError } from '../errors.ts';
import type { Hash } from '../site/hash.ts';
import { triggerItemHooks } from '../site/item-hooks.ts';
import { Page } from '../site/page.ts';
import type { Site } from '../site/site.ts';
import type { StaticFile } from '../site/static-file.ts';
import { joinPaths } from '../util/files/paths.ts';
import { isTruthy } from '../util/values/is-truthy.ts';
import { frontMatterHash } from './document-data.ts';
import { cutExcerpt } from './excerpt-text.ts';
import { nameFile, readSourceText } from './source-text.ts';

interface PagePlace {
  /** The folder that contains `directory`: the source, or the theme's root. Absolute. */
  readonly base: string;
  readonly directory: string;
  readonly name: string;
}

/** Reads a file as a page. */
export function readPage(site: Site, place: PagePlace): Page {
  const path = joinPaths(place.base, place.directory, place.name);
  site.log.debug('Reading:', joinPaths(place.directory, place.name).replace(/^\//, ''));
  const { content, data, frontMatter } = readPageText(site, path);
  const page = new Page(site, { directory: place.directory, name: place.name, content, data, path });
  page.frontMatter = frontMatter;
  if (getsExcerpt(page)) {
    page.excerpt = cutExcerpt(page);
    page.data.set('excerpt', page.excerpt);
  }
  triggerItemHooks(page, 'post_init');
  return page;
}

/**
 * Reads a static file as a page. Like the plugins that make such pages, it does not look for a collection's file in
 * `collections_dir`: where the file is not found, the page is empty.
 */
export function readAsPage({ site, base, relativePath, name }: StaticFile): Page {
  const directory = relativePath.slice(0, -name.length).replace(/\/$/, '');
  const path = joinPaths(base, directory, name);
  if (site.tree.status(path)?.kind === 'file') return readPage(site, { base, directory, name });
  site.log.warn('', `Error reading file ${path}: there is no such file.`);
  return new Page(site, { directory, name });
}

/** Pages have excerpts only with `page_excerpts`, and only those that become HTML and have no `excerpt` of their own. */
function getsExcerpt(page: Page): boolean {
  if (page.site.config.get('page_excerpts') !== true) return false;
  return page.excerptSeparator !== '' && page.isHtml && !isTruthy(page.value('excerpt'));
}

/**
 * Reads the text and the front matter of a page or a layout. Front matter that cannot be parsed is reported and counts
 * as empty.
 *
 * @throws {UttersonError} `InvalidYAMLFrontMatter`, `InvalidPermalink`, and with `strict_front_matter` for broken front matter
 */
export function readPageText(site: Site, path: string): { content: string; data: Hash; frontMatter: unknown } {
  const source = readSourceText(site, path);
  if (source.problem !== null) reportProblem(site, path, source.problem);
  const data = new Map(frontMatterHash(source.data, path));
  if (data.get('permalink') === '') {
    throw new UttersonError('InvalidPermalink', `Invalid permalink in ${path}`, {
      file: path,
      hint: 'Leave `permalink` out, or give it a path.',
    });
  }
  return { content: source.content, data, frontMatter: source.data };
}

function reportProblem(site: Site, path: string, problem: UttersonError): void {
  if (isTruthy(site.config.get('strict_front_matter'))) throw nameFile(problem, path);
  if (problem.code === 'InvalidYaml')
    site.log.warn('', `YAML Exception reading ${path}: (<unknown>): ${problem.message}`);
  else site.log.warn('', `Error reading file ${path}: ${problem.message}`);
}
