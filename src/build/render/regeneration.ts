import type { InputNames, ReadSet, Reads } from '../../regenerator/reads.ts';
import {
  type BuildRecord,
  changedInputs,
  recordedVersion,
  staleBecause,
  type Version,
} from '../../regenerator/staleness.ts';
import type { Item } from '../../site/item.ts';
import { itemName } from '../../site/item-name.ts';
import { Page } from '../../site/page.ts';
import { LEFTOVER, ORDER, UNTRACKED } from '../../site/read-notes.ts';
import type { Site } from '../../site/site.ts';
import { internalsOf } from '../../site/site-internals.ts';
import type { StaticFile } from '../../site/static-file.ts';
import { digest } from '../../util/digest.ts';
import { changesIn, type GrowingMap, growingMap } from '../../util/record/layered-map.ts';
import type { Clock } from '../../util/time/ruby-date-parse.ts';
import { milliseconds } from '../../util/time/stopwatch.ts';
import { Bodies, type Body } from './bodies.ts';
import { InputVersions, renderOrder } from './input-versions.ts';

const CONTENT = 'content:';
const OUTPUT = 'output:';

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
  /** The state of the previous build; null to render everything. */
  readonly before: BuildState | null;
  /** For a site kept from the previous build: whether an input may have changed since, by its name. */
  readonly mayHaveChanged?: (input: string) => boolean;
  /** Whether to record this build for a later one. True by default. */
  readonly isRecorded?: boolean;
  /** The plugin because of which nothing is recorded, if there is one. */
  readonly untrackedPlugin?: string | undefined;
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
  readonly #clock: Clock;
  readonly #isRecorded: boolean;
  #before: BuildState | null;
  readonly #versions: InputVersions;
  readonly #mayHaveChanged: RegenerationOptions['mayHaveChanged'];
  /** The inputs that have changed. It grows as items are rendered. */
  readonly #changed: Set<number>;
  readonly #outputs: GrowingMap<string, ReadSet>;
  readonly #destinations: GrowingMap<string, string>;
  readonly #bodies: Bodies;
  /** The versions of texts that were rendered in this build. */
  readonly #newTexts = new Map<string, Version>();
  readonly #made: Map<string, readonly MadePage[]>;
  /** The versions that this build records. */
  readonly #recorded: GrowingMap<number, Version>;
  /** Made pages that were kept. */
  readonly #keptPages = new Set<Item>();
  /** Places in the destination of several items, of which the last one wins. */
  readonly #shared: ReadonlySet<string>;
  /** Why everything is rendered if there is nothing to continue. */
  #startsAnew: string;
  /** Why each item was rendered: the name of the input that changed, `new`, or why all were. */
  readonly reasons = new Map<string, string>();
  #isTrustworthy = true;

  constructor(site: Site, options: RegenerationOptions) {
    this.names = options.names;
    this.reads = options.reads;
    this.#clock = options.clock;
    this.#isRecorded = options.isRecorded ?? true;
    this.#before = options.before;
    this.#startsAnew = options.untrackedPlugin === undefined ? 'no record' : `plugin:${options.untrackedPlugin}`;
    this.#versions = new InputVersions(site, this.#clock, (name) => this.#recordedVersion(name));
    this.#shared = findShared(site);
    const { mayHaveChanged, before } = options;
    this.#mayHaveChanged = mayHaveChanged;
    const kept = mayHaveChanged === undefined ? null : before;
    this.#outputs = growingMap(kept?.record.outputs);
    this.#destinations = growingMap(kept?.destinations);
    this.#bodies = new Bodies(this.reads, kept?.bodies);
    this.#made = new Map(kept?.made);
    this.#recorded = growingMap(kept?.record.versions);
    this.#changed = mayHaveChanged === undefined ? this.#findChanged(site) : this.#findChangedAmong(mayHaveChanged);
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
    if (read === undefined || !this.#versions.has(item)) return 'new';
    const reason = staleBecause(read, this.#changed);
    return reason === undefined ? undefined : this.names.name(reason);
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
    this.#noteSource(name);
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
    this.#noteText(`content:${name}`, item.content);
    this.#noteText(`output:${name}`, item.output);
    this.#bodies.pack(item);
    if (this.#before !== null && read.includes(this.names.id(LEFTOVER))) this.#isTrustworthy = false;
  }

  /** Determines the versions of an item's source before rendering replaces it, unless recorded ones are known to be valid. */
  #noteSource(name: string): void {
    for (const kind of ['meta', 'source']) {
      const input = `${kind}:${name}`;
      if (this.#mayHaveChanged?.(input) !== false || this.#recordedVersion(input) === undefined)
        this.#versions.of(input);
    }
  }

  #recordedVersion(input: string): Version | undefined {
    return recordedVersion(this.#before?.record, this.names, input);
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
    const known = this.#versions.has(item) ? this.#before?.bodies.get(name) : undefined;
    const isValid = known !== undefined && staleBecause(known.read, this.#changed) === undefined;
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
    this.#recordVersions(bodies);
    return {
      record: { versions: this.#recorded, outputs: this.#outputs },
      bodies,
      made: this.#made,
      destinations: this.#destinations,
    };
  }

  /** Determines the versions of all inputs that were read and have none yet, and of those that have changed. */
  #recordVersions(bodies: ReadonlyMap<string, Body>): void {
    const versions = this.#recorded;
    for (const id of this.#changed) if (versions.has(id)) versions.set(id, this.#versionOf(id));
    const hasVersion = new Uint8Array(this.names.size);
    for (const id of versions.keys()) hasVersion[id] = 1;
    const readByBodies = [...changesIn(bodies).values()].map(({ read }) => read);
    for (const reads of [changesIn(this.#outputs).values(), readByBodies]) {
      for (const read of reads) {
        for (const id of read) {
          if (hasVersion[id] === 1) continue;
          hasVersion[id] = 1;
          versions.set(id, this.#versionOf(id));
        }
      }
    }
  }

  #versionOf(id: number): Version {
    const name = this.names.name(id);
    if (name === UNTRACKED) return String(milliseconds());
    return this.#newTexts.get(name) ?? this.#textVersion(id, name) ?? this.#versions.of(name);
  }

  /** The version of a body or an output that was not rendered in this build; null for an input of another kind. */
  #textVersion(id: number, name: string): Version {
    const owner = ownerOfText(name);
    if (owner === undefined) return null;
    const before = this.#before?.record.versions.get(id);
    if (before !== undefined) return before;
    const item = this.#versions.item(owner);
    return item === undefined ? null : digest((name.startsWith(CONTENT) ? item.content : item.output) ?? '');
  }

  #findChanged(site: Site): Set<number> {
    if (this.#before === null) return new Set();
    const { record } = this.#before;
    const changed = changedInputs(record, (id) => this.#versionOf(id));
    const isSomethingNew = [...renderOrder(site)].some((item) => !record.outputs.has(itemName(item)));
    // Of an item that is gone the source has changed.
    if (changed.size === 0 && !isSomethingNew) return changed;
    const leftover = new Set([this.names.id(LEFTOVER)]);
    if ([...record.outputs.values()].some((read) => staleBecause(read, leftover) !== undefined)) {
      this.#before = null;
      this.#startsAnew = LEFTOVER;
    }
    return changed.add(this.names.id(ORDER));
  }

  /** The same for a kept site: inputs that cannot have changed are not checked. */
  #findChangedAmong(mayHaveChanged: (input: string) => boolean): Set<number> {
    const changed = new Set<number>();
    for (const id of this.#recorded.keys()) {
      if (mayHaveChanged(this.names.name(id)) && this.#versionOf(id) !== this.#recorded.get(id)) changed.add(id);
    }
    return changed.size === 0 ? changed : changed.add(this.names.id(ORDER));
  }

  /** If a newly rendered text differs from the recorded one, makes its readers stale. A text that nobody read has no version. */
  #noteText(name: string, text: string | null): void {
    const id = this.names.known(name);
    const before = id === undefined ? undefined : this.#before?.record.versions.get(id);
    if (id === undefined || before === undefined) return;
    const version = digest(text ?? '');
    this.#newTexts.set(name, version);
    if (before !== version) this.#changed.add(id);
  }
}

/** The name of the item whose rendered text an input is; undefined for an input of another kind. */
export function ownerOfText(input: string): string | undefined {
  const kind = [CONTENT, OUTPUT].find((prefix) => input.startsWith(prefix));
  return kind === undefined ? undefined : input.slice(kind.length);
}

const placeOfPage = ({ sourceDirectory, name }: Page): MadePage => ({ directory: sourceDirectory, name });

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
