import {
  type Document,
  deepMerge,
  dig,
  firstTrue,
  Page,
  type ReadonlyHash,
  type Site,
  slugify,
  strip,
  toText,
} from '../../plugin/plugin.ts';
import { subjectsOf } from './post-index.ts';
import { autoPageSettings, paginationSettings } from './settings.ts';

/** A kind of auto pages. */
interface AutoPageKind {
  /** Its key under `autopages:`. */
  readonly settings: string;
  /** The front matter key with the subjects of a document. */
  readonly key: string;
  /** The setting under `pagination:` that filters by a subject. */
  readonly filter: string;
  /** Stands for the subject in titles and permalinks. */
  readonly placeholder: string;
}

const KINDS: readonly AutoPageKind[] = [
  { settings: 'tags', key: 'tags', filter: 'tag', placeholder: ':tag' },
  { settings: 'categories', key: 'categories', filter: 'category', placeholder: ':cat' },
  { settings: 'collections', key: '__coll', filter: 'collection', placeholder: ':coll' },
];

/** Every document that does not paginate a list itself. Notes the name of its collection in its front matter, as the gem does. */
function collectDocuments(site: Site): Document[] {
  return [...site.collections].flatMap(([name, collection]) => {
    const documents = collection.docs.filter((document) => !document.data.has('pagination'));
    for (const document of documents) document.data.set('__coll', name);
    return documents;
  });
}

/** The subjects in lower case, each with its first spelling. */
function collectSubjects(documents: readonly Document[], key: string): Map<string, string> {
  const subjects = new Map<string, string>();
  for (const written of documents.flatMap((document) => subjectsOf(document, key))) {
    const subject = strip(written.toLowerCase());
    if (!subjects.has(subject)) subjects.set(subject, written);
  }
  return subjects;
}

interface AutoPageParts {
  readonly kind: AutoPageKind;
  readonly settings: ReadonlyHash;
  readonly subject: string;
  readonly displayName: string;
}

interface AutoPageText {
  readonly url: string;
  readonly data: Map<unknown, unknown>;
  readonly content: string | null;
}

/** The template that the pages of the subject's list replace. If pagination is disabled, it is written: its text is the layout's. */
class AutoPage extends Page {
  readonly #url: string;

  constructor(site: Site, { url, data, content }: AutoPageText) {
    super(site, { directory: '', name: 'index.html', data, content });
    this.#url = url;
  }

  override get url(): string {
    return this.#url;
  }
}

function makeAutoPage(site: Site, layoutFile: string, { kind, settings, subject, displayName }: AutoPageParts): Page {
  const layoutName = layoutFile.replace(/\.[^.]*$/, '');
  const layoutPath = `_layouts/${layoutFile}`;
  const found = site.layouts.get(layoutName);
  // Those of a theme are not looked at.
  const layout = found?.path === site.inSource(layoutPath) ? found : undefined;
  const data = new Map(layout?.data);
  const over = (base: ReadonlyHash, own: unknown) => (own instanceof Map ? deepMerge(base, own) : base);
  const own = over(settings, data.get('autopages'));
  const slug = slugify(subject, toText(dig(settings, 'slugify', 'mode')), dig(settings, 'slugify', 'cased') === true);
  const fill = (template: unknown) => toText(template).replace(kind.placeholder, () => slug);
  const permalink = fill(own.get('permalink'));
  data.set('permalink', permalink);
  data.set('layout', layoutName);
  data.set('title', fill(own.get('title')));
  data.set('pagination', new Map([...over(paginationSettings(site), data.get('pagination')), [kind.filter, subject]]));
  data.set(
    'autopage',
    new Map([
      ['layout_path', layoutPath],
      ['display_name', displayName],
    ]),
  );
  const url = `${permalink}/index.html`.replaceAll(/\/{2,}/g, '/');
  return new AutoPage(site, { url, data, content: layout?.content ?? null });
}

/** Adds a page for each tag, category and collection, if that kind is enabled. */
export function addAutoPages(site: Site): void {
  const config = autoPageSettings(site);
  if (firstTrue(config.get('enabled')) === undefined) {
    site.log.info('AutoPages:', 'Disabled/Not configured in site.config.');
    return;
  }
  const documents = collectDocuments(site);
  for (const kind of KINDS) {
    const settings = config.get(kind.settings);
    if (!(settings instanceof Map)) continue;
    if (firstTrue(settings.get('enabled')) === undefined) {
      site.log.info('AutoPages:', `${kind.settings} pages are disabled/not configured in site.config.`);
      continue;
    }
    site.log.info('AutoPages:', `Generating ${kind.settings} pages`);
    const layouts: unknown = settings.get('layouts');
    for (const [subject, displayName] of collectSubjects(documents, kind.key)) {
      for (const layout of Array.isArray(layouts) ? layouts : []) {
        site.pages.push(makeAutoPage(site, toText(layout), { kind, settings, subject, displayName }));
      }
    }
  }
}
