/** What a gem's specification, or a package's, says about a theme. */
export interface ThemeSpecification {
  readonly version: string;
  readonly authors: readonly string[];
  readonly description: string;
  readonly metadata: ReadonlyMap<unknown, unknown>;
  /** Names of plugins the theme needs. */
  readonly dependencies: readonly string[];
}

/** A theme: a folder with layouts, includes, Sass, assets and data that stand behind the site's own. */
export class Theme {
  readonly kind = 'theme';
  readonly name: string;
  /** Absolute, links resolved. */
  readonly root: string;
  readonly specification: ThemeSpecification;
  /** The folders that are there; a folder that leaves the theme through a link counts as absent. */
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

  /** The absolute path of one of its folders, or null where it has none. */
  folder(name: ThemeFolder): string | null {
    return this.folders.get(name) ?? null;
  }
}

export type ThemeFolder = '_layouts' | '_includes' | '_sass' | '_data' | 'assets';

export const THEME_FOLDERS: readonly ThemeFolder[] = ['_layouts', '_includes', '_sass', '_data', 'assets'];
