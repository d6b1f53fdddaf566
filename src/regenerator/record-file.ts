import { ColumnReader, ColumnWriter } from '../util/columns.ts';
import { LayeredMap, LazyMap } from '../util/layered-map.ts';
import { addSealed, readSealed, type SealBroken, type SealedState, writeSealed } from '../util/sealed-file.ts';
import { InputNames, type ReadSet } from './reads.ts';
import type { BuildRecord, Version } from './staleness.ts';

/** What a later process needs to build on: the record of reads. */
export interface KeptBuild {
  readonly names: InputNames;
  readonly record: BuildRecord;
}

export type LoadedBuild =
  | {
      readonly kind: 'loaded';
      readonly build: KeptBuild;
      /** What the caller has written besides: when the record was saved, and then for each addition. */
      readonly columns: readonly ColumnReader[];
      readonly state: SealedState;
    }
  | { readonly kind: 'none'; readonly reason: SealBroken };

/** Writes what the caller wants to find again. */
type WriteMore = (columns: ColumnWriter) => void;

/** @param format names the layout and the program's version: a record of another version is not used */
export function saveBuild(path: string, format: string, build: KeptBuild, write: WriteMore): SealedState {
  return writeSealed(path, format, columnsOf(build, 0, write));
}

/**
 * Adds to a record what is another, or new, since it was loaded or saved.
 *
 * @param namesBefore how many names it had then
 * @param build all names; of the rest only what is to be added
 * @returns undefined where the record is better saved anew
 */
export function addToBuild(
  path: string,
  { state, namesBefore }: { readonly state: SealedState; readonly namesBefore: number },
  build: KeptBuild,
  write: WriteMore,
): SealedState | undefined {
  return addSealed(path, state, columnsOf(build, namesBefore, write));
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
  const unsealed = readSealed(path, format);
  if (unsealed.kind === 'broken') return { kind: 'none', reason: unsealed.reason };
  const { parts, additions, state } = unsealed;
  const columns = [parts, ...additions].map((group) => new ColumnReader(group));
  const names: string[] = [];
  const versions: ReadonlyMap<number, Version>[] = [];
  const outputs: ReadonlyMap<string, ReadSet>[] = [];
  for (const group of columns) {
    for (const name of group.texts()) names.push(name ?? '');
    const ids = group.integers();
    const texts = group.textColumn();
    versions.push(new LazyMap([...ids], (index) => texts.at(index)));
    outputs.push(readReadSets(group));
  }
  const record = { versions: layAll(versions), outputs: layAll(outputs) };
  return { kind: 'loaded', build: { names: new InputNames(names), record }, columns, state };
}

/** The entries of a record and of its additions: the last one of a key holds. */
export function layAll<Key, Value>([first, ...others]: readonly ReadonlyMap<Key, Value>[]): ReadonlyMap<Key, Value> {
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
