import type { ReadonlyHash } from '../site/hash.ts';

/**
 * One of several versions of a site that are built from the same source, for example one for each language.
 *
 * @example
 * definePlugin({
 *   name: 'two-languages',
 *   editions: () => [
 *     { folder: '', settings: new Map([['active_lang', 'en']]) },
 *     { folder: 'de', settings: new Map([['active_lang', 'de']]) },
 *   ],
 * });
 */
export interface Edition {
  /** The folder inside the destination that it is written to; empty for the destination itself. */
  readonly folder: string;
  /** Settings that override the configuration's. */
  readonly settings: ReadonlyHash;
  /** The folder whose `_posts` are read instead of the source's. Its own name does not become a category of the posts. */
  readonly postsFolder?: string;
  /** Categories that documents do not get, from their folders or from `categories` in the front matter. */
  readonly hiddenCategories?: readonly string[];
  /** A key of the front matter that takes precedence over `permalink`. */
  readonly permalinkKey?: string;
}
