import { existsSync, writeFileSync } from 'node:fs';
import { type OutputPart, readPart } from '../regenerator/output-part.ts';
import { InputNames, type ReadSet } from '../regenerator/reads.ts';
import {
  addToBuild,
  loadBuild,
  mergeLayers,
  readReadSets,
  saveBuild,
  writeReadSets,
} from '../regenerator/record-file.ts';
import type { Version } from '../regenerator/staleness.ts';
import { type PackEntry, type PackIndex, TextPack } from '../regenerator/text-pack.ts';
import type { ColumnReader, ColumnWriter } from '../util/columns.ts';
import { encodeUtf8 } from '../util/encoding.ts';
import { changesIn, LayeredMap, LazyMap, MappedMap } from '../util/layered-map.ts';
import type { Log } from '../util/log.ts';
import { makeFolder } from '../util/make-folder.ts';
import type { SealedState } from '../util/sealed-file.ts';
import { MISSING, type Sign, signOf } from '../util/signs.ts';
import { VERSION } from '../util/version.ts';
import { type DocumentFacts, readFacts, writeFacts } from './known-documents.ts';
import type { Body, BodyMemory, KeptState, MadePage } from './regeneration.ts';
import type { CachePlace } from './site-place.ts';

/** To be changed whenever the layout of the record changes: records with another layout are not read. */
const FORMAT = `utterson-${VERSION}-11`;
/** The warning about a damaged record. It concerns only the build that finds it so, and is not repeated by later ones. */
export const DAMAGED = 'The record of the last build is damaged; building anew.';

/** The writer's note for a file, and the file's size and modification time (in milliseconds) as the build left it. */
type WrittenEntry = readonly [note: string, size: number, modified: number];

/** What a build of another process left, as far as it is still valid. */
export interface RestoredBuild {
  readonly names: InputNames;
  readonly state: KeptState;
  /** The files in the destination, by path. */
  readonly written: ReadonlyMap<string, WrittenEntry>;
  /** The bodies that are not part of their pages. */
  readonly texts: TextPack;
  /** What is known about documents, by path. */
  readonly documents: ReadonlyMap<string, DocumentFacts>;
  /** Their front matter and what was derived from it, by path. */
  readonly frontMatter: TextPack;
  /** Whether the destination is exactly as that build left it: nothing was changed, added or removed. */
  readonly isLeft: boolean;
  /** The record as it was read, or null if there was none. */
  readonly saved: SavedRecord | null;
}

/** A record on disk. */
export interface SavedRecord {
  readonly state: SealedState;
  /** How many input names it has. */
  readonly namesBefore: number;
  /** Its contents, to find out what a new build has to add. */
  readonly tables: Tables;
}

