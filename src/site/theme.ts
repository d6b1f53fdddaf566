/** What a theme's gemspec or package.json says about it. */
export interface ThemeSpecification {
  readonly version: string;
  readonly authors: readonly string[];
  readonly description: string;
  readonly metadata: ReadonlyMap<unknown, unknown>;
  /** Names of the gems the theme depends on, among them its plugins. */
  readonly dependencies: readonly string[];
}

/** A theme: a folder with layouts, includes, Sass, assets and data that are used where the site has none of its own. */
export class Theme {
  readonly name: string;
  /** Absolute, with links resolved. */
  readonly root: string;
  readonly specification: ThemeSpecification;
  /** The folders that exist. One that leads out of the theme through a link counts as missing. */
  readonly folders: ReadonlyMap<ThemeFolder, string>;

  constructor(
    name: string,
    root: string,
    specification: ThemeSpecification,
    folders: ReadonlyMap<ThemeFolder, string>,
  ) {
    this.name = name;
    this.root = root;
    this.specification = specification;
    this.folders = folders;
  }

  /** The absolute path of one of its folders, or null if it does not exist. */
  folder(name: ThemeFolder): string | null {
    return this.folders.get(name) ?? null;
  }
}

/** The folders of a theme that a site uses. */
export const THEME_FOLDERS = ['_layouts', '_includes', '_sass', '_data', 'assets'] as const;

export type ThemeFolder = (typeof THEME_FOLDERS)[number];
