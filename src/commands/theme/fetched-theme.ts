import { THEME_FOLDERS } from '../../site/theme.ts';
import type { ArchivedFiles } from './archive.ts';

/** A theme as it was fetched. */
export interface FetchedTheme {
  /** What it is, for the reader: `jekyll-theme-ink 1.2.0`. */
  readonly title: string;
  /** Where it is from, and which version was asked for: it stands in the theme's folder, and a build compares it with the configuration. */
  readonly origin: string;
  readonly files: ArchivedFiles;
}

const FILES_BESIDE = /^(?:_config\.ya?ml|[^/]+\.gemspec|package\.json|(?:readme|licen[cs]e|notice)(?:\.\w+)?)$/i;

/** Whether a theme uses the file of a path, or its licence asks for it to come along: demonstrations and tests stay behind. */
export function isOfTheme(path: string): boolean {
  const [first = '', ...others] = path.split('/');
  return others.length === 0 ? FILES_BESIDE.test(path) : isThemeFolder(first);
}

/** Whether there is anything in it that a theme has. */
export function isTheme(files: ArchivedFiles): boolean {
  return [...files.keys()].some((path) => path.includes('/'));
}

const isThemeFolder = (name: string): boolean => THEME_FOLDERS.some((folder) => folder === name);
