import {
  ApplicableDefaults,
  CalendarDate,
  type Document,
  extensionOf,
  fillTemplate,
  Page,
  type Site,
  sanitizeUrl,
  slugify,
  unescapePath,
} from '../../plugin/plugin.ts';

/** What an archive is about: a tag or category, or the leading parts of a date, as written in URLs. */
export type ArchiveSubject = string | readonly string[];

export interface Archive {
  /** `year`, `month`, `day`, `tag`, `category`; of a collection, any key of front matter. */
  readonly kind: string;
  readonly subject: ArchiveSubject;
  readonly posts: readonly Document[];
}

interface ArchiveStyle {
  readonly template: string;
  readonly layout: unknown;
  /** What the template may name besides the subject. */
  readonly placeholders: readonly [string, string][];
  /** Where templates find the documents. */
  readonly contents: readonly [string, unknown][];
  readonly hasDefaults: boolean;
}

function archiveUrl({ subject }: Archive, { template, placeholders }: ArchiveStyle): string {
  const values: [string, string][] =
    typeof subject === 'string'
      ? [['name', slugify(subject)]]
      : subject.map((part, index) => [['year', 'month', 'day'][index] ?? '', part]);
  return sanitizeUrl(fillTemplate(template, new Map([...values, ...placeholders])));
}

/**
 * The page of an archive. As in the gem, its name has no extension, and its URL is made from its subject, whatever the front
 * matter of its layout says.
 */
export class ArchivePage extends Page {
  readonly #url: string;
  readonly #kind: string;
  #typedDefaults: Page['defaults'] | undefined;

  constructor(site: Site, archive: Archive, style: ArchiveStyle) {
    const url = archiveUrl(archive, style);
    const path = unescapePath(url) + (url.endsWith('/') ? 'index.html' : '');
    const slash = path.lastIndexOf('/');
    const { kind, subject } = archive;
    const data = new Map<unknown, unknown>([
      ['layout', style.layout],
      ...style.contents,
      ['type', kind],
      ['title', typeof subject === 'string' ? subject : null],
      ['date', typeof subject === 'string' ? null : dateOf(subject)],
      ['permalink', null],
      ['path', path.replace(/^\//, '')],
    ]);
    const extension = extensionOf(path);
    const name = path.slice(slash + 1, path.length - extension.length);
    super(site, { directory: path.slice(0, slash), name, extension, content: '', data });
    this.#url = url;
    this.#kind = kind;
    if (!style.hasDefaults) this.#typedDefaults = new ApplicableDefaults([]);
  }

  /** For front matter defaults its type is its kind, so those with `type: pages` do not apply. */
  override get defaults(): Page['defaults'] {
    this.#typedDefaults ??= this.site.defaults.for(this.path, this.#kind);
    return this.#typedDefaults;
  }

  override get url(): string {
    return this.#url;
  }
}

function dateOf(parts: readonly string[]): CalendarDate {
  const [year = 0, month = 1, day = 1] = parts.map(Number);
  return new CalendarDate(year, month, day);
}
