import type { TextPack } from '../../regenerator/text-pack.ts';
import type { Document, KnownDocument } from '../../site/document.ts';
import type { KnownFiles, RecalledData } from '../../site/services.ts';
import type { Site } from '../../site/site.ts';
import { internalsOf } from '../../site/site-internals.ts';
import { encodeUtf8 } from '../../util/encoding.ts';
import type { ObservedTree } from '../../util/files/observed-tree.ts';
import type { ColumnReader, ColumnWriter, TextColumn } from '../../util/record/columns.ts';
import { type FileStamp, isSameStamp, UNSETTLED } from '../../util/record/file-stamp.ts';
import { LayeredMap } from '../../util/record/layered-map.ts';
import { LazyMap } from '../../util/record/lazy-map.ts';
import type { Time } from '../../util/time/time.ts';
import { compareTexts } from '../../util/values/compare-texts.ts';
import { noteDocument, recallDocument, withOutput } from './noted-document.ts';

/** What is known about a document as long as its file has this stamp. */
export interface DocumentFacts extends KnownDocument {
  readonly stamp: FileStamp;
}

/** Stands for a document whose data cannot be recorded. */
const NO_NOTE = '';

/**
 * What earlier builds know about documents, so that of 10,000 posts only those are read that are needed for more than
 * their URL and date: those that changed, and those shown on a page that is rendered again.
 *
 * @example
 * const known = new KnownDocuments(tree, factsOfTheRecord, frontMatterPack);
 * known.find('/site/_posts/2024-01-01-a.md', site.time); // undefined if the file has changed and must be read
 * known.remember(site); // for the next build
 */
export class KnownDocuments implements KnownFiles {
  readonly #tree: ObservedTree;
  #facts: ReadonlyMap<string, DocumentFacts>;
  /** The stamps of this build's files before they were read. */
  #stamps = new Map<string, FileStamp>();
  /** The notes of documents that were read in this build, by path. */
  #notes = new Map<string, string>();
  /** Paths of the recalled documents whose notes include the output of their excerpts. */
  readonly #hasOutput = new Set<string>();
  readonly #keptNotes: TextPack;
  #hasChanged = false;

  /** @param keptNotes the notes of earlier builds, by path. They are valid as long as the facts are */
  constructor(tree: ObservedTree, facts: ReadonlyMap<string, DocumentFacts>, keptNotes: TextPack) {
    this.#tree = tree;
    this.#facts = facts;
    this.#keptNotes = keptNotes;
  }

  /** By the absolute path of the file. */
  get facts(): ReadonlyMap<string, DocumentFacts> {
    return this.#facts;
  }

  /** Whether a file changed between being looked at and being read. What is known can then not be trusted, and all files must be read. */
  get hasChanged(): boolean {
    return this.#hasChanged;
  }

  /** Begins another build. */
  begin(): void {
    this.#stamps = new Map();
    this.#notes = new Map();
    this.#hasOutput.clear();
    this.#hasChanged = false;
  }

