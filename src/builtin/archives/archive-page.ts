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
import { ArchiveDrop } from './archive-drop.ts';

/**
 * What an archive is about: a tag or category, or the leading parts of a date, as written in URLs. As in the gem, a tag that
 * is no text, such as a number, has neither a title nor an address of its own.
 */
type ArchiveSubject = string | readonly string[] | undefined;

export interface Archive {
  /** `year`, `month`, `day`, `tag`, `category`; of a collection, any key of front matter. */
  readonly kind: string;
  readonly subject: ArchiveSubject;
  readonly posts: readonly Document[];
}

export interface ArchiveStyle {
  readonly template: string;
  readonly layout: unknown;
  /** What the template may name besides the subject. */
  readonly placeholders: readonly [string, string][];
  /** Where templates find the documents. */
  readonly contents: readonly [string, unknown][];
  /** How the name of a tag becomes a part of a URL; undefined for Jekyll's usual way. */
  readonly slugMode: string | undefined;
  /** The class of the drop that templates see; undefined if they see a hash, with front matter defaults. */
  readonly rubyClass: string | undefined;
}

const DATE_PARTS = ['year', 'month', 'day'];

function archiveUrl({ subject }: Archive, { template, slugMode, placeholders }: ArchiveStyle): string {
  const values: [string, string | null][] = Array.isArray(subject)
    ? subject.map((part: string, index) => [DATE_PARTS[index] ?? '', part])
    : [['name', typeof subject === 'string' ? slugify(subject, slugMode) : null]];
  return sanitizeUrl(fillTemplate(template, new Map([...values, ...placeholders])));
}

/**
 * The page of an archive. As in the gem, its name has no extension, and its URL is made from its subject, whatever the front
 * matter of its layout says.
 */
export class ArchivePage extends Page {
  readonly #url: string;
  readonly #kind: string;
  readonly #rubyClass: string | undefined;
  #typedDefaults: Page['defaults'] | undefined;

  constructor(site: Site, archive: Archive, style: ArchiveStyle) {
    const url = archiveUrl(archive, style);
    const path = unescapePath(url) + (url.endsWith('/') ? 'index.html' : '');
    const slash = path.lastIndexOf('/');
    const { kind, subject } = archive;
    const extension = extensionOf(path);
    const name = path.slice(slash + 1, path.length - extension.length);
    const data = new Map<unknown, unknown>([
      ['layout', style.layout],
      ...style.contents,
      ['type', kind],
      ['title', typeof subject === 'string' ? subject : null],
      ['date', Array.isArray(subject) ? dateOf(subject) : null],
      ['name', name],
      ['path', path.replace(/^\//, '')],
      ['url', url],
      ['permalink', null],
    ]);
    super(site, { directory: path.slice(0, slash), name, extension, content: '', data });
    this.#url = url;
    this.#kind = kind;
    this.#rubyClass = style.rubyClass;
    if (style.rubyClass !== undefined) this.#typedDefaults = new ApplicableDefaults([]);
  }

  /** For front matter defaults its type is its kind, so those with `type: pages` do not apply. */
  override get defaults(): Page['defaults'] {
    this.#typedDefaults ??= this.site.defaults.for(this.path, this.#kind);
    return this.#typedDefaults;
  }

  override get url(): string {
    return this.#url;
  }

  /** Unlike other pages, templates see nothing but its data. */
  override get attributes(): [] {
    return [];
  }

  override toLiquid(): unknown {
    const hash = super.toLiquid();
    return this.#rubyClass === undefined ? hash : new ArchiveDrop(this.#rubyClass, { data: this.data, hash });
  }
}

function dateOf(parts: readonly string[]): CalendarDate {
  const [year = 0, month = 1, day = 1] = parts.map(Number);
  return new CalendarDate(year, month, day);
}
