import type { InputNames, ReadSet, Reads } from '../../regenerator/reads.ts';
import { type BuildRecord, staleBecause, type Version } from '../../regenerator/staleness.ts';
import type { Item } from '../../site/item.ts';
import { itemName } from '../../site/item-name.ts';
import { Page } from '../../site/page.ts';
import { LEFTOVER, UNTRACKED } from '../../site/read-notes.ts';
import type { Site } from '../../site/site.ts';
import { internalsOf } from '../../site/site-internals.ts';
import type { StaticFile } from '../../site/static-file.ts';
import { changesIn, type GrowingMap, growingMap } from '../../util/record/layered-map.ts';
import type { Clock } from '../../util/time/ruby-date-parse.ts';
import { Bodies, type Body } from './bodies.ts';
import { InputChanges } from './input-changes.ts';

/** A page that a converter made while it converted another, such as the source map of a style sheet. */
export interface MadePage {
  readonly directory: string;
  readonly name: string;
}

/** What the previous build left. The keys are the names of items. */
export interface BuildState {
  readonly made: ReadonlyMap<string, readonly MadePage[]>;
  readonly record: BuildRecord;
  readonly bodies: ReadonlyMap<string, Body>;
  /** The absolute path of each output. */
  readonly destinations: ReadonlyMap<string, string>;
}

export interface RegenerationOptions {
  readonly reads: Reads;
  readonly names: InputNames;
  readonly clock: Clock;
}

interface LoadedSiteOptions extends RegenerationOptions {
  /** The state of the previous build; null to render everything. */
  readonly before: BuildState | null;
  /** Whether to record this build for a later one. */
  readonly isRecorded: boolean;
  /** The plugin because of which nothing is recorded, if there is one. */
  readonly untrackedPlugin: string | undefined;
}

interface KeptSiteOptions extends RegenerationOptions {
  readonly before: BuildState;
  /** Whether an input may have changed since the previous build, by its name. */
  readonly mayHaveChanged: (input: string) => boolean;
}

/** What a regeneration starts with. */
interface Beginning {
  readonly reads: Reads;
  readonly names: InputNames;
  readonly shared: ReadonlySet<string>;
  readonly changes: InputChanges;
  readonly before: BuildState | null;
  /** The state that changes are recorded on top of: that of a kept site, of which a build comes only to some items. */
  readonly base: BuildState | undefined;
  readonly isRecorded: boolean;
  readonly startsAnew: string;
}

/**
 * Decides for each item whether it is rendered, and records what it reads.
 *
 * An output is kept if nothing it read has changed, so an incremental build gives what a clean one gives. Items that
 * depend on something without a version (a counter in a layout, say) become stale together.
 */
export class Regeneration {
  readonly names: InputNames;
  readonly reads: Reads;
  readonly #isRecorded: boolean;
  readonly #before: BuildState | null;
  readonly #changes: InputChanges;
  readonly #outputs: GrowingMap<string, ReadSet>;
  readonly #destinations: GrowingMap<string, string>;
  readonly #bodies: Bodies;
  readonly #made: Map<string, readonly MadePage[]>;
  /** The versions that this build records. */
  readonly #versions: GrowingMap<number, Version>;
  /** Made pages that were kept. */
  readonly #keptPages = new Set<Item>();
  /** Places in the destination of several items, of which the last one wins. */
  readonly #shared: ReadonlySet<string>;
  /** Why everything is rendered if there is nothing to continue. */
  readonly #startsAnew: string;
  /** Why each item was rendered: the name of the input that changed, `new`, or why all were. */
  readonly reasons = new Map<string, string>();
  #isTrustworthy = true;

  private constructor(beginning: Beginning) {
    this.names = beginning.names;
    this.reads = beginning.reads;
    this.#isRecorded = beginning.isRecorded;
    this.#before = beginning.before;
    this.#changes = beginning.changes;
    this.#shared = beginning.shared;
    this.#startsAnew = beginning.startsAnew;
    const { base } = beginning;
    this.#outputs = growingMap(base?.record.outputs);
    this.#destinations = growingMap(base?.destinations);
    this.#bodies = new Bodies(this.reads, base?.bodies);
    this.#made = new Map(base?.made);
    this.#versions = growingMap(base?.record.versions);
  }

  /** For a site that has just been read: all inputs are compared with those of the previous build. */
  static ofLoadedSite(site: Site, { before, untrackedPlugin, ...options }: LoadedSiteOptions): Regeneration {
    const shared = findShared(site);
    const changes = new InputChanges(site, { ...options, before: before?.record ?? null });
    const noRecord = untrackedPlugin === undefined ? 'no record' : `plugin:${untrackedPlugin}`;
    const beginning = { ...options, shared, changes, before, base: undefined, startsAnew: noRecord };
    if (before === null || !changes.isAny || !showsLeftover(before, options.names)) return new Regeneration(beginning);
    changes.forgetBefore();
    return new Regeneration({ ...beginning, before: null, startsAnew: LEFTOVER });
  }

  /** For a site kept from the previous build: inputs that cannot have changed are not compared. */
  static ofKeptSite(site: Site, { before, mayHaveChanged, ...options }: KeptSiteOptions): Regeneration {
    const shared = findShared(site);
    const changes = new InputChanges(site, { ...options, before: before.record, mayHaveChanged });
    // Without a previous build there would be no kept site.
    const startsAnew = 'no record';
    return new Regeneration({ ...options, shared, changes, before, base: before, isRecorded: true, startsAnew });
  }

  /** Whether the kept outputs can be trusted. If not, everything has to be rendered anew. */
  get isTrustworthy(): boolean {
    return this.#isTrustworthy;
  }

