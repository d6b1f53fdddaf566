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

/** Changes when the layout of the notes does: a record of another layout is not read. */
const FORMAT = `utterson-${VERSION}-11`;
/** Said where a record is damaged. It is said of one build, and stands for no other. */
export const DAMAGED = 'The record of the last build is damaged; building anew.';

/** What the writer notes of a file, and the file's size and time (in milliseconds) as the build left it. */
type WrittenEntry = readonly [note: string, size: number, modified: number];

/** What a build of another process left, as far as it still holds. */
export interface RestoredBuild {
  readonly names: InputNames;
  readonly state: KeptState;
  /** What lies in the destination, by path. */
  readonly written: ReadonlyMap<string, WrittenEntry>;
  readonly texts: TextPack;
  /** What is known of documents, by path. */
  readonly documents: ReadonlyMap<string, DocumentFacts>;
  /** What was read of their front matter, by path. */
  readonly frontMatter: TextPack;
  /** Whether the destination is as it was left: nothing was changed, added or removed. */
  readonly isLeft: boolean;
  /** The record as it was read, null where there was none. */
  readonly saved: SavedRecord | null;
}

/** A record on the disk. */
export interface SavedRecord {
  readonly state: SealedState;
  readonly namesBefore: number;
  /** What it says, to be compared with what is to be said. */
  readonly tables: Tables;
}

/** All that is kept of a build, by what it is about. */
interface Tables {
  readonly versions: ReadonlyMap<number, Version>;
  readonly outputs: ReadonlyMap<string, ReadSet>;
  readonly destinations: ReadonlyMap<string, string>;
  readonly written: ReadonlyMap<string, WrittenEntry>;
  readonly documents: ReadonlyMap<string, DocumentFacts>;
  readonly readByBodies: ReadonlyMap<string, ReadSet>;
  /** Where each body lies: in the output of its item, or null for one in the pack. */
  readonly parts: ReadonlyMap<string, OutputPart | null>;
  readonly index: ReadonlyMap<string, PackEntry>;
  readonly frontMatter: ReadonlyMap<string, PackEntry>;
}

/** What a build of this process leaves. */
export interface BuildToKeep extends Pick<RestoredBuild, 'state' | 'documents'> {
  /** What the writer notes of each file of the site, by path. */
  readonly written: ReadonlyMap<string, string>;
  /** The files that it has written, by path; all others lie there as they were found. */
  readonly touched: ReadonlySet<string>;
  /** Tells how a file looks that was written. */
  readonly look: (path: string) => Sign;
}

export interface KeptBuildPlace extends Pick<CachePlace, 'folder' | 'fingerprint'> {
  readonly log: Log;
}

/** What there is when nothing can be taken from a build before. */
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
 * Reads the record of the build before. One that is damaged, of another version or of another configuration is not
 * believed, and an output that is not as that build left it is made again.
 *
 * @param isLeftWith whether somebody has looked already and found the destination as the build with a record has left it
 */
export function restoreBuild(place: KeptBuildPlace, isLeftWith: (record: string) => boolean): RestoredBuild {
  const loaded = loadBuild(recordPath(place.folder), FORMAT);
  if (loaded.kind === 'none') {
    if (loaded.reason === 'damaged') place.log.warn('Cache:', DAMAGED);
    return nothingKept(place);
  }
  const { names, record } = loaded.build;
  // What the whole site depends on: configuration, environment, source and destination.
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

/** Writes the record for the next process, beginning with the one that was restored. */
export function keepBuild(
  place: KeptBuildPlace,
  { names, texts, frontMatter, written: before, saved }: RestoredBuild,
  { state, written, touched, look, documents }: BuildToKeep,
): string {
  const { bodies, destinations, made, record } = state;
  const tables: Tables = {
    versions: record.versions,
    // Of what is not written nobody could tell whether it is as it was left.
    outputs: follow(saved?.tables.outputs, record.outputs, (read, name) => (destinations.has(name) ? read : undefined)),
    destinations,
    written: follow(before, written, (note, path) =>
      entryOf(note, touched.has(path) ? undefined : before.get(path), () => look(path)),
    ),
    documents,
    readByBodies: follow(saved?.tables.readByBodies, bodies, ({ read }) => read),
    parts: follow(saved?.tables.parts, bodies, partOf),
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

/** Where a body lies in the output of its item; null where it is no part of that, and goes into the pack. */
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

/** Tells a record from any other. */
const recordName = ({ end, seal }: SealedState): string => `${end}:${seal}`;

/**
 * What is to be written down for the entries of a map: where that is laid over what was kept, for those that are laid over it.
 *
 * @param make gives undefined for what is left out
 */
function follow<From, Value>(
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

/** What is to be added to a record for it to say what is so now; undefined where something would have to be taken out. */
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

/** The entries that are new or others, as they are the very same otherwise; undefined where one is gone. */
function difference<Key, Value>(
  before: ReadonlyMap<Key, Value>,
  now: ReadonlyMap<Key, Value>,
): ReadonlyMap<Key, Value> | undefined {
  const others = new Map([...changesIn(now)].filter(([key, value]) => before.get(key) !== value || !before.has(key)));
  // What is laid over a map has all that is in it.
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

/** What stands at the beginning of each group of columns: the last one holds. */
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

/** What somebody changed or removed, or a killed process wrote only half, has to be written again. */
function isAsLeft(destination: string, [, size, modified]: WrittenEntry): boolean {
  const sign = signOf(destination);
  return sign !== MISSING && sign.size === size && (sign.mtimeMs === modified || isCutFrom(sign.mtimeMs, modified));
}

/** Archives that CI keeps files in know times to the second, or to two. What was changed after the build has a later time. */
function isCutFrom(time: number, modified: number): boolean {
  return time % 1000 === 0 && time <= modified && modified - time < 2000;
}

/** Jekyll's cache folder tells git to leave it alone; so does ours. */
function ignoreFolder(folder: string): void {
  const path = `${folder}/.gitignore`;
  if (existsSync(path)) return;
  makeFolder(folder);
  writeFileSync(path, '*\n');
}

/** The file that each build of a call puts in its folder, or adds to. */
export const recordPath = (folder: string): string => `${folder}/build`;
const packPath = (folder: string): string => `${folder}/bodies`;
const frontMatterPath = (folder: string): string => `${folder}/front-matter`;
