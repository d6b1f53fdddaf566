import { Drop } from '../liquid/drop.ts';
import { asHash, type Hash, type ReadonlyHash } from '../site/hash.ts';
import { LEFTOVER, type ReadNotes } from '../site/read-notes.ts';
import type { Site } from '../site/site.ts';
import { readsOf } from '../site/site-internals.ts';
import { hasKey } from './drops/drop-keys.ts';
import { valueOrEnumerable } from './drops/enumerable.ts';
import { JekyllDrop } from './drops/jekyll-drop.ts';
import { SiteDrop } from './drops/site-drop.ts';
import { ThemeDrop } from './drops/theme-drop.ts';

const KEYS = [
  'theme',
  'paginator',
  'layout',
  'content',
  'site',
  'highlighter_prefix',
  'highlighter_suffix',
  'page',
  'jekyll',
] as const;

const NOTHING = asHash(null);

/**
 * The variables that every template starts with.
 *
 * Jekyll uses one payload for all pages: while a page's own text is rendered, `content` and `layout` still have the values
 * of the page before, and the counters of `increment` go on. Since that shows in the output, it is reproduced.
 */
export class Payload extends Drop {
  readonly site: SiteDrop;
  readonly #jekyll: JekyllDrop;
  readonly #theme: ThemeDrop | null;
  readonly #globals: ReadonlyMap<unknown, unknown>;
  readonly #reads: ReadNotes;
  readonly #other: Hash = new Map();
  page: unknown = null;
  paginator: unknown = null;
  content: string | null = null;
  layout: ReadonlyHash | null = null;
  /** Whether `content` and `layout` are the current page's own, not those of the page before. */
  isInLayout = false;
  highlighterPrefix: string | null = null;
  highlighterSuffix: string | null = null;

  constructor(site: Site) {
    super();
    this.site = new SiteDrop(site);
    this.#globals = site.globals;
    this.#reads = readsOf(site);
    this.#jekyll = new JekyllDrop(site.environment);
    this.#theme = site.theme === null ? null : new ThemeDrop(site.theme, site.variables['JEKYLL_ENV'] ?? null);
  }

  override get rubyClass(): string {
    return 'Jekyll::Drops::UnifiedPayloadDrop';
  }

  /** `{{ count }}` and `{{ max }}`, as in unescaped Vue or React code, call Enumerable's methods: the number of variables, and the last of them. */
  get(key: unknown): unknown {
    if (this.#globals.size > 0 && this.#globals.has(key)) return this.#globals.get(key);
    switch (key) {
      case 'page':
        return this.page;
      case 'site':
        return this.site;
      case 'content':
        return this.#leftover(this.content);
      case 'layout':
        return this.#leftover(this.layout);
      case 'paginator':
        return this.paginator;
      case 'jekyll':
        return this.#jekyll;
      case 'theme':
        return this.#theme;
      case 'highlighter_prefix':
        return this.highlighterPrefix;
      case 'highlighter_suffix':
        return this.highlighterSuffix;
      default:
        return this.#other.has(key) ? this.#other.get(key) : valueOrEnumerable(this, NOTHING, key);
    }
  }

  /** Whether `increment` has been used in an earlier render. */
  get hasCounters(): boolean {
    return this.#other.size > 0;
  }

  override has(key: unknown): boolean {
    return hasKey(KEYS, this.#other, key) || this.#globals.has(key);
  }

  override set(key: string, value: unknown): void {
    this.#reads.note(LEFTOVER);
    this.#other.set(key, value);
  }

  override keys(): readonly string[] {
    return [...KEYS, ...[...this.#other.keys()].map(String)];
  }

  #leftover<T>(value: T): T {
    if (!this.isInLayout) this.#reads.note(LEFTOVER);
    return value;
  }
}
