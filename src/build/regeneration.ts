import { describePart, type OutputPart } from '../regenerator/output-part.ts';
import { type InputNames, type ReadSet, type Reads, UNTRACKED } from '../regenerator/reads.ts';
import {
  type BuildRecord,
  changedInputs,
  recordedVersion,
  staleBecause,
  type Version,
} from '../regenerator/staleness.ts';
import type { Document } from '../site/document.ts';
import { itemName } from '../site/item-name.ts';
import { Page } from '../site/page.ts';
import type { Site } from '../site/site.ts';
import { digest } from '../util/digest.ts';
import { changesIn, type GrowingMap, LayeredMap } from '../util/layered-map.ts';
import { PackedText } from '../util/packed-text.ts';
import type { Clock } from '../util/ruby-date-parse.ts';
import { InputVersions, renderOrder } from './input-versions.ts';

type Item = Page | Document;

/** Read by what depends on the renders before it, as `cycle` in a layout does: all such items are made, or none. */
export const ORDER = 'order';
/** Read by what shows a variable the item before has left behind: then nothing can be kept. */
export const LEFTOVER = 'leftover';

const CONTENT = 'content:';
const OUTPUT = 'output:';

/** What an item's body was made from, and what became of it. */
export interface Body {
  readonly read: ReadSet;
  /** Undefined where it was kept on disk and is damaged. */
  readonly html: () => string | undefined;
  /** Where it is kept, if this process has made it. */
  readonly memory?: BodyMemory;
  /** Where it lies in the output of the build before, if it is a part of that. */
  readonly part?: OutputPart;
}

/** Holds a body: as a text while its item is rendered, then in the memory of the item. */
export interface BodyMemory {
  text: string | PackedText;
  /** Where it lies in the output; undefined where it is no part of that. */
  part: OutputPart | undefined;
}

/** A page that a converter made while it converted another: the source map of a style sheet. */
export interface MadePage {
  readonly directory: string;
  readonly name: string;
}

/** What the build before left. */
export interface KeptState {
  readonly made: ReadonlyMap<string, readonly MadePage[]>;
  readonly record: BuildRecord;
  readonly bodies: ReadonlyMap<string, Body>;
  /** Where the output of each item went. */
  readonly destinations: ReadonlyMap<string, string>;
}

export interface RegenerationOptions {
  readonly reads: Reads;
  readonly names: InputNames;
  readonly clock: Clock;
  /** Null to make everything anew. */
  readonly before: KeptState | null;
  /** For a site that was kept from the build before: which inputs may have changed, by their names. */
  readonly only?: (input: string) => boolean;
  /** Whether there will be a build that this one's record is for. True unless said otherwise. */
  readonly isRecorded?: boolean;
}

/**
 * Decides for each item whether it is rendered, and keeps the record of what it read.
 *
 * An output is kept when nothing it read has changed, so an incremental build gives what a clean one gives. What
 * cannot be followed (the output of an item before, a counter in a layout) makes its readers stale together.
 */
export class Regeneration {
  readonly names: InputNames;
  readonly reads: Reads;
  readonly #clock: Clock;
  readonly #isRecorded: boolean;
  #before: KeptState | null;
  readonly #versions: InputVersions;
  readonly #only: RegenerationOptions['only'];
  readonly #changed: Set<number>;
  readonly #outputs: GrowingMap<string, ReadSet>;
  readonly #destinations: GrowingMap<string, string>;
  readonly #bodies: GrowingMap<string, Body>;
  readonly #contents = new Map<string, Version>();
  readonly #made: Map<string, readonly MadePage[]>;
  readonly #recorded: GrowingMap<number, Version>;
  readonly #keptPages = new Set<Item>();
  /** Destinations of several items, of which the last one stays. */
  readonly #shared: ReadonlySet<string>;
  /** Why an output was made again: the name of the input that changed, or `new`. */
  readonly reasons = new Map<string, string>();
  #isTrustworthy = true;
  /** Bodies that items hold too. */
  readonly #held: { readonly item: Item; readonly body: BodyMemory }[] = [];
  /** The body of the item that is being rendered. */
  #body: BodyMemory | null = null;

  constructor(site: Site, options: RegenerationOptions) {
    this.names = options.names;
    this.reads = options.reads;
    this.#clock = options.clock;
    this.#isRecorded = options.isRecorded ?? true;
    this.#before = options.before;
    this.#versions = new InputVersions(site, this.#clock, (name) => this.#recordedVersion(name));
    this.#shared = findShared(site);
    const { only, before } = options;
    this.#only = only;
    const kept = only === undefined ? null : before;
    this.#outputs = layOver(kept?.record.outputs);
    this.#destinations = layOver(kept?.destinations);
    this.#bodies = layOver(kept?.bodies);
    this.#made = new Map(kept?.made);
    this.#recorded = layOver(kept?.record.versions);
    this.#changed = only === undefined ? this.#findChanged(site) : this.#findChangedAmong(only);
  }