/** Everything that is recorded about a build. Unless stated otherwise the keys are the names of items. */
interface Tables {
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

/** A build of this process that is to be recorded. */
export interface BuildToKeep extends Pick<RestoredBuild, 'state' | 'documents'> {
  /** The writer's note for each file of the site, by path. */
  readonly written: ReadonlyMap<string, string>;
  /** The paths of the files that it wrote. All others are as they were found. */
  readonly touched: ReadonlySet<string>;
  /** Returns the sign of a file that was written. */
  readonly look: (path: string) => Sign;
}

export interface KeptBuildPlace extends Pick<CachePlace, 'folder' | 'fingerprint'> {
  readonly log: Log;
}

/** What to start from if there is no usable record. */
function nothingKept({ folder }: Pick<KeptBuildPlace, 'folder'>): RestoredBuild {
  const record = { versions: new Map(), outputs: new Map<string, ReadSet>() };
  const state: KeptState = { record, bodies: new Map(), made: new Map(), destinations: new Map() };
  return {
    names: new InputNames(),
    state,
    written: new Map(),
    texts: new TextPack(packPath(folder), new Map()),
    documents: new Map(),
    frontMatter: new TextPack(frontMatterPath(folder), new Map()),
    isLeft: false,
    saved: null,
  };
}

/**
 * Reads the record of the previous build. One that is damaged or belongs to another version or configuration is ignored,
 * and an output that is no longer as that build left it will be made again.
 *
 * @param isLeftWith whether the destination is already known to be as the build with this record left it
 */
export function restoreBuild(place: KeptBuildPlace, isLeftWith: (record: string) => boolean): RestoredBuild {
  const loaded = loadBuild(recordPath(place.folder), FORMAT);
  if (loaded.kind === 'none') {
    if (loaded.reason === 'damaged') place.log.warn('Cache:', DAMAGED);
    return nothingKept(place);
  }
  const { names, record } = loaded.build;
  // The fingerprint covers what the whole site depends on: configuration, environment, source and destination.
  const [fingerprint, made] = readHeads(loaded.columns);
  if (fingerprint !== place.fingerprint) return nothingKept(place);
  const tables = { ...record, ...readTables(loaded.columns) };
  const saved = { state: loaded.state, namesBefore: names.size, tables };
  const isLeft = isLeftWith(recordName(loaded.state));
  const written = isLeft
    ? tables.written
    : new Map([...tables.written].filter(([path, entry]) => isAsLeft(path, entry)));
  const texts = new TextPack(packPath(place.folder), LayeredMap.over(tables.index));
  const state = restoreState(tables, { isLeft, written, made, texts });
  const frontMatter = new TextPack(frontMatterPath(place.folder), LayeredMap.over(tables.frontMatter));
  return { names, state, written, texts, documents: tables.documents, frontMatter, isLeft, saved };
}

function restoreState(
  { versions, outputs: all, destinations, readByBodies, parts }: Tables,
  { isLeft, written, made, texts }: Pick<RestoredBuild, 'isLeft' | 'written' | 'texts'> & { readonly made: string },
): KeptState {
  const outputs = isLeft ? all : new Map([...all].filter(([name]) => written.has(destinations.get(name) ?? '')));
  const bodies = new MappedMap(readByBodies, (read, name): Body => {
    const part = parts.get(name) ?? undefined;
    if (part === undefined) return { read, html: () => texts.get(name, '') };
    return { read, part, html: () => readPart(destinations.get(name) ?? '', part) };
  });
  const pages = JSON.parse(made) as readonly (readonly [name: string, pages: readonly MadePage[]])[];
  return { record: { versions, outputs }, bodies, made: new Map(pages), destinations };
}

/**
 * Records a build for the next process: adds to the record that was restored, or writes a new one.
 *
 * @returns a name that identifies the record in this state
 */
export function keepBuild(
  place: KeptBuildPlace,
  { names, texts, frontMatter, written: before, saved }: RestoredBuild,
  { state, written, touched, look, documents }: BuildToKeep,
): string {
  const { bodies, destinations, made, record } = state;
  const tables: Tables = {
    versions: record.versions,
    // Without a file in the destination nobody could tell whether an output is still as it was left.
    outputs: mapLayer(saved?.tables.outputs, record.outputs, (read, name) =>
      destinations.has(name) ? read : undefined,
    ),
    destinations,
    written: mapLayer(before, written, (note, path) =>
      entryOf(note, touched.has(path) ? undefined : before.get(path), () => look(path)),
    ),
    documents,
    readByBodies: mapLayer(saved?.tables.readByBodies, bodies, ({ read }) => read),
    parts: mapLayer(saved?.tables.parts, bodies, partOf),
    index: packBodies(texts, bodies, saved),
    frontMatter: packFrontMatter(frontMatter, documents, saved),
  };
  ignoreFolder(place.folder);
  const path = recordPath(place.folder);
  const write = (parts: Tables) => (columns: ColumnWriter) => {
    columns.texts([place.fingerprint, JSON.stringify([...made])]);
    writeTables(columns, parts);
  };
  const added = saved === null ? undefined : differences(saved.tables, tables);
  const after =
    (added && saved && addToBuild(path, saved, { names, record: added }, write(added))) ??
    saveBuild(path, FORMAT, { names, record }, write(tables));
  return recordName(after);
}

/** The place of a body in its item's output, or null if it is not part of that and goes into the pack. */
const partOf = ({ memory, part }: Body): OutputPart | null => (memory === undefined ? part : memory.part) ?? null;

function packBodies(texts: TextPack, bodies: KeptState['bodies'], saved: SavedRecord | null): PackIndex {
  for (const [name, { memory }] of changesIn(bodies)) {
    if (memory !== undefined && memory.part === undefined) texts.set(name, '', () => bytesOf(memory));
  }
  const isLayered = bodies instanceof LayeredMap;
  if (!isLayered) texts.keepOnly(new Set([...bodies].flatMap(([name, body]) => (partOf(body) === null ? name : []))));
  return texts.save({ mayRepack: mayRepack(isLayered, saved) });
}

/** Whether to look for waste in a pack. While a record only grows by additions, that waits until it is next written anew. */
function mayRepack(isLayered: boolean, saved: SavedRecord | null): boolean {
  return !isLayered || saved?.state.end === saved?.state.firstEnd;
}

function packFrontMatter(notes: TextPack, documents: Tables['documents'], saved: SavedRecord | null): PackIndex {
  const isLayered = documents instanceof LayeredMap;
  if (!isLayered) notes.keepOnly(new Set(documents.keys()));
  return notes.save({ mayRepack: mayRepack(isLayered, saved) });
}

/** A name that no other state of the record has. */
const recordName = ({ end, seal }: SealedState): string => `${end}:${seal}`;

/**
 * Converts the entries of a map into those of a table. If the map is layered over the state of the previous build, only
 * its new layer is converted, and the result is layered over `before`.
 *
 * @param make returns undefined to leave an entry out
 */
function mapLayer<From, Value>(
  before: ReadonlyMap<string, Value> | undefined,
  map: ReadonlyMap<string, From>,
  make: (from: From, key: string) => Value | undefined,
): ReadonlyMap<string, Value> {
  const made = map instanceof LayeredMap && before !== undefined ? LayeredMap.over(before) : new Map<string, Value>();
  for (const [key, from] of changesIn(map)) {
    const value = make(from, key);
    if (value !== undefined) made.set(key, value);
  }
  return made;
}

function entryOf(note: string, known: WrittenEntry | undefined, look: () => Sign): WrittenEntry | undefined {
  if (known !== undefined) return known[0] === note ? known : [note, known[1], known[2]];
  const sign = look();
  return sign === MISSING ? undefined : [note, sign.size, sign.mtimeMs];
}

/** What has to be added to a record to bring it up to date; undefined if something would have to be removed from it. */
function differences(before: Tables, now: Tables): Tables | undefined {
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

function writeTables(columns: ColumnWriter, tables: Tables): void {
  writeTextMap(columns, tables.destinations);
  writeWritten(columns, tables.written);
  writeFacts(columns, tables.documents);
  writeReadSets(columns, tables.readByBodies);
  writeParts(columns, tables.parts);
  writeIndex(columns, tables.index);
  writeIndex(columns, tables.frontMatter);
}

/** The texts at the beginning of each group of columns, of which those of the last group are current. */
function readHeads(groups: readonly ColumnReader[]): readonly [fingerprint: string, made: string] {
  let heads: readonly (string | null)[] = [];
  for (const columns of groups) heads = columns.texts();
  return [heads[0] ?? '', heads[1] ?? '[]'];
}

function readTables(groups: readonly ColumnReader[]): Omit<Tables, 'versions' | 'outputs'> {
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

function writeParts(columns: ColumnWriter, parts: Tables['parts']): void {
  const all = [...parts.values()];
  columns.sharedTexts([...parts.keys()]);
  columns.texts(all.map((part) => part?.beginning ?? null));
  columns.numbers(all.flatMap((part) => (part === null ? [0, 0, 0] : [part.offset, part.length, part.checksum])));
}

function readParts(columns: ColumnReader): Tables['parts'] {
  const names = columns.sharedTexts();
  const beginnings = columns.textColumn();
  const numbers = columns.numbers();
  return new LazyMap(names, (index) => {
    const beginning = beginnings.at(index);
    const [offset = 0, length = 0, checksum = 0] = numbers.subarray(3 * index, 3 * index + 3);
    return beginning === null ? null : { offset, length, checksum, beginning };
  });
}

function writeIndex(columns: ColumnWriter, index: Tables['index']): void {
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

function bytesOf({ text }: BodyMemory): Uint8Array {
  return typeof text === 'string' ? encodeUtf8(text) : text.bytes;
}

/** Whether a file is as the build left it. If somebody changed or removed it, or a killed process wrote only half of it, it is written again. */
function isAsLeft(destination: string, [, size, modified]: WrittenEntry): boolean {
  const sign = signOf(destination);
  return sign !== MISSING && sign.size === size && (sign.mtimeMs === modified || isCutFrom(sign.mtimeMs, modified));
}

/** Archives in which CI keeps files store times to the second or to two seconds, rounded down. A change after the build has a later time. */
function isCutFrom(time: number, modified: number): boolean {
  return time % 1000 === 0 && time <= modified && modified - time < 2000;
}

/** Puts a `.gitignore` into the cache folder, as Jekyll does. */
function ignoreFolder(folder: string): void {
  const path = `${folder}/.gitignore`;
  if (existsSync(path)) return;
  makeFolder(folder);
  writeFileSync(path, '*\n');
}

/** The record file that each build writes in its folder, or adds to. */
export const recordPath = (folder: string): string => `${folder}/build`;
const packPath = (folder: string): string => `${folder}/bodies`;
const frontMatterPath = (folder: string): string => `${folder}/front-matter`;
