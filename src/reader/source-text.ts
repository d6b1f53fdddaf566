import { UttersonError } from '../errors.ts';
import type { Site } from '../site/site.ts';
import { decodeSource } from '../util/encoding.ts';
import { isSettled, type ReadTree } from '../util/files/tree.ts';
import { hasFrontMatterHeader, readFrontMatter, splitFrontMatter } from '../util/front-matter.ts';

/** The contents of a file that may have front matter. */
export interface SourceText {
  /** The text after the front matter. */
  readonly content: string;
  /** The parsed YAML; undefined without front matter. */
  readonly data: unknown;
  /** Why the front matter could not be read, or null. */
  readonly problem: UttersonError | null;
  readonly isValidEncoding: boolean;
}

/** Bytes that are enough to see the first line of front matter, which may end in blanks. */
const HEADER_LENGTH = 256;
/** What is put before a file that is read as a page without it. */
const EMPTY_FRONT_MATTER = '---\n---\n\n';

/** Whether a file begins with front matter. Its first bytes decide, so the file itself is not read. */
export function hasFrontMatter(site: Site, path: string): boolean {
  const start = Buffer.from(site.tree.readStart(path, 4)).toString('latin1');
  if (!start.startsWith('---')) return site.mayLackFrontMatter(path);
  if (start === '---\n') return true;
  return hasFrontMatterHeader(Buffer.from(site.tree.readStart(path, HEADER_LENGTH)).toString('latin1'));
}

interface ReadBefore {
  readonly modified: bigint;
  readonly size: number;
  readonly source: SourceText;
}

/** What has been read of each tree, by path, for trees that `rememberSources` was called for. */
const readBefore = new WeakMap<ReadTree, Map<string, ReadBefore>>();

/**
 * Makes `readSourceText` remember what it reads from a tree: a watching process then reads a file again only if its time
 * or size has changed. A process that builds once has no use for that.
 */
export function rememberSources(tree: ReadTree): void {
  if (!readBefore.has(tree)) readBefore.set(tree, new Map());
}

/** Reads a file and its front matter. Broken YAML is returned as `problem`, not thrown. */
export function readSourceText(site: Site, path: string): SourceText {
  const known = readBefore.get(site.tree);
  if (known === undefined) return readAnew(site, path);
  const status = site.tree.status(path);
  const before = known.get(path);
  if (before !== undefined && before.modified === status?.modified && before.size === status.size) return before.source;
  const source = readAnew(site, path);
  if (status !== undefined && isSettled(status))
    known.set(path, { modified: status.modified, size: status.size, source });
  return source;
}

function readAnew(site: Site, path: string): SourceText {
  const text = site.tree.lend(path, (bytes) => decodeSource(bytes, site.encoding));
  if (!text.isWellFormed()) {
    const problem = new UttersonError('InvalidEncoding', 'invalid byte sequence in UTF-8', { file: path });
    // At a UTF-16 byte order mark Ruby switches to that encoding, and then fails to read the text at all.
    const isUtf16 = /^(?:\udcff\udcfe|\udcfe\udcff)/.test(text);
    return { content: isUtf16 ? '' : text, data: undefined, problem, isValidEncoding: false };
  }
  const isWithout = !text.startsWith('---') && site.mayLackFrontMatter(path);
  return parseSourceText(path, isWithout ? EMPTY_FRONT_MATTER + text : text);
}

function parseSourceText(path: string, text: string): SourceText {
  const known = { isValidEncoding: true, problem: null };
  try {
    const parts = readFrontMatter(text);
    return parts === undefined ? { ...known, content: text, data: undefined } : { ...known, ...parts };
  } catch (error) {
    if (!(error instanceof UttersonError)) throw error;
    const content = splitFrontMatter(text)?.content ?? text;
    return { ...known, content, data: undefined, problem: nameFile(error, path) };
  }
}

/** A copy of an error that names the file it is about. */
export function nameFile(error: UttersonError, path: string): UttersonError {
  const hint = error.hint === undefined ? {} : { hint: error.hint };
  return new UttersonError(error.code, error.message, { ...error.location, ...hint, file: path, cause: error });
}