  /** Whether the kept outputs may be believed; if not, everything has to be made anew. */
  get isTrustworthy(): boolean {
    return this.#isTrustworthy;
  }

  /** Why an item must be rendered, or undefined where its output still holds. */
  staleBecause(item: Item): string | undefined {
    if (this.#keptPages.has(item)) return undefined;
    if (this.sharesDestination(item)) return 'shared destination';
    const read = this.#before?.record.outputs.get(itemName(item));
    if (read === undefined || !this.#versions.has(item)) return 'new';
    const reason = staleBecause(read, this.#changed);
    return reason === undefined ? undefined : this.names.name(reason);
  }

  /** What an item read when it was rendered last, in this build or the one before. */
  readBy(item: Item): ReadSet | undefined {
    const name = itemName(item);
    return this.#outputs.get(name) ?? this.#before?.record.outputs.get(name);
  }

  /** Whether an item has made pages in the build before. */
  hasMadePages(item: Item): boolean {
    return this.#before?.made.has(itemName(item)) === true;
  }

  /** Has everything made anew: something was rendered that may not be as a clean build makes it. */
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
    this.#body = null;
    const { read } = this.reads.record(() => {
      this.reads.note(`source:${name}`);
      if (this.sharesDestination(item)) this.reads.note(UNTRACKED);
      render();
    });
    this.#outputs.set(name, read);
    if (pages.length > pagesBefore) {
      const made = pages.slice(pagesBefore);
      this.#made.set(
        name,
        made.map((page) => ({ directory: page.sourceDirectory, name: page.name })),
      );
    }
    this.#noteText(`content:${name}`, item.content);
    this.#noteText(`output:${name}`, item.output);
    this.#pack(item);
    if (this.#before !== null && read.includes(this.names.id(LEFTOVER))) this.#isTrustworthy = false;
  }

  /** Looks at an item's source while it is there: what was recorded of one that cannot have changed still holds. */
  #noteSource(name: string): void {
    for (const kind of ['meta', 'source']) {
      const input = `${kind}:${name}`;
      if (this.#only === undefined || this.#only(input) || this.#recordedVersion(input) === undefined) {
        this.#versions.of(input);
      }
    }
  }

  #recordedVersion(input: string): Version | undefined {
    return recordedVersion(this.#before?.record, this.names, input);
  }

  /** Whether something else is written to the same place. */
  sharesDestination(item: Item): boolean {
    return item.isWritten && this.#shared.has(item.destination);
  }

  /** What is not written is not asked for its URL: its permalink may be one that stops the build. */
  #noteDestination(name: string, item: Item): void {
    if (item.isWritten) this.#destinations.set(name, item.destination);
  }

