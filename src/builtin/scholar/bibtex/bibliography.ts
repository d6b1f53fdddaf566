import type { Entry } from './entry.ts';
import type { BibtexObject } from './parser.ts';
import { succeed } from './succeed.ts';
import type { Value } from './value.ts';

interface BibliographyOptions {
  readonly parsesNames: boolean;
  readonly parsesMonths: boolean;
}

/** The entries of one or more files. */
export class Bibliography {
  readonly #entries = new Map<string, Entry>();
  readonly #strings = new Map<string, Value>();

  constructor(objects: readonly BibtexObject[], options: BibliographyOptions) {
    for (const object of objects) {
      if (object.kind === 'string') this.#strings.set(object.name, object.value);
      else if (object.kind === 'entry') this.#add(object.entry, options);
    }
  }

  get entries(): readonly Entry[] {
    return [...this.#entries.values()];
  }

  find(key: string): Entry | undefined {
    return this.#entries.get(key);
  }

  /** As in bibtex-ruby, only strings that stand before an entry are known in its names, and the second `doe20` becomes `doe21`. */
  #add(entry: Entry, { parsesNames, parsesMonths }: BibliographyOptions): void {
    let { key } = entry;
    while (this.#entries.has(key)) key = succeed(key);
    entry.key = key;
    entry.findParent = (name) => this.#entries.get(name);
    this.#entries.set(key, entry);
    if (parsesNames) entry.parseNames(this.#strings);
    if (parsesMonths) entry.parseMonth();
  }

  /** Puts the values of strings in place of their names, in the order of the file. */
  replaceStrings(): void {
    for (const [name, value] of this.#strings) this.#strings.set(name, value.replaced(this.#strings));
    for (const entry of this.#entries.values()) entry.replaceStrings(this.#strings);
  }

  joinTokens(): void {
    for (const entry of this.#entries.values()) entry.joinTokens();
  }

  /** Keeps the first of the entries that are equal in these fields; in all fields, if none is named. */
  removeDuplicates(fields: readonly string[]): void {
    const known = new Set<string>();
    const by = fields.length === 0 ? ['year', 'title'] : fields;
    const doubles: string[] = [];
    for (const [key, entry] of this.#entries) {
      const digest = entry.digest(by);
      if (known.has(digest)) doubles.push(key);
      known.add(digest);
    }
    for (const key of doubles) this.#entries.delete(key);
  }
}
