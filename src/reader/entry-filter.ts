import type { Site } from '../site/site.ts';
import { fnmatch } from '../util/files/fnmatch.ts';
import { baseName, isWithin, joinPaths } from '../util/files/paths.ts';

/** An entry of a folder's listing. */
interface FilteredEntry {
  /** Relative to the listed folder. It contains slashes if the listing is recursive. */
  readonly name: string;
  readonly kind: 'file' | 'directory' | 'missing';
  readonly isLink: boolean;
}

/** One of the patterns of `include` or `exclude`. */
interface Pattern {
  /** Without leading slashes. */
  readonly text: string;
  readonly isGlob: boolean;
}

/**
 * Decides which files belong to a site: not those whose names begin with `.`, `_`, `#` or `~` or end in `~`, and not those
 * that `exclude` names, unless `include` names them.
 */
export class EntryFilter {
  readonly #site: Site;
  readonly #include: readonly Pattern[];
  readonly #exclude: readonly Pattern[];

  constructor(site: Site) {
    this.#site = site;
    const { include, exclude } = site;
    this.#include = include.map(compilePattern);
    this.#exclude = exclude.filter((pattern) => !include.includes(pattern)).map(compilePattern);
  }

  /** @param directory the folder that contains the entries, relative to the source; empty for the source itself */
  filter<T extends FilteredEntry>(directory: string, entries: readonly T[]): T[] {
    const exclude = this.#exclude.filter((pattern) => concerns(pattern, directory));
    return entries.filter((entry) => this.#accepts(directory, entry, exclude));
  }

  /** @param exclude the patterns that concern the folder */
  #accepts(directory: string, entry: FilteredEntry, exclude: readonly Pattern[]): boolean {
    if (entry.name.endsWith('.')) return false;
    const isIncluded = this.#isIncluded(entry);
    if (!isIncluded && isExcluded(directory, entry, exclude)) return false;
    if (this.#site.isSafe && entry.isLink && this.leavesSource(this.#site.inSource(directory, entry.name)))
      return false;
    return isIncluded || !(SPECIAL.test(entry.name) || entry.name.endsWith('~'));
  }

  /** Whether a link leads out of the source. */
  leavesSource(path: string): boolean {
    const real = this.#site.tree.realPath(path);
    return real === undefined || !isWithin(real, this.#site.source);
  }

  /** As in Jekyll, names are compared as if they were in the source itself, whatever folder they are in. */
  #isIncluded(entry: FilteredEntry): boolean {
    const isDirectory = entry.kind === 'directory';
    const base = baseName(entry.name);
    return this.#include.some(
      (pattern) => matches(pattern, entry.name, isDirectory) || matches(pattern, base, isDirectory),
    );
  }
}

function compilePattern(pattern: string): Pattern {
  const text = pattern.replace(/^\/+/, '');
  return { text, isGlob: /[*?[\\]/.test(text) };
}

/** A pattern matches paths that begin with it, paths that match it as a glob, and with a trailing slash the folder of that name. */
function matches({ text, isGlob }: Pattern, path: string, isDirectory: boolean): boolean {
  return path.startsWith(text) || (isDirectory && text === `${path}/`) || (isGlob && fnmatch(`/${text}`, `/${path}`));
}

/** Whether a pattern can match anything in a folder. Of the usual ones none does in `_posts`, which may contain ten thousand files. */
function concerns({ text, isGlob }: Pattern, directory: string): boolean {
  const start = fromSource(directory, '');
  return isGlob || text.startsWith(start) || start.startsWith(text);
}

function isExcluded(directory: string, { name, kind }: FilteredEntry, exclude: readonly Pattern[]): boolean {
  if (exclude.length === 0) return false;
  const path = fromSource(directory, name);
  return exclude.some((pattern) => matches(pattern, path, kind === 'directory'));
}

/** The path of an entry, relative to the source and without a leading slash. */
function fromSource(directory: string, name: string): string {
  const path = joinPaths(directory, name);
  return path.startsWith('/') ? path.slice(1) : path;
}

/** The first character of a path, or of its last component. */
const SPECIAL = /^[._#~]|\/[._#~][^/]*$/;
