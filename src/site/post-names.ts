import { baseName } from '../util/files/paths.ts';

/** How the names of posts and drafts are read. A plugin may replace it before files are read. */
export interface PostNames {
  /** Whether a file in a folder of posts is one, by its path in that folder. */
  isPost(path: string): boolean;
  isDraft(path: string): boolean;
  /** What a document's path says of it; null if that is nothing. */
  parts(path: string): NameParts | null;
}

interface NameParts {
  /** As written, `2024-1-31`; null for a name without one. */
  readonly date: string | null;
  readonly slug: string;
  /** With its dot. */
  readonly extension: string;
}

/** The name of a post: its date, its slug, its extension. */
export const DATED_NAME = /^(\d{2,4}-\d{1,2}-\d{1,2})-([^/]*)(\.[^.]+)$/;
const UNDATED_NAME = /^(.*)(\.[^.]+)$/;

/** Jekyll's way. */
export const JEKYLL_POST_NAMES: PostNames = {
  isPost: (path) => DATED_NAME.test(baseName(path)),
  isDraft: (path) => UNDATED_NAME.test(baseName(path)),
  parts(path) {
    const name = baseName(path);
    const [, date = null, slug = '', extension = ''] = DATED_NAME.exec(name) ?? [];
    if (date !== null) return { date, slug, extension };
    const undated = UNDATED_NAME.exec(name);
    return undated === null ? null : { date: null, slug: undated[1] ?? '', extension: undated[2] ?? '' };
  },
};