  find(path: string, time: Time): DocumentFacts | undefined {
    const facts = this.#facts.get(path);
    // A file that nobody has looked at yet is about to be read, and looked at then.
    if (facts === undefined && this.#tree.observed(path) === undefined) return undefined;
    const stamp = this.#tree.observe(path);
    this.#stamps.set(path, stamp);
    if (facts === undefined || !isSameStamp(facts.stamp, stamp)) return undefined;
    // A document with a future date is hidden, and a date that equals the build's time counts as none.
    return facts.date !== null && facts.date.seconds >= time.seconds ? undefined : facts;
  }

  recall(document: Document): RecalledData | undefined {
    const note = this.#keptNotes.get(document.path, '') ?? NO_NOTE;
    if (note === NO_NOTE) return undefined;
    const recalled = recallDocument(note, document);
    if (recalled.excerptOutput !== null) this.#hasOutput.add(document.path);
    return recalled;
  }

  note(document: Document): void {
    const { path } = document;
    if (!this.#stamps.has(path)) this.#stamps.set(path, this.#tree.observed(path) ?? UNSETTLED);
    this.#notes.set(path, noteDocument(document) ?? NO_NOTE);
  }

  confirm(path: string): void {
    const seen = this.#stamps.get(path) ?? UNSETTLED;
    if (!isSameStamp(this.#tree.stampNow(path), seen)) this.#hasChanged = true;
  }

  /**
   * Remembers the documents of a site that has been built, for the next build.
   *
   * @param hasSameDocuments whether the site has exactly the documents that are known already
   */
  remember(site: Site, hasSameDocuments = false): void {
    const facts = hasSameDocuments ? LayeredMap.over(this.#facts) : new Map<string, DocumentFacts>();
    for (const { docs } of site.collections.values()) {
      // The next build will ask in the order in which files are listed. Entries that are asked for in order are found without a search.
      const listed = hasSameDocuments ? docs : docs.toSorted((a, b) => compareTexts(a.path, b.path));
      for (const document of listed) {
        if (hasSameDocuments && document.isUnread) continue;
        const found = this.#factsOf(document, site);
        if (found === undefined) continue;
        if (!hasSameDocuments || found !== this.#facts.get(document.path)) facts.set(document.path, found);
        this.#keepNote(document);
      }
    }
    this.#facts = facts;
  }

  /** Stores the note of a document that was read in this build, and the output of an excerpt that was first rendered in it. */
  #keepNote(document: Document): void {
    if (document.isUnread) return;
    const { path } = document;
    const read = this.#notes.get(path);
    const output = this.#hasOutput.has(path) ? null : (document.excerpt?.settledOutput ?? null);
    if (read === undefined && output === null) return;
    const note = read ?? this.#keptNotes.get(path, '') ?? NO_NOTE;
    const full = note === NO_NOTE || output === null ? note : withOutput(note, output);
    this.#keptNotes.set(path, '', () => encodeUtf8(full));
  }

  #factsOf(document: Document, site: Site): DocumentFacts | undefined {
    if (document.isUnread) return this.#facts.get(document.path);
    const stamp = this.#stamps.get(document.path);
    if (stamp === undefined || stamp === UNSETTLED || document.isReadAnew) return undefined;
    // A document that is not written is not asked for its URL: its permalink may be an error that would stop the build.
    if (!document.isWritten || (document.isDatedByBuild && internalsOf(site).buildTime.mayChangeSite)) return undefined;
    const { url, destination, isDatedByBuild } = document;
    const date = isDatedByBuild || !document.hasDate ? null : momentOf(document.date);
    const facts = { stamp, url, destination, isDatedByBuild, date };
    const known = this.#facts.get(document.path);
    // Identical facts keep their identity, by which the record finds out that they need not be written again.
    return known !== undefined && areSameFacts(known, facts) ? known : facts;
  }
}

function areSameFacts(a: DocumentFacts, b: DocumentFacts): boolean {
  return (
    isSameStamp(a.stamp, b.stamp) &&
    a.url === b.url &&
    a.destination === b.destination &&
    a.isDatedByBuild === b.isDatedByBuild &&
    a.date?.seconds === b.date?.seconds &&
    a.date?.nanoseconds === b.date?.nanoseconds
  );
}

function momentOf({ seconds, nanoseconds }: Time): KnownDocument['date'] {
  return { seconds, nanoseconds };
}

export function writeFacts(columns: ColumnWriter, facts: ReadonlyMap<string, DocumentFacts>): void {
  const all = [...facts.values()];
  columns.sharedTexts([...facts.keys()]);
  columns.numbers(all.flatMap(({ stamp: { ino, size, mtimeMs, ctimeMs } }) => [ino, size, mtimeMs, ctimeMs]));
  columns.texts(all.map(({ url }) => url));
  columns.sharedTexts(all.map(({ destination }) => destination));
  columns.integers(all.map(({ isDatedByBuild }) => (isDatedByBuild ? 1 : 0)));
  columns.numbers(all.map(({ date }) => date?.seconds ?? Number.NaN));
  columns.integers(all.map(({ date }) => date?.nanoseconds ?? 0));
}

export function readFacts(columns: ColumnReader): ReadonlyMap<string, DocumentFacts> {
  const paths = columns.sharedTexts();
  const facts: FactColumns = {
    stamps: columns.numbers(),
    urls: columns.textColumn(),
    destinations: columns.sharedTexts(),
    dated: columns.integers(),
    seconds: columns.numbers(),
    nanoseconds: columns.integers(),
  };
  return new LazyMap(paths, (index) => new RecordedFacts(facts, index));
}

interface FactColumns {
  readonly stamps: Float64Array;
  readonly urls: TextColumn;
  readonly destinations: readonly string[];
  readonly dated: Int32Array;
  readonly seconds: Float64Array;
  readonly nanoseconds: Int32Array;
}

/** The facts of one document as the columns have them. Of most documents nobody asks for more than stamp and date. */
class RecordedFacts implements DocumentFacts {
  readonly date: KnownDocument['date'];
  readonly #columns: FactColumns;
  readonly #index: number;

  constructor(columns: FactColumns, index: number) {
    this.#columns = columns;
    this.#index = index;
    const seconds = columns.seconds[index] ?? Number.NaN;
    this.date = Number.isNaN(seconds) ? null : { seconds, nanoseconds: columns.nanoseconds[index] ?? 0 };
  }

  get stamp(): FileStamp {
    const { stamps } = this.#columns;
    const at = 4 * this.#index;
    return {
      ino: stamps[at] ?? 0,
      size: stamps[at + 1] ?? 0,
      mtimeMs: stamps[at + 2] ?? 0,
      ctimeMs: stamps[at + 3] ?? 0,
    };
  }

  get url(): string {
    return this.#columns.urls.at(this.#index) ?? '';
  }

  get destination(): string {
    return this.#columns.destinations[this.#index] ?? '';
  }

  get isDatedByBuild(): boolean {
    return this.#columns.dated[this.#index] === 1;
  }
}
