import { ColumnReader, ColumnWriter } from '../util/columns.ts';
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
  const versions = new Map<number, Version>();
  const outputs = new Map<string, ReadSet>();
  for (const group of columns) {
    for (const name of group.texts()) names.push(name ?? '');
    const ids = group.integers();
    for (const [index, version] of group.texts().entries()) versions.set(ids[index] ?? 0, version);
    readReadSets(group, outputs);
  }
  return { kind: 'loaded', build: { names: new InputNames(names), record: { versions, outputs } }, columns, state };
}

export function writeReadSets(columns: ColumnWriter, sets: ReadonlyMap<string, ReadSet>): void {
  columns.sharedTexts([...sets.keys()]);
  columns.lists([...sets.values()]);
}

/** @param sets where they are put */
export function readReadSets(columns: ColumnReader, sets: Map<string, ReadSet>): void {
  const owners = columns.sharedTexts();
  for (const [index, read] of columns.lists().entries()) sets.set(owners[index] ?? '', read);
}
