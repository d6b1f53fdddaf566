import { Page } from '../site/page.ts';
import type { Site } from '../site/site.ts';
import { fromRubyPath } from './ruby-path.ts';

/** What Ruby code knows about a page that it has made. */
export interface PageFacts {
  readonly dir: string;
  readonly name: string;
  readonly ext: string;
  /** Null if its class does not say. */
  readonly basename: string | null;
  readonly data: Map<unknown, unknown>;
  readonly content: string | null;
  /** Whether its class has a part in its URL. */
  readonly url: boolean;
  /** Whether its class says where it goes. */
  readonly destination: boolean;
  /** Whether its class writes it. */
  readonly writes: boolean;
  /** Whose defaults Jekyll looks up for what its data lacks: none, unless its class says so. */
  readonly defaults: readonly [path: string, type: string] | null;
  /** What its class says of keys that its data does not have, and that Jekyll asks for: `layout` and the like. */
  readonly implied: ReadonlyMap<string, unknown>;
}

/** Asks Ruby code about a page. */
type AskPage = (question: 'page_url' | 'page_destination', page: Page) => string;

/** A page that Ruby code has made. */
class RubyPage extends Page {
  #facts: PageFacts | undefined;
  #ask: AskPage | undefined;
  #answers = new Map<string, string>();
  readonly #asking = new Set<string>();

  constructor(site: Site, facts: PageFacts, ask: AskPage) {
    const { dir, name, ext, basename, data, content } = facts;
    super(site, {
      directory: dir,
      name,
      extension: ext,
      ...(basename !== null && { baseName: basename }),
      data,
      content,
    });
    this.#facts = facts;
    this.#ask = ask;
  }

  /** What its class says; undefined if that asks for what it would be otherwise. */
  #answer(question: 'page_url' | 'page_destination'): string | undefined {
    const known = this.#answers.get(question);
    if (known !== undefined || this.#asking.has(question)) return known;
    this.#asking.add(question);
    try {
      const answer = this.#ask?.(question, this);
      if (answer !== undefined) this.#answers.set(question, answer);
      return answer;
    } finally {
      this.#asking.delete(question);
    }
  }

  override get url(): string {
    return (this.#facts?.url === true ? this.#answer('page_url') : undefined) ?? super.url;
  }

  override get destination(): string {
    const own = this.#facts?.destination === true ? this.#answer('page_destination') : undefined;
    return own === undefined ? super.destination : fromRubyPath(own);
  }

  /** Templates see the defaults of pages in any case. */
  override value(key: string): unknown {
    const { implied, defaults = null } = this.#facts ?? {};
    if (this.data.has(key)) return this.data.get(key);
    return implied?.get(key) ?? (defaults === null ? undefined : this.site.defaults.for(...defaults).find(key));
  }

  override forgetUrl(): void {
    super.forgetUrl();
    this.#answers = new Map();
  }
}

export function makePage(site: Site, facts: PageFacts, ask: AskPage): Page {
  return new RubyPage(site, facts, ask);
}
