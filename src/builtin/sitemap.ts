import { definePlugin, Page, type Site } from '../plugin/plugin.ts';

/** The extensions of static files that search engines read as pages. */
const EXTENSIONS: ReadonlySet<string> = new Set(['.htm', '.html', '.xhtml', '.pdf']);

const NAMESPACES = [
  'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
  'xsi:schemaLocation="http://www.sitemaps.org/schemas/sitemap/0.9 http://www.sitemaps.org/schemas/sitemap/0.9/sitemap.xsd"',
  'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"',
].join(' ');

function locationLine(source: string): string {
  return `<loc>{{ ${source} | replace: '/index.html', '/' | absolute_url | xml_escape }}</loc>\n`;
}

const DOCUMENTS = [
  `{% assign collections = site.collections | where_exp: 'collection', 'collection.output != false' %}`,
  '{% for collection in collections %}',
  `{% assign docs = collection.docs | where_exp: 'doc', 'doc.sitemap != false' %}`,
  '{% for doc in docs %}<url>\n',
  locationLine('doc.url'),
  '{% if doc.last_modified_at or doc.date %}',
  '<lastmod>{{ doc.last_modified_at | default: doc.date | date_to_xmlschema }}</lastmod>\n',
  '{% endif %}</url>\n{% endfor %}{% endfor %}',
];

const PAGES = [
  `{% assign pages = site.html_pages | where_exp: 'doc', 'doc.sitemap != false' `,
  `| where_exp: 'doc', 'doc.url != "/404.html"' %}`,
  '{% for page in pages %}<url>\n',
  locationLine('page.url'),
  '{% if page.last_modified_at %}<lastmod>{{ page.last_modified_at | date_to_xmlschema }}</lastmod>\n',
  '{% endif %}</url>\n{% endfor %}',
];

const STATIC_FILES = [
  `{% assign static_files = page.static_files | where_exp: 'page', 'page.sitemap != false' `,
  `| where_exp: 'page', 'page.name != "404.html"' %}`,
  '{% for file in static_files %}<url>\n',
  locationLine('file.path'),
  '<lastmod>{{ file.modified_time | date_to_xmlschema }}</lastmod>\n',
  '</url>\n{% endfor %}',
];

/** A Liquid page, so that its dependencies are recorded like those of any other page. */
const SITEMAP = [
  '<?xml version="1.0" encoding="UTF-8"?>\n',
  '{% if page.xsl %}<?xml-stylesheet type="text/xsl" href="{{ "/sitemap.xsl" | absolute_url }}"?>\n{% endif %}',
  `<urlset ${NAMESPACES}>\n`,
  ...DOCUMENTS,
  ...PAGES,
  ...STATIC_FILES,
  '</urlset>\n',
].join('');

const ROBOTS = 'Sitemap: {{ "sitemap.xml" | absolute_url }}\n';

interface KnownUrls {
  readonly destination: string;
  readonly urls: ReadonlySet<string>;
}

/** By the clock, which is the same for all editions of a site. */
const knownUrls = new WeakMap<Site['clock'], KnownUrls>();

/**
 * The URLs of the site's own files. As in the gem, which looks at them only once, those of the first edition count if a site is
 * built in several (as with jekyll-polyglot).
 */
function listUrls(site: Site): ReadonlySet<string> {
  const known = knownUrls.get(site.clock);
  if (known !== undefined && site.destination.startsWith(`${known.destination}/`)) return known.urls;
  const urls = new Set([...site.pages, ...site.staticFiles].map(({ url }) => url));
  knownUrls.set(site.clock, { destination: site.destination, urls });
  return urls;
}

function addSitemap(site: Site): void {
  const urls = listUrls(site);
  const add = (name: string, content: string, data: readonly [string, unknown][]) => {
    if (!urls.has(`/${name}`)) site.pages.push(new Page(site, { directory: '', name, content, data: new Map(data) }));
  };
  add('sitemap.xml', SITEMAP, [
    ['layout', null],
    ['static_files', site.staticFiles.filter(({ extension }) => EXTENSIONS.has(extension))],
    ['xsl', urls.has('/sitemap.xsl')],
  ]);
  add('robots.txt', ROBOTS, [['layout', null]]);
}

/** jekyll-sitemap: a `sitemap.xml` with all documents, pages and static pages, and a `robots.txt` that points to it. */
export default definePlugin({
  name: 'jekyll-sitemap',
  isSafe: true,
  followsFrontMatter: true,
  generators: [{ name: 'sitemap', priority: 'lowest', generate: addSitemap }],
});
