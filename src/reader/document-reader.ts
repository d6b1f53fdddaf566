import { UttersonError } from '../errors.ts';
import type { Collection } from '../site/collection.ts';
import { Document, type KnownData, type KnownDocument } from '../site/document.ts';
import { triggerItemHooks } from '../site/item-hooks.ts';
import type { Site } from '../site/site.ts';
import { internalsOf, readsOf } from '../site/site-internals.ts';
import { decodeSource } from '../util/encoding.ts';
import { isTruthy } from '../util/values/is-truthy.ts';
import { parseYaml } from '../util/yaml/yaml.ts';
import { completeData, mergeData, startData } from './document-data.ts';
import { recallExcerpt } from './excerpt-text.ts';
import { nameFile, readSourceText } from './source-text.ts';

/** Errors that stop the build. After any other error in a single document Jekyll goes on. */
const FATAL: ReadonlySet<string> = new Set(['InvalidDate', 'InvalidPermalink', 'InvalidYAMLFrontMatter']);

/** The result of reading a document. */
interface ReadDocument {
  readonly document: Document;
  /** Whether the text is valid in the site's encoding. */
  readonly isValid: boolean;
}

/** Reads a document of a collection, or leaves that for later if an earlier build already knows enough about it. */
export function readDocument(site: Site, collection: Collection, path: string): ReadDocument {
  const known = internalsOf(site).services.known?.find(path, site.time);
  if (known !== undefined) {
    return { document: new Document(site, collection, path, { known, recall, read: readLate }), isValid: true };
  }
  const document = new Document(site, collection, path);
  const messages = site.log.messages.length;
  const isValid = readFile(document);
  const isQuiet = site.log.messages.slice(messages).every(({ level }) => level !== 'warn' && level !== 'error');
  document.isReadAnew ||= !isQuiet || document.isDraft || document.mayTakeFileTime || document.isYaml;
  return { document, isValid };
}

/** Makes a document whose file, if there is one, is not read yet. */
export function makeDocument(site: Site, collection: Collection, path: string): Document {
  const document = new Document(site, collection, path);
  document.isReadAnew = true;
  beginDocument(document);
  return document;
}

function beginDocument(document: Document): void {
  startData(document);
  triggerItemHooks(document, 'post_init');
}

/** The data that was recorded for a document when its file, which has not changed since, was read. */
function recall(document: Document, known: KnownDocument): KnownData | undefined {
  const { site, path } = document;
  const found = internalsOf(site).services.known?.recall(document);
  if (found === undefined) return undefined;
  const { data, hasExcerpt, excerptOutput } = found;
  if (known.isDatedByBuild) data.set('date', internalsOf(site).buildTime.asDate);
  if (!hasExcerpt) return { data, excerpt: null };
  const excerpt = recallExcerpt(document, excerptOutput, () => {
    const { content } = readSourceText(site, path);
    internalsOf(site).services.known?.confirm(path);
    return content;
  });
  // The key exists already, so the order of the keys stays the same.
  data.set('excerpt', excerpt);
  return { data, excerpt };
}

/** Reads a document whose record has been enough until now. */
function readLate(document: Document, known: KnownDocument): void {
  const { site, path } = document;
  // The page that asks depends on the document, which has a version of its own, and not on what reading it needs, such as the clock.
  readsOf(site).aside(() => readFile(document));
  if (known.isDatedByBuild) document.data.set('date', internalsOf(site).buildTime.asDate);
  internalsOf(site).services.known?.confirm(path);
}

/** @returns whether the text is valid in the site's encoding */
function readFile(document: Document): boolean {
  const { site, path } = document;
  site.log.debug('Reading:', document.relativePath);
  beginDocument(document);
  if (!document.isYaml) {
    const isValid = readText(document);
    internalsOf(site).services.known?.note(document);
    return isValid;
  }
  const data = parseYaml(decodeSource(site.tree.read(path), site.encoding));
  // Jekyll asks what was read for its keys: nil and false have none, but a list or a text stops the build. Posts without content are left out before.
  const isPost = document.collection === site.posts;
  if (isTruthy(data) && !(data instanceof Map) && !isPost) throw nameFile(notAMapping('the data'), path);
  document.data = data instanceof Map ? data : new Map();
  return true;
}

function notAMapping(what: string): UttersonError {
  return new UttersonError('InvalidFrontMatter', `${what} is not a mapping`);
}

/**
 * Reads the text and the front matter of a document.
 *
 * @returns whether the text is valid in the site's encoding
 */
export function readText(document: Document): boolean {
  const { site, path } = document;
  const source = readSourceText(site, path);
  document.frontMatter = source.data;
  try {
    const defaults = document.defaults.all();
    if (defaults.size > 0) mergeData(document, defaults, 'front matter defaults');
    document.content = source.content;
    if (source.problem !== null) throw source.problem;
    if (source.data instanceof Map) mergeData(document, source.data, 'YAML front matter');
    else if (isTruthy(source.data)) throw notAMapping('the front matter');
    completeData(document);
  } catch (error) {
    reportFailure(document, error);
  }
  return source.isValidEncoding;
}

/** Logs an error that is not fatal. Like Jekyll it keeps what has been read up to then. */
function reportFailure(document: Document, error: unknown): void {
  const { site, path } = document;
  if (!(error instanceof UttersonError)) throw error;
  if (FATAL.has(error.code) || isTruthy(site.config.get('strict_front_matter'))) throw nameFile(error, path);
  const isYaml = error.code === 'InvalidYaml';
  const text = isYaml ? `YAML Exception reading ${path}: (<unknown>): ` : `could not read file ${path}: `;
  site.log.error('Error:', text + error.message);
}
