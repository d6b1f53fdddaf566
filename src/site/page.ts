import { directoryName, extensionOf, joinPaths, withoutTrailingDots } from '../util/files/paths.ts';
import { toText } from '../util/values/inspect.ts';
import type { Excerpt } from './excerpt.ts';
import type { ApplicableDefaults } from './front-matter-defaults.ts';
import type { Hash } from './hash.ts';
import { hasLiquid, isAsset } from './item-kinds.ts';
import { outputExtensionOf, permalinkOf } from './item-permalink.ts';
import { pageUrl } from './item-url.ts';
import { pathOfUrl } from './path-of-url.ts';
import { readPermalinkStyle } from './permalink-style.ts';
import { RenderedItem } from './rendered-item.ts';
import type { Site } from './site.ts';
import { internalsOf } from './site-internals.ts';
import { addPermalinkSuffix } from './url.ts';

const HTML_EXTENSIONS: ReadonlySet<string> = new Set(['.html', '.xhtml', '.htm']);

/** What templates see of a page besides its front matter. */
export type PageAttribute = 'content' | 'dir' | 'excerpt' | 'name' | 'path' | 'url';

const ATTRIBUTES: readonly PageAttribute[] = ['content', 'dir', 'excerpt', 'name', 'path', 'url'];

/** What a new page is made of. Only its place is required. */
export interface PageOptions {
  /** The folder the page is in, relative to the source: `/about` or `` (empty). */
  readonly directory: string;
  /** The name of its file, which with the folder makes its URL: `index.html`. */
  readonly name: string;
  /** With its dot. Needed only if `name` has no extension. */
  readonly extension?: string;
  /** The name without its extension, if it is another one. */
  readonly baseName?: string;
  /** Its text, before Liquid and converters. */
  readonly content?: string | null;
  /** What its front matter would say: `layout`, `title`, and anything that templates are to see as `page.KEY`. */
  readonly data?: Hash;
  /** The absolute path of its file, if it has one. */
  readonly path?: string;
  /** Whether the content is written as it is, without Liquid or a layout. */
  readonly isPlain?: boolean;
}

/**
 * A file with front matter outside any collection, or a page that a plugin made without a file.
 *
 * @example
 * site.pages.push(new Page(site, { directory: '/tags', name: 'a.html', content: '', data: new Map([['layout', 'tag']]) }));
 */
export class Page extends RenderedItem {
  readonly kind = 'page';
  readonly type = 'pages';
  readonly site: Site;
  readonly name: string;
  /** Relative to the source folder: `about/team.md`. It stays the same when a plugin moves the page, as in Jekyll. */
  readonly relativePath: string;
  readonly extension: string;
  /** The name without its extension. */
  readonly baseName: string;
  /** The absolute path of its file, or null for a page made by a plugin. */
  readonly filePath: string | null;
  data: Hash;
  excerpt: Excerpt | null = null;
  /** The front matter as parsed from the file. Plugins may have changed `data` since. */
  frontMatter: unknown;
  /** The value of `paginator` while this page is rendered. */
  pager: unknown = null;

  /** Whether a converter made it, whose output it holds: it is written as it is. */
  readonly isPlain: boolean;

  #directory: string;
  #url: string | undefined;
  #outputExtension: string | undefined;
  #destination: string | undefined;
  #defaults: ApplicableDefaults | undefined;

  constructor(site: Site, options: PageOptions) {
    super(options.content ?? null);
    this.site = site;
    this.name = options.name;
    const extension = extensionOf(options.name);
    this.extension = options.extension ?? extension;
    const { baseName = withoutTrailingDots(options.name.slice(0, options.name.length - extension.length)) } = options;
    this.baseName = baseName;
    this.#directory = options.directory;
    this.relativePath = joinPaths(options.directory, options.name).replace(/^\//, '');
    this.data = options.data ?? new Map();
    this.filePath = options.path ?? null;
    this.isPlain = options.isPlain ?? false;
    // For the page of a file the reader does this, once the page is complete.
    if (this.filePath === null && !this.isPlain) internalsOf(site).hooks.trigger('pages', 'post_init', this);
  }

  /** What `page.path` shows: the relative path, unless the front matter has a `path`. */
  get path(): string {
    return this.data.has('path') ? toText(this.data.get('path')) : this.relativePath;
  }

  get sourceDirectory(): string {
    return this.#directory;
  }

  value(key: string): unknown {
    return this.data.has(key) ? this.data.get(key) : this.defaults.find(key);
  }

  get defaults(): ApplicableDefaults {
    this.#defaults ??= this.site.defaults.for(this.relativePath, this.type);
    return this.#defaults;
  }

  get permalink(): unknown {
    return permalinkOf(this);
  }

  get url(): string {
    this.#url ??= pageUrl(this);
    return this.#url;
  }

  /** The folder part of the URL, with a slash at its end. */
  get directory(): string {
    if (this.url.endsWith('/')) return this.url;
    const directory = directoryName(this.url);
    return directory.endsWith('/') ? directory : `${directory}/`;
  }

  /** The template for its URL, unless it has a permalink of its own. */
  get urlTemplate(): string {
    if (!this.isHtml) return '/:path/:basename:output_ext';
    if (this.isIndex) return '/:path/';
    return addPermalinkSuffix('/:path/:basename', readPermalinkStyle(this.site.config.get('permalink')));
  }

  get outputExtension(): string {
    this.#outputExtension ??= outputExtensionOf(this);
    return this.#outputExtension;
  }

  /** Where the output goes, as an absolute path. */
  get destination(): string {
    this.#destination ??= this.#findDestination();
    return this.#destination;
  }

  get isHtml(): boolean {
    return HTML_EXTENSIONS.has(this.outputExtension);
  }

  get isIndex(): boolean {
    return this.baseName === 'index';
  }

  get isAsset(): boolean {
    return isAsset(this.extension);
  }

  get isWritten(): boolean {
    return true;
  }

  get rendersWithLiquid(): boolean {
    return !this.isPlain && this.value('render_with_liquid') !== false && hasLiquid(this.content);
  }

  get placesInLayout(): boolean {
    return !this.isPlain && !this.isAsset && this.value('layout') !== 'none';
  }

  /** Jekyll's `ATTRIBUTES_FOR_LIQUID`. */
  get attributes(): readonly PageAttribute[] {
    return ATTRIBUTES;
  }

  /** What a template sees: Jekyll's `to_liquid`. */
  toLiquid(): unknown {
    return internalsOf(this.site).services.toLiquid(this);
  }

  /** What Ruby prints for the page as an element of an array. */
  override toString(): string {
    return this.content ?? '';
  }

  inspect(): string {
    return `#<Jekyll::Page @relative_path="${this.relativePath}">`;
  }

  /** Moves the page to another folder, as jekyll-paginate does with page 2: to `/page2`. */
  moveTo(directory: string): void {
    this.#directory = directory;
    this.forgetUrl();
  }

  /** Forgets everything derived from the permalink, for plugins that change it after reading. */
  forgetUrl(): void {
    this.#url = undefined;
    this.#outputExtension = undefined;
    this.#destination = undefined;
    this.#defaults = undefined;
  }

  #findDestination(): string {
    const path = pathOfUrl(this);
    const file = this.url.endsWith('/') ? joinPaths(path, 'index') : path;
    return file.endsWith(this.outputExtension) ? file : file + this.outputExtension;
  }
}
