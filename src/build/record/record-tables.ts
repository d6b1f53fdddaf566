import type { OutputPart } from '../../regenerator/output-part.ts';
import type { ReadSet } from '../../regenerator/reads.ts';
import { mergeLayers, readReadSets, writeReadSets } from '../../regenerator/record-file.ts';
import type { Version } from '../../regenerator/staleness.ts';
import type { PackEntry } from '../../regenerator/text-pack.ts';
import type { ColumnReader, ColumnWriter } from '../../util/record/columns.ts';
import { changesIn, LayeredMap } from '../../util/record/layered-map.ts';
import { LazyMap } from '../../util/record/lazy-map.ts';
import { type DocumentFacts, readFacts, writeFacts } from './known-documents.ts';

/** The writer's note for a file, and the file's size and modification time (in milliseconds) as the build left it. */
export type WrittenEntry = readonly [note: string, size: number, modified: number];

/** Everything that is recorded about a build. Unless stated otherwise the keys are the names of items. */
export interface RecordTables {
  readonly versions: ReadonlyMap<number, Version>;
  readonly outputs: ReadonlyMap<string, ReadSet>;
  readonly destinations: ReadonlyMap<string, string>;
  readonly written: ReadonlyMap<string, WrittenEntry>;
  readonly documents: ReadonlyMap<string, DocumentFacts>;
  readonly readByBodies: ReadonlyMap<string, ReadSet>;
  /** The place of each body in its item's output, or null for a body in the pack. */
  readonly parts: ReadonlyMap<string, OutputPart | null>;
  readonly index: ReadonlyMap<string, PackEntry>;
  readonly frontMatter: ReadonlyMap<string, PackEntry>;
}

/** The texts that a record begins with. An addition has them anew. */
interface RecordHead {
  readonly fingerprint: string;
  /** The pages that converters made, as JSON. */
  readonly made: string;
}

/** Writes everything but the versions and what outputs read, which are columns of the record file itself. */
export function writeTables(columns: ColumnWriter, { fingerprint, made }: RecordHead, tables: RecordTables): void {
  columns.texts([fingerprint, made]);
  writeTextMap(columns, tables.destinations);
  writeWritten(columns, tables.written);
  writeFacts(columns, tables.documents);
  writeReadSets(columns, tables.readByBodies);
  writeParts(columns, tables.parts);
  writeIndex(columns, tables.index);
  writeIndex(columns, tables.frontMatter);
}

/**
 * Reads the head of a record: that of its last addition, if it has any.
 *
 * @param groups the columns of the record, then those of each addition
 */
export function readHead(groups: readonly ColumnReader[]): RecordHead {
  let texts: readonly (string | null)[] = [];
  for (const columns of groups) texts = columns.texts();
  return { fingerprint: texts[0] ?? '', made: texts[1] ?? '[]' };
}

/** Reads what `writeTables` wrote, after `readHead` has read the head. */
export function readTables(groups: readonly ColumnReader[]): Omit<RecordTables, 'versions' | 'outputs'> {
  const tables = groups.map((columns) => ({
    destinations: readTextMap(columns),
    written: readWritten(columns),
    documents: readFacts(columns),
    readByBodies: readReadSets(columns),
    parts: readParts(columns),
    index: readIndex(columns),
    frontMatter: readIndex(columns),
  }));
  return {
    destinations: mergeLayers(tables.map(({ destinations }) => destinations)),
    written: mergeLayers(tables.map(({ written }) => written)),
    documents: mergeLayers(tables.map(({ documents }) => documents)),
    readByBodies: mergeLayers(tables.map(({ readByBodies }) => readByBodies)),
    parts: mergeLayers(tables.map(({ parts }) => parts)),
    index: mergeLayers(tables.map(({ index }) => index)),
    frontMatter: mergeLayers(tables.map(({ frontMatter }) => frontMatter)),
  };
}

function writeTextMap(columns: ColumnWriter, texts: ReadonlyMap<string, string>): void {
  columns.sharedTexts([...texts.keys()]);
  columns.sharedTexts([...texts.values()]);
}

