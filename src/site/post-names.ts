/** How the names of posts and drafts are read. A plugin may replace it before files are read. */
export interface PostNames {
  /** Whether a file in a folder of posts is one, by its path in that folder. */
  isPost(path: string): boolean;
  isDraft(path: string): boolean;
  /** What a document's path says of it; null if that is nothing. */
  parts(path: string): NameParts | null;
}

interface NameParts {
  readonly date: string | null;
  readonly slug: string;
  readonly extension: string;
}

export const DATED_NAME = /^(\d{2,4}-\d{1,2}-\d{1,2})-([^/]*)(\.[^.]+)$/;
const UNDATED_NAME = /^(.*)(\.[^.]+)$/;

const baseOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** Jekyll's way. */
export const JEKYLL_POST_NAMES: PostNames = {
  isPost: (path) => DATED_NAME.test(baseOf(path)),
  isDraft: (path) => UNDATED_NAME.test(baseOf(path)),
  parts(path) {
    const name = baseOf(path);
    const [, date = null, slug = '', extension = ''] = DATED_NAME.exec(name) ?? [];
    if (date !== null) return { date, slug, extension };
    const undated = UNDATED_NAME.exec(name);
    return undated === null ? null : { date: null, slug: undated[1] ?? '', extension: undated[2] ?? '' };
  },
};
