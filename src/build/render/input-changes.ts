import type { InputNames, ReadSet } from '../../regenerator/reads.ts';
import {
  type BuildRecord,
  changedInputs,
  recordedVersion,
  staleBecause,
  type Version,
} from '../../regenerator/staleness.ts';
import type { Item } from '../../site/item.ts';
import { itemName } from '../../site/item-name.ts';
import { PackedText } from '../../site/packed-text.ts';
import { ORDER, UNTRACKED } from '../../site/read-notes.ts';
import type { Site } from '../../site/site.ts';
import { digest } from '../../util/digest.ts';
import type { GrowingMap } from '../../util/record/layered-map.ts';
import type { Clock } from '../../util/time/ruby-date-parse.ts';
import { milliseconds } from '../../util/time/stopwatch.ts';
import { InputVersions, renderOrder } from './input-versions.ts';

const CONTENT = 'content:';
const OUTPUT = 'output:';

interface InputChangesOptions {
  readonly names: InputNames;
  readonly clock: Clock;
  /** What the previous build recorded; null if everything is rendered. */
  readonly before: BuildRecord | null;
  /** For a site kept from the previous build: whether an input may have changed since, by its name. All others are not compared. */
  readonly mayHaveChanged?: (input: string) => boolean;
}

/** Which inputs have changed since the previous build. Their number grows as items are rendered. */
export class InputChanges {
  readonly #names: InputNames;
  readonly #versions: InputVersions;
  readonly #mayHaveChanged: InputChangesOptions['mayHaveChanged'];
  readonly #changed: Set<number>;
  /** The versions of texts that were rendered in this build. */
  readonly #newTexts = new Map<string, Version>();
  #before: BuildRecord | null;

  constructor(site: Site, { names, clock, before, mayHaveChanged }: InputChangesOptions) {
    this.#names = names;
    this.#before = before;
    this.#mayHaveChanged = mayHaveChanged;
    this.#versions = new InputVersions(site, clock, (name) => this.#recordedVersion(name));
    this.#changed = before === null ? new Set() : this.#findChanged(before);
    const isSomethingNew = before !== null && mayHaveChanged === undefined && hasNewItem(site, before);
    // Of an item that is gone the source has changed.
    if (this.#changed.size > 0 || isSomethingNew) this.#changed.add(names.id(ORDER));
  }

  #findChanged(before: BuildRecord): Set<number> {
    const mayHaveChanged = this.#mayHaveChanged;
    const versionOf = (id: number) => this.#versionOf(id);
    if (mayHaveChanged === undefined) return changedInputs(before, versionOf);
    return changedInputs(before, versionOf, (id) => mayHaveChanged(this.#names.name(id)));
  }

  /** Whether anything has changed. */
  get isAny(): boolean {
    return this.#changed.size > 0;
  }

  /** Forgets the previous build: everything is rendered. */
  forgetBefore(): void {
    this.#before = null;
  }

  /** The name of the first input among those that were read which has changed; undefined if none has. */
  firstOf(read: ReadSet): string | undefined {
    const id = staleBecause(read, this.#changed);
    return id === undefined ? undefined : this.#names.name(id);
  }

  /** Whether an item existed before anything was rendered. */
  knows(item: Item): boolean {
    return this.#versions.has(item);
  }

  /** Determines the versions of an item's source before rendering replaces it, unless recorded ones are known to be valid. */
  noteSource(name: string): void {
    for (const kind of ['meta', 'source']) {
      const input = `${kind}:${name}`;
      if (this.#mayHaveChanged?.(input) !== false || this.#recordedVersion(input) === undefined)
        this.#versions.of(input);
    }
  }

  /** If a newly rendered text differs from the recorded one, makes its readers stale. A text that nobody read has no version. */
  noteText(name: string, text: string | null): void {
    const id = this.#names.known(name);
    const before = id === undefined ? undefined : this.#before?.versions.get(id);
    if (id === undefined || before === undefined) return;
    const version = digest(text ?? '');
    this.#newTexts.set(name, version);
    if (before !== version) this.#changed.add(id);
  }

  /** Adds the present versions of all inputs that were read and have none yet to `versions`, and updates those that have changed. */
  record(versions: GrowingMap<number, Version>, readSets: Iterable<ReadSet>): void {
    for (const id of this.#changed) if (versions.has(id)) versions.set(id, this.#versionOf(id));
    const hasVersion = new Uint8Array(this.#names.size);
    for (const id of versions.keys()) hasVersion[id] = 1;
    for (const read of readSets) {
      for (const id of read) {
        if (hasVersion[id] === 1) continue;
        hasVersion[id] = 1;
        versions.set(id, this.#versionOf(id));
      }
    }
  }

  #recordedVersion(input: string): Version | undefined {
    return recordedVersion(this.#before ?? undefined, this.#names, input);
  }

  #versionOf(id: number): Version {
    const name = this.#names.name(id);
    if (name === UNTRACKED) return String(milliseconds());
    return this.#newTexts.get(name) ?? this.#textVersion(id, name) ?? this.#versions.of(name);
  }

  /** The version of a body or an output that was not rendered in this build; null for an input of another kind. */
  #textVersion(id: number, name: string): Version {
    const owner = ownerOfText(name);
    if (owner === undefined) return null;
    const before = this.#before?.versions.get(id);
    if (before !== undefined) return before;
    const item = this.#versions.item(owner);
    if (item === undefined) return null;
    if (!name.startsWith(CONTENT)) return digest(item.output ?? '');
    const { contentHolder } = item;
    return digest(contentHolder instanceof PackedText ? contentHolder.bytes : (item.content ?? ''));
  }
}

/** The name of the item whose rendered text an input is; undefined for an input of another kind. */
export function ownerOfText(input: string): string | undefined {
  const kind = [CONTENT, OUTPUT].find((prefix) => input.startsWith(prefix));
  return kind === undefined ? undefined : input.slice(kind.length);
}

/** Whether a site has an item that the previous build did not have. */
function hasNewItem(site: Site, { outputs }: BuildRecord): boolean {
  for (const item of renderOrder(site)) if (!outputs.has(itemName(item))) return true;
  return false;
}
