import {
  compareTexts,
  type Document,
  definePlugin,
  dig,
  isNil,
  type Layout,
  Page,
  type PageAttribute,
  type Site,
  slugify,
  toText,
} from '../plugin/plugin.ts';
import { pagerFor, readPerPage } from './shared/pager.ts';

const LAYOUTS = '_layouts/';
const USUAL_LAYOUT = 'category_index.html';

interface CategoryPageOptions {
  readonly directory: string;
  readonly name: string;
  /** The path of the layout, which is what templates see as the path of the page. */
  readonly template: string;
  readonly layout: Layout | undefined;
  readonly category: string;
  readonly posts: readonly Document[];
  readonly paginator: ReadonlyMap<string, unknown> | null;
}

/** A page that lists the posts of a category: a copy of its layout. */
class CategoryPage extends Page {
  override readonly relativePath: string;

  constructor(site: Site, options: CategoryPageOptions) {
    const { directory, name, layout, category, posts, paginator } = options;
    const data = new Map<unknown, unknown>([
      ...(layout?.data ?? []),
      ['title', category],
      ['category', category],
      ['paginator', paginator],
      ['posts', posts],
      ['total_posts', posts.length],
    ]);
    super(site, { directory, name, content: layout?.content ?? null, data });
    this.relativePath = options.template;
  }

  override get attributes(): readonly PageAttribute[] {
    return ['content', 'dir', 'name', 'path', 'url'];
  }
}

/** The name of a page's file, by which the others link to it too. */
const pageName = (number: number): string => (number === 1 ? 'index.html' : `page${number}.html`);

function findLayout(site: Site, path: string): Layout | undefined {
  const layout = [...site.layouts.values()].find(({ relativePath }) => relativePath === `/${path}`);
  if (layout === undefined) site.log.warn('Category Pages:', `There is no ${path}: the pages of categories are empty.`);
  return layout;
}

function addPages(site: Site): void {
  const categories = [...site.categories.keys()].sort(compareTexts);
  if (categories.length === 0) return;
  const template = LAYOUTS + toText(dig(site.config, 'category_layout') ?? USUAL_LAYOUT);
  const layout = findLayout(site, template);
  const folder = toText(dig(site.config, 'category_path') ?? 'category');
  const paginate = site.config.get('paginate');
  const perPage = isNil(paginate) || site.pages.length === 0 ? undefined : readPerPage(paginate);
  for (const category of categories) {
    const posts = site.categories.get(category) ?? [];
    const directory = `/${folder}/${slugify(category)}`.replace(/\/+/g, '/');
    const shared = { directory, template, layout, category, posts };
    const count = perPage === undefined ? 1 : Math.ceil(posts.length / perPage);
    for (let number = 1; number <= count; number++) {
      const paginator = perPage === undefined ? null : pagerFor({ posts, perPage }, number, pageName);
      site.pages.push(new CategoryPage(site, { ...shared, name: pageName(number), paginator }));
    }
  }
}

/** jekyll-category-pages: a page for each category, or several if `paginate` is set, from the layout `category_index.html`. */
export default definePlugin({
  name: 'jekyll-category-pages',
  isSafe: true,
  generators: [{ name: 'category-pages', priority: 'lowest', generate: addPages }],
});