  /** Item and record hold a body together, unless a hook has changed it since. */
  #pack(item: Item): void {
    const body = this.#body;
    const isItems = body !== null && body.text === item.content;
    const packed = item.pack();
    if (isItems && packed !== null) {
      body.text = packed;
      // Now, as its bytes may not stay in memory.
      const start = item.isWritten ? item.bodyStart : undefined;
      body.part = start === undefined ? undefined : describePart(packed.bytes, start);
      this.#held.push({ item, body });
    } else if (typeof body?.text === 'string') body.text = new PackedText(body.text);
    this.#body = null;
  }

  /** Leaves an item as the build before made it. */
  keep(item: Item, readOutput: () => string): void {
    const name = itemName(item);
    const read = this.#before?.record.outputs.get(name);
    if (read !== undefined) this.#outputs.set(name, read);
    this.#noteDestination(name, item);
    const body = this.#before?.bodies.get(name);
    if (body !== undefined) this.#bodies.set(name, body);
    // What is not written is nowhere.
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

  /** An item's body: the one of the build before where nothing it read has changed. */
  body(item: Item, make: () => string): string {
    if (this.sharesDestination(item) || !this.#isRecorded) return make();
    const name = itemName(item);
    // A page that was made in this very build has a text that no input tells of.
    const known = this.#versions.has(item) ? this.#before?.bodies.get(name) : undefined;
    const html =
      known === undefined || staleBecause(known.read, this.#changed) !== undefined ? undefined : known.html();
    if (known !== undefined && html !== undefined) {
      this.reads.replay(known.read);
      if (known.memory !== undefined) this.#hold(known.memory, html);
      // The output that it is a part of is about to be another one.
      if (known.part !== undefined) this.#keepBody(name, known.read, html);
      else this.#bodies.set(name, known);
      return html;
    }
    const { result, read } = this.reads.record(() => {
      this.reads.note(`source:${name}`);
      return make();
    });
    this.#keepBody(name, read, result);
    return result;
  }

  #keepBody(name: string, read: ReadSet, html: string): void {
    const memory: BodyMemory = { text: html, part: undefined };
    this.#hold(memory, html);
    this.#bodies.set(name, { read, html: () => memory.text.toString(), memory });
  }

  /** A body stays a text until its item is packed, which then shares its memory. */
  #hold(memory: BodyMemory, html: string): void {
    memory.text = html;
    this.#body = memory;
  }

  #keptText(text: string | undefined): string {
    if (text === undefined) this.#isTrustworthy = false;
    return text ?? '';
  }

  /** Whether two items are written to one place. */
  get hasSharedDestinations(): boolean {
    return this.#shared.size > 0;
  }

  /** What the next build needs to know of this one. */
  finish(): KeptState {
    // Whoever changes an output after it was rendered, changes what is written.
    for (const { item, body } of this.#held) {
      if (item.contentHolder !== body.text || item.bodyStart === undefined) body.part = undefined;
    }
    const versions = this.#recorded;
    for (const id of this.#changed) if (versions.has(id)) versions.set(id, this.#versionOf(id));
    const hasVersion = new Uint8Array(this.names.size);
    for (const id of versions.keys()) hasVersion[id] = 1;
    const bodies = [...changesIn(this.#bodies).values()].map(({ read }) => read);
    for (const reads of [changesIn(this.#outputs).values(), bodies]) {
      for (const read of reads) {
        for (const id of read) {
          if (hasVersion[id] === 1) continue;
          hasVersion[id] = 1;
          versions.set(id, this.#versionOf(id));
        }
      }
    }
    return {
      record: { versions, outputs: this.#outputs },
      bodies: this.#bodies,
      made: this.#made,
      destinations: this.#destinations,
    };
  }

  #versionOf(id: number): Version {
    const name = this.names.name(id);
    if (name === UNTRACKED) return String(performance.now());
    return this.#contents.get(name) ?? this.#textVersion(id, name) ?? this.#versions.of(name);
  }

  /** The version of a body or an output: as it was, as long as nobody made it again. */
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
    const present = new Set([...renderOrder(site)].map(itemName));
    const isSomethingGone = [...record.outputs.keys()].some((name) => !present.has(name));
    if (changed.size === 0 && !isSomethingNew && !isSomethingGone) return changed;
    const leftover = new Set([this.names.id(LEFTOVER)]);
    if ([...record.outputs.values()].some((read) => staleBecause(read, leftover) !== undefined)) this.#before = null;
    return changed.add(this.names.id(ORDER));
  }

  /** The same for a site that was kept: inputs that cannot have changed are not looked at. */
  #findChangedAmong(mayHaveChanged: (input: string) => boolean): Set<number> {
    const changed = new Set<number>();
    for (const id of this.#recorded.keys()) {
      if (mayHaveChanged(this.names.name(id)) && this.#versionOf(id) !== this.#recorded.get(id)) changed.add(id);
    }
    return changed.size === 0 ? changed : changed.add(this.names.id(ORDER));
  }

  /** A text that is made anew makes those stale that read it in the build before; nobody else asks for its version. */
  #noteText(name: string, text: string | null): void {
    const id = this.names.known(name);
    const before = id === undefined ? undefined : this.#before?.record.versions.get(id);
    if (id === undefined || before === undefined) return;
    const version = digest(text ?? '');
    this.#contents.set(name, version);
    if (before !== version) this.#changed.add(id);
  }
}

/** The item whose rendered text an input is, by its name; undefined for an input of another kind. */
export function ownerOfText(input: string): string | undefined {
  const kind = [CONTENT, OUTPUT].find((prefix) => input.startsWith(prefix));
  return kind === undefined ? undefined : input.slice(kind.length);
}

/** What is built on: a map that may grow, with what a kept one has. */
function layOver<Key, Value>(kept: ReadonlyMap<Key, Value> | undefined): GrowingMap<Key, Value> {
  return kept === undefined ? new Map() : LayeredMap.over(kept);
}

function findShared(site: Site): Set<string> {
  const seen = new Set<string>();
  const shared = new Set<string>();
  for (const { destination } of site.files()) {
    if (seen.has(destination)) shared.add(destination);
    seen.add(destination);
  }
  return shared;
}