  /** Why an item must be rendered, or undefined if its output is still valid. */
  staleBecause(item: Item): string | undefined {
    if (this.#keptPages.has(item)) return undefined;
    if (this.sharesDestination(item)) return 'shared destination';
    if (this.#before === null) return this.#startsAnew;
    const read = this.#before.record.outputs.get(itemName(item));
    return read === undefined || !this.#changes.knows(item) ? 'new' : this.#changes.firstOf(read);
  }

  /** What an item read when it was last rendered, in this build or an earlier one. */
  readBy(item: Item): ReadSet | undefined {
    const name = itemName(item);
    return this.#outputs.get(name) ?? this.#before?.record.outputs.get(name);
  }

  /** Whether converting an item made other pages in the previous build. */
  hasMadePages(item: Item): boolean {
    return this.#before?.made.has(itemName(item)) === true;
  }

  /** Makes the build untrustworthy: something was rendered that may differ from a clean build. */
  distrust(): void {
    this.#isTrustworthy = false;
  }

  /** Renders an item and records what it reads. */
  render(item: Item, reason: string, render: () => void): void {
    const name = itemName(item);
    this.reasons.set(name, reason);
    if (!this.#isRecorded) {
      render();
      item.pack();
      return;
    }
    this.#changes.noteSource(name);
    this.#noteDestination(name, item);
    const { pages } = item.site;
    const pagesBefore = pages.length;
    this.#bodies.begin();
    const { read } = this.reads.record(() => {
      this.reads.note(`source:${name}`);
      if (this.sharesDestination(item)) this.reads.note(UNTRACKED);
      render();
    });
    this.#outputs.set(name, read);
    if (pages.length > pagesBefore) this.#made.set(name, pages.slice(pagesBefore).map(placeOfPage));
    this.#changes.noteText(`content:${name}`, item.content);
    this.#changes.noteText(`output:${name}`, item.output);
    this.#bodies.pack(item);
    if (this.#before !== null && read.includes(this.names.id(LEFTOVER))) this.#isTrustworthy = false;
  }

  /** Whether something else is written to the same place. */
  sharesDestination(item: Item | StaticFile): boolean {
    return (
      this.hasSharedDestinations &&
      item.isWritten &&
      this.#shared.has(internalsOf(item.site).places.keyOf(item.destination))
    );
  }

  /** An item that is not written must not be asked for its URL: its permalink may be an error that would stop the build. */
  #noteDestination(name: string, item: Item): void {
    if (item.isWritten) this.#destinations.set(name, item.destination);
  }

  /** Keeps an item as the previous build made it. */
  keep(item: Item, readOutput: () => string): void {
    const name = itemName(item);
    const read = this.#before?.record.outputs.get(name);
    if (read !== undefined) this.#outputs.set(name, read);
    this.#noteDestination(name, item);
    const body = this.#before?.bodies.get(name);
    if (body !== undefined) this.#bodies.keep(name, body);
    // The output of an item that is not written is not stored anywhere.
    const output = () => (item.isWritten ? readOutput() : this.#keptText(undefined));
    item.keep({ content: () => this.#keptText(body?.html()), output });
    this.#keepMade(item, name);
  }

  #keepMade(item: Item, name: string): void {
    const made = this.#before?.made.get(name);
    if (made === undefined) return;
    this.#made.set(name, made);
    for (const place of made) {
      const page = new Page(item.site, { ...place, data: item.data, isPlain: true });
      this.#keptPages.add(page);
      item.site.pages.push(page);
    }
  }

  /** An item's body: the kept one if nothing it read has changed, otherwise what `make` returns. */
  body(item: Item, make: () => string): string {
    if (this.sharesDestination(item) || !this.#isRecorded) return make();
    const name = itemName(item);
    // The text of a page that was made in this very build is not covered by any input.
    const known = this.#changes.knows(item) ? this.#before?.bodies.get(name) : undefined;
    const isValid = known !== undefined && this.#changes.firstOf(known.read) === undefined;
    return (isValid ? this.#bodies.reuse(name, known) : undefined) ?? this.#bodies.make(name, make);
  }

  #keptText(text: string | undefined): string {
    if (text === undefined) this.#isTrustworthy = false;
    return text ?? '';
  }

  /** Whether any two items are written to the same place. */
  get hasSharedDestinations(): boolean {
    return this.#shared.size > 0;
  }

  /** What the next build needs to know of this one. */
  finish(): BuildState {
    const bodies = this.#bodies.finish();
    const readByBodies = [...changesIn(bodies).values()].map(({ read }) => read);
    this.#changes.record(this.#versions, [...changesIn(this.#outputs).values(), ...readByBodies]);
    return {
      record: { versions: this.#versions, outputs: this.#outputs },
      bodies,
      made: this.#made,
      destinations: this.#destinations,
    };
  }
}

const placeOfPage = ({ sourceDirectory, name }: Page): MadePage => ({ directory: sourceDirectory, name });

/** Whether a page of a build showed something that the page before it left behind. */
function showsLeftover({ record }: BuildState, names: InputNames): boolean {
  const leftover = new Set([names.id(LEFTOVER)]);
  return [...record.outputs.values()].some((read) => staleBecause(read, leftover) !== undefined);
}

/** The places in the destination that several items are written to. */
function findShared(site: Site): Set<string> {
  const seen = new Set<string>();
  const shared = new Set<string>();
  for (const { destination } of site.files()) {
    const place = internalsOf(site).places.keyOf(destination);
    if (seen.has(place)) shared.add(place);
    seen.add(place);
  }
  return shared;
}