function readTextMap(columns: ColumnReader): ReadonlyMap<string, string> {
  const keys = columns.sharedTexts();
  const values = columns.sharedTexts();
  return new LazyMap(keys, (index) => values[index] ?? '');
}

function writeWritten(columns: ColumnWriter, written: ReadonlyMap<string, WrittenEntry>): void {
  const all = [...written.values()];
  columns.sharedTexts([...written.keys()]);
  columns.sharedTexts(all.map(([note]) => note));
  columns.numbers(all.map(([, size]) => size));
  columns.numbers(all.map(([, , modified]) => modified));
}

function readWritten(columns: ColumnReader): ReadonlyMap<string, WrittenEntry> {
  const paths = columns.sharedTexts();
  const notes = columns.sharedTexts();
  const sizes = columns.numbers();
  const modified = columns.numbers();
  return new LazyMap(paths, (index) => [notes[index] ?? '', sizes[index] ?? 0, modified[index] ?? 0]);
}

function writeParts(columns: ColumnWriter, parts: RecordTables['parts']): void {
  const all = [...parts.values()];
  columns.sharedTexts([...parts.keys()]);
  columns.texts(all.map((part) => part?.beginning ?? null));
  columns.numbers(all.flatMap((part) => (part === null ? [0, 0, 0] : [part.offset, part.length, part.checksum])));
}

function readParts(columns: ColumnReader): RecordTables['parts'] {
  const names = columns.sharedTexts();
  const beginnings = columns.textColumn();
  const numbers = columns.numbers();
  return new LazyMap(names, (index) => {
    const beginning = beginnings.at(index);
    const [offset = 0, length = 0, checksum = 0] = numbers.subarray(3 * index, 3 * index + 3);
    return beginning === null ? null : { offset, length, checksum, beginning };
  });
}

function writeIndex(columns: ColumnWriter, index: RecordTables['index']): void {
  const all = [...index.values()];
  columns.sharedTexts([...index.keys()]);
  columns.sharedTexts(all.map(({ digest }) => digest));
  columns.numbers(all.flatMap(({ offset, length, checksum }) => [offset, length, checksum]));
}

function readIndex(columns: ColumnReader): ReadonlyMap<string, PackEntry> {
  const owners = columns.sharedTexts();
  const digests = columns.sharedTexts();
  const numbers = columns.numbers();
  return new LazyMap(owners, (index) => {
    const at = 3 * index;
    const [offset = 0, length = 0, checksum = 0] = [numbers[at], numbers[at + 1], numbers[at + 2]];
    return { digest: digests[index] ?? '', offset, length, checksum };
  });
}

/** What has to be added to a record to bring it up to date; undefined if something would have to be removed from it. */
export function tablesToAdd(before: RecordTables, now: RecordTables): RecordTables | undefined {
  const versions = difference(before.versions, now.versions);
  const outputs = difference(before.outputs, now.outputs);
  const destinations = difference(before.destinations, now.destinations);
  const written = difference(before.written, now.written);
  const documents = difference(before.documents, now.documents);
  const readByBodies = difference(before.readByBodies, now.readByBodies);
  const parts = difference(before.parts, now.parts);
  const index = difference(before.index, now.index);
  const frontMatter = difference(before.frontMatter, now.frontMatter);
  if (!versions || !outputs || !destinations || !written) return undefined;
  if (!documents || !readByBodies || !parts || !index || !frontMatter) return undefined;
  return { versions, outputs, destinations, written, documents, readByBodies, parts, index, frontMatter };
}

/** The entries that are new or have another value (by identity); undefined if an entry is gone. */
function difference<Key, Value>(
  before: ReadonlyMap<Key, Value>,
  now: ReadonlyMap<Key, Value>,
): ReadonlyMap<Key, Value> | undefined {
  const others = new Map([...changesIn(now)].filter(([key, value]) => before.get(key) !== value || !before.has(key)));
  // A layered map contains everything that it is layered over, so nothing can be gone.
  if (now instanceof LayeredMap) return others;
  const added = [...others.keys()].filter((key) => !before.has(key));
  return now.size === before.size + added.length ? others : undefined;
}
