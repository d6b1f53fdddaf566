import type { TextPack } from '../regenerator/text-pack.ts';
import type { Document, KnownDocument } from '../site/document.ts';
import type { KnownFiles, RecalledData } from '../site/services.ts';
import type { Site } from '../site/site.ts';
import type { ColumnReader, ColumnWriter } from '../util/columns.ts';
import { compareTexts } from '../util/compare-texts.ts';
import { encodeUtf8 } from '../util/encoding.ts';
import { LayeredMap, LazyMap } from '../util/layered-map.ts';
import type { ObservedTree } from '../util/observed-tree.ts';
import { isSameSign, type Sign, UNSETTLED } from '../util/signs.ts';
import type { Time } from '../util/time.ts';
import { noteDocument, recallDocument, withOutput } from './noted-document.ts';

/** What is known of a document as long as its file has this sign. */
export interface DocumentFacts extends KnownDocument {
  readonly sign: Sign;
}

/** The note of a document that cannot be told from one. */
const NONE = '';

/**
 * What builds before know of documents, so that of 10,000 posts only those are read of which somebody wants more than
 * their place: those that changed, those that are shown on a page that is made again.
 *
 * @example
 * const known = new KnownDocuments(tree, factsOfTheRecord);
 * known.find('/site/_posts/2024-01-01-a.md', site.time); // undefined where the file is another: then it is read
 * known.take(site); // for the next build
 */
export class KnownDocuments implements KnownFiles {
  readonly #tree: ObservedTree;
  #facts: ReadonlyMap<string, DocumentFacts>;
  /** How the files of this build looked before they were read. */
  #signs = new Map<string, Sign>();
  /** What was read in this build, by path. */
  #notes = new Map<string, string>();
  /** Those whose notes tell what their excerpts are rendered to. */
  readonly #hasOutput = new Set<string>();
  readonly #kept: TextPack;
  #hasChanged = false;

  /** @param kept what builds before have noted of front matter: it holds as long as the facts do */
  constructor(tree: ObservedTree, facts: ReadonlyMap<string, DocumentFacts>, kept: TextPack) {
    this.#tree = tree;
    this.#facts = facts;
    this.#kept = kept;
  }

  /** By the absolute path of the file. */
  get facts(): ReadonlyMap<string, DocumentFacts> {
    return this.#facts;
  }

  /** Whether a file has changed between being looked at and being read: then only reading all files anew tells what holds. */
  get hasChanged(): boolean {
    return this.#hasChanged;
  }

  /** Begins another build. */
  begin(): void {
    this.#signs = new Map();
    this.#notes = new Map();
    this.#hasOutput.clear();
    this.#hasChanged = false;
  }

  find(path: string, time: Time): DocumentFacts | undefined {
    const facts = this.#facts.get(path);
    // It is about to be read for the first time, and looked at then.
    if (facts === undefined && this.#tree.observed(path) === undefined) return undefined;
    const sign = this.#tree.observe(path);
    this.#signs.set(path, sign);
    if (facts === undefined || !isSameSign(facts.sign, sign)) return undefined;
    // A document of the future is hidden, and a date that equals the build's time counts as none.
    return facts.date !== null && facts.date.seconds >= time.seconds ? undefined : facts;
  }

  recall(document: Document): RecalledData | undefined {
    const note = this.#kept.get(document.path, '') ?? NONE;
    if (note === NONE) return undefined;
    const recalled = recallDocument(note, document);
    if (recalled.excerptOutput !== null) this.#hasOutput.add(document.path);
    return recalled;
  }

  note(document: Document): void {
    const { path } = document;
    if (!this.#signs.has(path)) this.#signs.set(path, this.#tree.observed(path) ?? UNSETTLED);
    this.#notes.set(path, noteDocument(document) ?? NONE);
  }

  confirm(path: string): void {
    const seen = this.#signs.get(path) ?? UNSETTLED;
    if (!isSameSign(this.#tree.look(path), seen)) this.#hasChanged = true;
  }

  /**
   * Notes what the next build may know of a site that is built.
   *
   * @param hasSameDocuments whether it has the documents that are known, and no others
   */
  take(site: Site, hasSameDocuments = false): void {
    const facts = hasSameDocuments ? LayeredMap.over(this.#facts) : new Map<string, DocumentFacts>();
    for (const { docs } of site.collections.values()) {
      // As files are listed and looked at: what is asked for in its order is found without a search.
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

  /** Keeps what was read of a document in this build, and what its excerpt was rendered to for the first time. */
  #keepNote(document: Document): void {
    if (document.isUnread) return;
    const { path } = document;
    const read = this.#notes.get(path);
    const output = this.#hasOutput.has(path) ? null : (document.excerpt?.settledOutput ?? null);
    if (read === undefined && output === null) return;
    const note = read ?? this.#kept.get(path, '') ?? NONE;
    const full = note === NONE || output === null ? note : withOutput(note, output);
    this.#kept.set(path, '', () => encodeUtf8(full));
  }

  #factsOf(document: Document, site: Site): DocumentFacts | undefined {
    if (document.isUnread) return this.#facts.get(document.path);
    const sign = this.#signs.get(document.path);
    if (sign === undefined || sign === UNSETTLED || document.isReadAnew) return undefined;
    // What is not written is not asked for its URL: its permalink may be one that stops the build.
    if (!document.isWritten || (document.isDatedByBuild && site.mayChangeWithTime)) return undefined;
    const { url, destination, isDatedByBuild } = document;
    const date = isDatedByBuild || !document.hasDate ? null : momentOf(document.date);
    const facts = { sign, url, destination, isDatedByBuild, date };
    const known = this.#facts.get(document.path);
    // What is the very same need not be written down again.
    return known !== undefined && areSameFacts(known, facts) ? known : facts;
  }
}

function areSameFacts(a: DocumentFacts, b: DocumentFacts): boolean {
  return (
    isSameSign(a.sign, b.sign) &&
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
  columns.numbers(all.flatMap(({ sign: { ino, size, mtimeMs, ctimeMs } }) => [ino, size, mtimeMs, ctimeMs]));
  columns.texts(all.map(({ url }) => url));
  columns.sharedTexts(all.map(({ destination }) => destination));
  columns.integers(all.map(({ isDatedByBuild }) => (isDatedByBuild ? 1 : 0)));
  columns.numbers(all.map(({ date }) => date?.seconds ?? Number.NaN));
  columns.integers(all.map(({ date }) => date?.nanoseconds ?? 0));
}

export function readFacts(columns: ColumnReader): ReadonlyMap<string, DocumentFacts> {
  const paths = columns.sharedTexts();
  const signs = columns.numbers();
  const urls = columns.textColumn();
  const destinations = columns.sharedTexts();
  const dated = columns.integers();
  const seconds = columns.numbers();
  const nanoseconds = columns.integers();
  return new LazyMap(paths, (index) => {
    const at = 4 * index;
    const time = seconds[index] ?? Number.NaN;
    return {
      sign: { ino: signs[at] ?? 0, size: signs[at + 1] ?? 0, mtimeMs: signs[at + 2] ?? 0, ctimeMs: signs[at + 3] ?? 0 },
      url: urls.at(index) ?? '',
      destination: destinations[index] ?? '',
      isDatedByBuild: dated[index] === 1,
      date: Number.isNaN(time) ? null : { seconds: time, nanoseconds: nanoseconds[index] ?? 0 },
    };
  });
}
