import {
  appendChecksummed,
  type ChecksummedState,
  readChecksummed,
  type WhyUnusable,
  writeChecksummed,
} from '../util/record/checksummed-file.ts';
import { ColumnReader, ColumnWriter } from '../util/record/columns.ts';
import { LayeredMap } from '../util/record/layered-map.ts';
import { LazyMap } from '../util/record/lazy-map.ts';
import { InputNames, type ReadSet } from './reads.ts';
import type { BuildRecord, Version } from './staleness.ts';

/** The part of a build's record that this room understands: input names, versions and reads. */
interface KeptBuild {
  readonly names: InputNames;
  readonly record: BuildRecord;
}

type LoadedBuild =
  | {
      readonly kind: 'loaded';
      readonly build: KeptBuild;
      /** The caller's own columns: first those of the saved record, then those of each addition. */
      readonly columns: readonly ColumnReader[];
      readonly state: ChecksummedState;
    }
  | { readonly kind: 'none'; readonly reason: WhyUnusable };

/** Writes the caller's own columns. */
type WriteMore = (columns: ColumnWriter) => void;

/**
 * Writes a whole record.
 *
 * @param format names the layout and the program's version: a record in another format is not loaded
 */
export function saveBuild(path: string, format: string, build: KeptBuild, write: WriteMore): ChecksummedState {
  return writeChecksummed(path, format, columnsOf(build, 0, write));
}

/**
 * Appends to a record whatever is new or different since it was loaded or saved.
 *
 * @param namesBefore how many names the record had then
 * @param build all names, but only the versions and outputs to be added
 * @returns undefined if the record has to be saved anew instead
 */
export function addToBuild(
  path: string,
  { state, namesBefore }: { readonly state: ChecksummedState; readonly namesBefore: number },
  build: KeptBuild,
  write: WriteMore,
): ChecksummedState | undefined {
  return appendChecksummed(path, state, columnsOf(build, namesBefore, write));
}

function columnsOf({ names, record }: KeptBuild, firstName: number, write: WriteMore): readonly Uint8Array[] {
  const columns = new ColumnWriter();
  columns.texts(Array.from({ length: names.size - firstName }, (_, index) => names.name(firstName + index)));
  columns.integers(record.versions.keys());
  columns.texts([...record.versions.values()]);
  writeReadSets(columns, record.outputs);
  write(columns);
  return columns.parts;
}

export function loadBuild(path: string, format: string): LoadedBuild {
  const read = readChecksummed(path, format);
  if (read.kind === 'unusable') return { kind: 'none', reason: read.reason };
  const { parts, additions, state } = read;
  const columns = [parts, ...additions].map((group) => new ColumnReader(group));
  let names: string[] = [];
  const versions: ReadonlyMap<number, Version>[] = [];
  const outputs: ReadonlyMap<string, ReadSet>[] = [];
  for (const group of columns) {
    names = names.concat(group.strings());
    const ids = group.integers();
    const texts = group.textColumn();
    versions.push(new LazyMap<number, Version>(ids, (index) => texts.at(index)));
    outputs.push(readReadSets(group));
  }
  const record = { versions: mergeLayers(versions), outputs: mergeLayers(outputs) };
  return { kind: 'loaded', build: { names: new InputNames(names), record }, columns, state };
}

/** Combines a table of the record with that table's additions: the last entry of a key wins. */
export function mergeLayers<Key, Value>([first, ...others]: readonly ReadonlyMap<Key, Value>[]): ReadonlyMap<
  Key,
  Value
> {
  if (first === undefined || others.length === 0) return first ?? new Map();
  const layered = LayeredMap.over(first);
  for (const map of others) for (const [key, value] of map) layered.set(key, value);
  return layered;
}

export function writeReadSets(columns: ColumnWriter, sets: ReadonlyMap<string, ReadSet>): void {
  columns.sharedTexts([...sets.keys()]);
  columns.lists([...sets.values()]);
}

export function readReadSets(columns: ColumnReader): ReadonlyMap<string, ReadSet> {
  const owners = columns.sharedTexts();
  const lists = columns.lists();
  return new LazyMap(owners, (index) => lists.at(index));
}
