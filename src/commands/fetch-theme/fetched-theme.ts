import { UttersonError } from '../../errors.ts';
import { THEME_FOLDERS } from '../../site/theme.ts';
import type { ArchivedFiles } from './archive.ts';

/** A theme that was downloaded. */
export interface FetchedTheme {
  /** Its name and version, for messages: `jekyll-theme-ink 1.2.0`. */
  readonly title: string;
  /** Where it is from and which version was asked for. Kept in the theme's folder, for builds to compare with the configuration. */
  readonly origin: string;
  readonly files: ArchivedFiles;
}

const TOP_LEVEL_FILES = /^(?:_config\.ya?ml|[^/]+\.gemspec|package\.json|(?:readme|licen[cs]e|notice)(?:\.\w+)?)$/i;

/** Whether to keep a file: those that a theme uses, and its licence. Demos and tests are left out. */
export function isOfTheme(path: string): boolean {
  const [first = '', ...others] = path.split('/');
  return others.length === 0 ? TOP_LEVEL_FILES.test(path) : isThemeFolder(first);
}

/**
 * Checks that there is a file in any of a theme's folders.
 *
 * @param source what was fetched, for the error: `gem ink`
 * @throws {UttersonError} `InvalidTheme`
 */
export function checkIsTheme(files: ArchivedFiles, source: string): void {
  if ([...files.keys()].some((path) => path.includes('/'))) return;
  const message = `The ${source} is not a theme: it has no layouts, includes, Sass, data or assets.`;
  throw new UttersonError('InvalidTheme', message, { hint: 'Nothing was kept. Is the name the right one?' });
}

const isThemeFolder = (name: string): boolean => THEME_FOLDERS.some((folder) => folder === name);
