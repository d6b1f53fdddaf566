import { ColumnReader, ColumnWriter } from '../util/columns.ts';
import { readSealed, type SealBroken, writeSealed } from '../util/sealed-file.ts';
import { InputNames, type ReadSet } from './reads.ts';
import type { BuildRecord } from './staleness.ts';

/** What a later process needs to build on: the record of reads. */
export interface KeptBuild {
  readonly names: InputNames;
  readonly record: BuildRecord;
}

export type LoadedBuild =
  | {
      readonly kind: 'loaded';
      readonly build: KeptBuild;
      /** What the caller has written besides. */
      readonly columns: ColumnReader;
    }
  | { readonly kind: 'none'; readonly reason: SealBroken };

/**
 * @param format names the layout and the program's version: a record of another version is not used
 * @param write writes what the caller wants to find again
 */
export function saveBuild(
  path: string,
  format: string,
  { names, record }: KeptBuild,
  write: (columns: ColumnWriter) => void,
): void {
  const columns = new ColumnWriter();
  columns.texts(Array.from({ length: names.size }, (_, id) => names.name(id)));
  columns.integers(record.versions.keys());
  columns.texts([...record.versions.values()]);
  writeReadSets(columns, record.outputs);
  write(columns);
  writeSealed(path, format, columns.parts);
}

export function loadBuild(path: string, format: string): LoadedBuild {
  const unsealed = readSealed(path, format);
  if (unsealed.kind === 'broken') return { kind: 'none', reason: unsealed.reason };
  const columns = new ColumnReader(unsealed.parts);
  const names = new InputNames(columns.texts().map((name) => name ?? ''));
  const ids = columns.integers();
  const texts = columns.texts();
  const versions = new Map(Array.from(ids, (id, index) => [id, texts[index] ?? null]));
  return { kind: 'loaded', build: { names, record: { versions, outputs: readReadSets(columns) } }, columns };
}

export function writeReadSets(columns: ColumnWriter, sets: ReadonlyMap<string, ReadSet>): void {
  columns.sharedTexts([...sets.keys()]);
  columns.lists([...sets.values()]);
}

export function readReadSets(columns: ColumnReader): Map<string, ReadSet> {
  const owners = columns.sharedTexts();
  return new Map(columns.lists().map((read, index) => [owners[index] ?? '', read]));
}
