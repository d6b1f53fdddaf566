import { existsSync, writeFileSync } from 'node:fs';
import { type OutputPart, readPart } from '../../regenerator/output-part.ts';
import { InputNames } from '../../regenerator/reads.ts';
import { addToBuild, loadBuild, saveBuild } from '../../regenerator/record-file.ts';
import { type PackIndex, TextPack } from '../../regenerator/text-pack.ts';
import { encodeUtf8 } from '../../util/encoding.ts';
import { makeFolder } from '../../util/files/make-folder.ts';
import type { Log } from '../../util/program/log.ts';
import { VERSION } from '../../util/program/version.ts';
import type { ChecksummedState } from '../../util/record/checksummed-file.ts';
import type { ColumnWriter } from '../../util/record/columns.ts';
import { type FileStamp, MISSING, stampOf } from '../../util/record/file-stamp.ts';
import { changesIn, LayeredMap } from '../../util/record/layered-map.ts';
import { MappedMap } from '../../util/record/lazy-map.ts';
import type { Body, BodyMemory } from '../render/bodies.ts';
import type { BuildState, MadePage } from '../render/regeneration.ts';
import type { BuildCache } from '../site-setup.ts';
import type { DocumentFacts } from './known-documents.ts';
import {
  type RecordTables,
  readHead,
  readTables,
  tablesToAdd,
  type WrittenEntry,
  writeTables,
} from './record-tables.ts';

/** To be changed whenever the layout of the record changes: records with another layout are not read. */
const FORMAT = `utterson-${VERSION}-11`;
/** The warning about a damaged record. It concerns only the build that finds it so, and is not repeated by later ones. */
export const DAMAGED = 'The record of the last build is damaged; building anew.';

/** What a build of another process left, as far as it is still valid. */
export interface RestoredBuild {
  readonly names: InputNames;
  /** Null if there is nothing to continue. */
  readonly state: BuildState | null;
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
interface SavedRecord {
  readonly state: ChecksummedState;
  /** How many input names it has. */
  readonly namesBefore: number;
  /** Its contents, to find out what a new build has to add. */
  readonly tables: RecordTables;
}

/** A build of this process that is to be recorded. */
interface BuildToKeep extends Pick<RestoredBuild, 'documents'> {
  readonly state: BuildState;
  /** The writer's note for each file of the site, by path. */
  readonly written: ReadonlyMap<string, string>;
  /** The paths of the files that it wrote. All others are as they were found. */
  readonly touched: ReadonlySet<string>;
  /** Returns the stamp of a file that was written. */
  readonly look: (path: string) => FileStamp;
}

interface RecordCache extends Pick<BuildCache, 'folder' | 'fingerprint'> {
  readonly log: Log;
}

/** What to start from if there is no usable record. */
function nothingKept({ folder }: Pick<RecordCache, 'folder'>): RestoredBuild {
  return {
    names: new InputNames(),
    state: null,
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
export function restoreBuild(cache: RecordCache, isLeftWith: (record: string) => boolean): RestoredBuild {
  const loaded = loadBuild(recordPath(cache.folder), FORMAT);
  if (loaded.kind === 'none') {
    if (loaded.reason === 'damaged') cache.log.warn('Cache:', DAMAGED);
    return nothingKept(cache);
  }
  const { names, record } = loaded.build;
  // The fingerprint covers what the whole site depends on: configuration, environment, source and destination.
  const { fingerprint, made } = readHead(loaded.columns);
  if (fingerprint !== cache.fingerprint) return nothingKept(cache);
  const tables = { ...record, ...readTables(loaded.columns) };
  const saved = { state: loaded.state, namesBefore: names.size, tables };
  const isLeft = isLeftWith(recordName(loaded.state));
  const written = isLeft
    ? tables.written
    : new Map([...tables.written].filter(([path, entry]) => isAsLeft(path, entry)));
  const texts = new TextPack(packPath(cache.folder), LayeredMap.over(tables.index));
  const state = restoreState(tables, { isLeft, written, made, texts });
  const frontMatter = new TextPack(frontMatterPath(cache.folder), LayeredMap.over(tables.frontMatter));
  return { names, state, written, texts, documents: tables.documents, frontMatter, isLeft, saved };
}

function restoreState(
  { versions, outputs: all, destinations, readByBodies, parts }: RecordTables,
  { isLeft, written, made, texts }: Pick<RestoredBuild, 'isLeft' | 'written' | 'texts'> & { readonly made: string },
): BuildState {
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
  cache: RecordCache,
  { names, texts, frontMatter, written: before, saved }: RestoredBuild,
  { state, written, touched, look, documents }: BuildToKeep,
): string {
  const { bodies, destinations, made, record } = state;
  const tables: RecordTables = {
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
  ignoreFolder(cache.folder);
  const path = recordPath(cache.folder);
  const head = { fingerprint: cache.fingerprint, made: JSON.stringify([...made]) };
  const write = (parts: RecordTables) => (columns: ColumnWriter) => writeTables(columns, head, parts);
  const added = saved === null ? undefined : tablesToAdd(saved.tables, tables);
  const after =
    (added && saved && addToBuild(path, saved, { names, record: added }, write(added))) ??
    saveBuild(path, FORMAT, { names, record }, write(tables));
  return recordName(after);
}

/** The place of a body in its item's output, or null if it is not part of that and goes into the pack. */
const partOf = ({ memory, part }: Body): OutputPart | null => (memory === undefined ? part : memory.part) ?? null;

function packBodies(texts: TextPack, bodies: BuildState['bodies'], saved: SavedRecord | null): PackIndex {
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

function packFrontMatter(notes: TextPack, documents: RecordTables['documents'], saved: SavedRecord | null): PackIndex {
  const isLayered = documents instanceof LayeredMap;
  if (!isLayered) notes.keepOnly(new Set(documents.keys()));
  return notes.save({ mayRepack: mayRepack(isLayered, saved) });
}

/** A name that no other state of the record has. */
const recordName = ({ end, checksum }: ChecksummedState): string => `${end}:${checksum}`;

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

function entryOf(note: string, known: WrittenEntry | undefined, look: () => FileStamp): WrittenEntry | undefined {
  if (known !== undefined) return known[0] === note ? known : [note, known[1], known[2]];
  const stamp = look();
  return stamp === MISSING ? undefined : [note, stamp.size, stamp.mtimeMs];
}

function bytesOf({ text }: BodyMemory): Uint8Array {
  return typeof text === 'string' ? encodeUtf8(text) : text.bytes;
}

/** Whether a file is as the build left it. If somebody changed or removed it, or a killed process wrote only half of it, it is written again. */
function isAsLeft(destination: string, [, size, modified]: WrittenEntry): boolean {
  const stamp = stampOf(destination);
  return stamp !== MISSING && stamp.size === size && (stamp.mtimeMs === modified || isCutFrom(stamp.mtimeMs, modified));
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
