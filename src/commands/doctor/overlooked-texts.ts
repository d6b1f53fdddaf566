import { readFileSync } from 'node:fs';
import type { Config } from '../../config/config.ts';
import { hasFrontMatter } from '../../reader/source-text.ts';
import { asHash } from '../../site/hash.ts';
import { DATED_NAME } from '../../site/post-names.ts';
import type { Site } from '../../site/site.ts';
import { internalsOf } from '../../site/site-internals.ts';
import { orUndefined, statsOf } from '../../util/files/missing.ts';
import { baseName } from '../../util/files/paths.ts';
import { textOf, textsOf } from '../settings.ts';

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

/** Front matter begins here, and something in it. */
const BEGINNING = /^---[ \t]*\r?\n\s*[\w-]+:/;

/** A line that ends front matter. */
const END = /^(?:---|\.\.\.)\s*$/m;

/**
 * Why a text that has just been saved is taken for no page or post, for its author, who waits for it to appear; `undefined` if it is.
 *
 * @param path in the source
 * @param file the same as an absolute path
 *
 * @example
 * whyNotShown('_posts/hello.md', '/site/_posts/hello.md') // '_posts/hello.md is no post: its name has to begin with a date, …'
 */
export function whyNotShown(path: string, file: string): string | undefined {
  const name = baseName(path);
  const folders = path.split('/').slice(0, -1);
  if (!TEXT.test(name) || folders.some((folder) => /^[._#~]/.test(folder) && folder !== '_posts')) return undefined;
  if (statsOf(file)?.isFile() !== true) return undefined;
  const text = orUndefined(() => readFileSync(file, 'latin1')) ?? '';
  const reason = whyOverlooked(text.slice(0, HEAD_LENGTH));
  if (reason !== undefined) return copied(path, reason);
  if (BEGINNING.test(text) && !END.test(text.slice(3))) return endless(path);
  return folders.includes('_posts') && BEGINNING.test(text) && !DATED_NAME.test(name) ? undated(path) : undefined;
}

/** Settings that name folders whose texts are no documents. */
const FOLDER_SETTINGS = ['layouts_dir', 'includes_dir', 'data_dir', 'plugins_dir'];

/**
 * Why a new text in a folder whose name begins with an underscore does not appear, if the folder is that of a collection that is
 * not configured.
 *
 * @example
 * whyInNoCollection('_soups/broth.md', '/site/_soups/broth.md', config) // '_soups/broth.md is in no collection: add `soups` …'
 */
export function whyInNoCollection(path: string, file: string, config: Config): string | undefined {
  const root = textOf(config, 'collections_dir', '');
  const below = root !== '' && path.startsWith(`${root}/`) ? path.slice(root.length + 1) : path;
  const [, folder = '', label = ''] = /^(_([^/]+))\/./.exec(below) ?? [];
  if (label === '' || !TEXT.test(path) || asHash(config.get('collections')).has(label)) return undefined;
  const others = [...FOLDER_SETTINGS, 'include'].flatMap((key) => textsOf(config, key));
  if (['_drafts', '_themes', ...others.map(baseName)].includes(folder)) return undefined;
  const text = orUndefined(() => readFileSync(file, 'latin1')) ?? '';
  if (!BEGINNING.test(text)) return undefined;
  return `${path} is in no collection: add \`${label}\` to \`collections\` in _config.yml.`;
}

const copied = (path: string, reason: string): string => `${path} is copied as it is: ${reason}`;

const endless = (path: string): string =>
  `${path} shows its front matter as text: there is no line \`---\` below it that ends it.`;

const undated = (path: string): string =>
  `${path} is no post: its name has to begin with a date, as in 2024-12-31-${baseName(path)}.`;

/** Files that are copied as they are, although they have front matter. */
function* textsWithoutHeader(site: Site): Generator<string> {
  for (const { path, relativePath } of site.staticFiles) {
    if (!TEXT.test(path)) continue;
    const reason = whyOverlooked(Buffer.from(site.tree.readStart(path, HEAD_LENGTH)).toString('latin1'));
    if (reason !== undefined) yield copied(relativePath.replace(/^\//, ''), reason);
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
    if (BEGINNING.test(content ?? '')) yield endless(relativePath);
  }
}

/** Files in `_posts` whose names do not begin with a date. */
function* postsWithoutDate(site: Site): Generator<string> {
  for (const path of filesBelow(site, site.inSource(`${internalsOf(site).collectionsFolder.directory}/_posts`))) {
    const name = baseName(path);
    if (DATED_NAME.test(name) || !TEXT.test(name) || !hasFrontMatter(site, path)) continue;
    yield undated(path.slice(site.source.length + 1));
  }
}

function* filesBelow(site: Site, folder: string): Generator<string> {
  for (const { name, kind, isLink } of site.tree.list(folder)) {
    if (/^[._#~]/.test(name)) continue;
    if (kind === 'file') yield `${folder}/${name}`;
    else if (kind === 'directory' && !isLink) yield* filesBelow(site, `${folder}/${name}`);
  }
}
