import { DATED_NAME } from '../reader/document-data.ts';
import { hasFrontMatter } from '../reader/source-text.ts';
import type { Site } from '../site/site.ts';

/** Files that people write pages in. */
const TEXT = /\.(?:markdown|mkdown|mkdn|mkd|md|html?)$/i;

/** Bytes that are enough to see where front matter begins. */
const HEAD_LENGTH = 256;

/**
 * Texts that look like pages or posts but that Jekyll silently takes for neither, each with the reason.
 *
 * @example
 * findOverlookedTexts(site) // ["_posts/hello.md is no post: …"]
 */
export function findOverlookedTexts(site: Site): readonly string[] {
  return [...textsWithoutHeader(site), ...textsWithoutEnd(site), ...postsWithoutDate(site)];
}

/** Files that are copied as they are, although they have front matter. */
function* textsWithoutHeader(site: Site): Generator<string> {
  for (const { path, relativePath } of site.staticFiles) {
    if (!TEXT.test(path)) continue;
    const reason = whyOverlooked(Buffer.from(site.tree.readStart(path, HEAD_LENGTH)).toString('latin1'));
    if (reason !== undefined) yield `${relativePath.replace(/^\//, '')} is copied as it is: ${reason}`;
  }
}

/** @param head the first bytes of a file, each as a character */
function whyOverlooked(head: string): string | undefined {
  if (/^(?:\xff\xfe|\xfe\xff)/.test(head)) return 'it is saved as UTF-16. Save it as UTF-8.';
  if (/^\xef\xbb\xbf---/.test(head))
    return 'it begins with a byte order mark. Save it as UTF-8 without one ("UTF-8", not "UTF-8 with BOM").';
  if (/^\s+---[ \t]*\r?\n\s*[\w-]+:/.test(head)) return '`---` has to be at the very beginning of the file.';
  return undefined;
}

/** Pages and documents whose front matter is part of their text. */
function* textsWithoutEnd(site: Site): Generator<string> {
  for (const item of [...site.pages, ...site.documents]) {
    if (item.kind === 'static-file') continue;
    const { content, relativePath } = item;
    if (/^---[ \t]*\r?\n\s*[\w-]+:/.test(content ?? '')) {
      yield `${relativePath} shows its front matter as text: there is no line \`---\` below it that ends it.`;
    }
  }
}

/** Files in `_posts` whose names do not begin with a date. */
function* postsWithoutDate(site: Site): Generator<string> {
  for (const path of filesBelow(site, site.inSource(`${site.collectionsDirectory}/_posts`))) {
    const name = path.slice(path.lastIndexOf('/') + 1);
    if (DATED_NAME.test(name) || !TEXT.test(name) || !hasFrontMatter(site, path)) continue;
    yield `${path.slice(site.source.length + 1)} is no post: its name has to begin with a date, as in 2024-12-31-${name}.`;
  }
}

function* filesBelow(site: Site, folder: string): Generator<string> {
  for (const { name, kind, isLink } of site.tree.list(folder)) {
    if (/^[._#~]/.test(name)) continue;
    if (kind === 'file') yield `${folder}/${name}`;
    else if (kind === 'directory' && !isLink) yield* filesBelow(site, `${folder}/${name}`);
  }
}
