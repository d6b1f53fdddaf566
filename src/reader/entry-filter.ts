import type { Site } from '../site/site.ts';
import { fnmatch } from '../util/fnmatch.ts';
import { baseName, isWithin, joinPaths } from '../util/paths.ts';

/** An entry of a folder's listing. */
export interface FilteredEntry {
  /** Relative to the listed folder. It contains slashes if the listing is recursive. */
  readonly name: string;
  readonly kind: 'file' | 'directory' | 'missing';
  readonly isLink: boolean;
}

type Pattern = (path: string, isDirectory: boolean) => boolean;

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
    return entries.filter((entry) => this.accepts(directory, entry));
  }

  accepts(directory: string, entry: FilteredEntry): boolean {
    if (entry.name.endsWith('.')) return false;
    const isIncluded = this.#isIncluded(entry);
    if (!isIncluded && this.#isExcluded(joinPaths(directory, entry.name), entry.kind === 'directory')) return false;
    if (this.#site.isSafe && entry.isLink && this.leavesSource(this.#site.inSource(directory, entry.name)))
      return false;
    return isIncluded || !(isSpecial(entry.name) || entry.name.endsWith('~'));
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
    return this.#include.some((matches) => matches(entry.name, isDirectory) || matches(base, isDirectory));
  }

  #isExcluded(path: string, isDirectory: boolean): boolean {
    const relative = path.startsWith('/') ? path.slice(1) : path;
    return this.#exclude.some((matches) => matches(relative, isDirectory));
  }
}

/** A pattern matches paths that begin with it, paths that match it as a glob, and with a trailing slash the folder of that name. */
function compilePattern(pattern: string): Pattern {
  const plain = pattern.replace(/^\/+/, '');
  const isGlob = /[*?[\\]/.test(plain);
  return (path, isDirectory) =>
    path.startsWith(plain) || (isDirectory && plain === `${path}/`) || (isGlob && fnmatch(`/${plain}`, `/${path}`));
}

function isSpecial(name: string): boolean {
  return '._#~'.includes(name[0] ?? 'a') || '._#~'.includes(baseName(name)[0] ?? 'a');
}
