import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { InputNames, type ReadSet } from '../regenerator/reads.ts';
import { loadBuild, readReadSets, saveBuild, writeReadSets } from '../regenerator/record-file.ts';
import { type PackIndex, TextPack } from '../regenerator/text-pack.ts';
import type { ColumnReader, ColumnWriter } from '../util/columns.ts';
import { encodeUtf8 } from '../util/encoding.ts';
import type { Log } from '../util/log.ts';
import type { ReadTree } from '../util/tree.ts';
import { VERSION } from '../util/version.ts';
import { type DocumentFacts, readFacts, writeFacts } from './known-documents.ts';
import type { Body, BodyMemory, KeptState, MadePage } from './regeneration.ts';
import type { CachePlace } from './site-place.ts';

/** Changes when the layout of the notes does: a record of another layout is not read. */
const FORMAT = `utterson-${VERSION}-7`;
/** Said where a record is damaged. It is said of one build, and stands for no other. */
export const DAMAGED = 'The record of the last build is damaged; building anew.';

/** What the writer notes of a file, and the file's size and time (in nanoseconds) as the build left it. */
type WrittenEntry = readonly [note: string, size: number, modified: string];

/** What a build of another process left, as far as it still holds. */
export interface RestoredBuild {
  readonly names: InputNames;
  readonly state: KeptState;
  /** What lies in the destination, by path. */
  readonly written: ReadonlyMap<string, WrittenEntry>;
  readonly texts: TextPack;
  /** What is known of documents, by path. */
  readonly documents: ReadonlyMap<string, DocumentFacts>;
}

/** What a build of this process leaves. */
export interface BuildToKeep extends Pick<RestoredBuild, 'state' | 'documents'> {
  /** What the writer notes of each file of the site, by path. */
  readonly written: ReadonlyMap<string, string>;
  /** The files that it has written, by path; all others lie there as they were found. */
  readonly touched: ReadonlySet<string>;
}

export interface KeptBuildPlace extends Pick<CachePlace, 'folder' | 'fingerprint'> {
  readonly tree: ReadTree;
  readonly log: Log;
}

/** What there is when nothing can be taken from a build before. */
export function nothingKept({ folder }: Pick<KeptBuildPlace, 'folder'>): RestoredBuild {
  const record = { versions: new Map(), outputs: new Map<string, ReadSet>() };
  const state: KeptState = { record, bodies: new Map(), made: new Map(), destinations: new Map() };
  const texts = new TextPack(packPath(folder), new Map());
  return { names: new InputNames(), state, written: new Map(), texts, documents: new Map() };
}

/**
 * Reads the record of the build before. One that is damaged, of another version or of another configuration is not
 * believed, and an output that is not as that build left it is made again.
 *
 * @param isLeft whether somebody has looked already and found everything as it was left
 */
export function restoreBuild(place: KeptBuildPlace, isLeft: boolean): RestoredBuild {
  const loaded = loadBuild(recordPath(place.folder), FORMAT);
  if (loaded.kind === 'none') {
    if (loaded.reason === 'damaged') place.log.warn('Cache:', DAMAGED);
    return nothingKept(place);
  }
  const { build, columns } = loaded;
  const { names, record } = build;
  // What the whole site depends on: configuration, environment, source and destination.
  const [fingerprint, made = null] = columns.texts();
  if (fingerprint !== place.fingerprint) return nothingKept(place);
  const destinations = readTextMap(columns);
  const written = readWritten(columns);
  const documents = readFacts(columns);
  const readByBodies = readReadSets(columns);
  const index = readIndex(columns);
  const texts = new TextPack(packPath(place.folder), index);
  if (!isLeft) for (const [path, entry] of written) if (!isAsLeft(place.tree, path, entry)) written.delete(path);
  const outputs = new Map<string, ReadSet>();
  for (const [name, destination] of destinations) {
    const read = record.outputs.get(name);
    if (read !== undefined && written.has(destination)) outputs.set(name, read);
  }
  const bodies = new Map<string, Body>();
  for (const [name, read] of readByBodies) {
    if (index.has(name)) bodies.set(name, { read, html: () => texts.get(name, '') });
  }
  const state: KeptState = {
    record: { versions: record.versions, outputs },
    bodies,
    made: new Map(JSON.parse(made ?? '[]') as readonly (readonly [name: string, pages: readonly MadePage[]])[]),
    destinations,
  };
  return { names, state, written, texts, documents };
}

/** Writes the record for the next process, beginning with the one that was restored. */
export function keepBuild(
  { folder, fingerprint, tree }: KeptBuildPlace,
  { names, texts, written: before }: RestoredBuild,
  { state, written, touched, documents }: BuildToKeep,
): void {
  const { bodies, destinations, made, record } = state;
  for (const [name, { memory }] of bodies) if (memory !== undefined) texts.set(name, '', () => bytesOf(memory));
  texts.keepOnly(new Set(bodies.keys()));
  const index = texts.save();
  const entries = new Map<string, WrittenEntry>();
  for (const [destination, note] of written) {
    const known = touched.has(destination) ? undefined : before.get(destination);
    const status = known === undefined ? tree.status(destination) : undefined;
    if (known !== undefined) entries.set(destination, [note, known[1], known[2]]);
    else if (status !== undefined) entries.set(destination, [note, status.size, String(status.modified)]);
  }
  ignoreFolder(folder);
  saveBuild(recordPath(folder), FORMAT, { names, record }, (columns) => {
    columns.texts([fingerprint, JSON.stringify([...made])]);
    writeTextMap(columns, destinations);
    writeWritten(columns, entries);
    writeFacts(columns, documents);
    writeReadSets(columns, new Map([...bodies].map(([name, { read }]) => [name, read])));
    writeIndex(columns, index);
  });
}

function writeTextMap(columns: ColumnWriter, texts: ReadonlyMap<string, string>): void {
  columns.sharedTexts([...texts.keys()]);
  columns.sharedTexts([...texts.values()]);
}

function readTextMap(columns: ColumnReader): Map<string, string> {
  const keys = columns.sharedTexts();
  const values = columns.sharedTexts();
  return new Map(keys.map((key, index) => [key, values[index] ?? '']));
}

function writeWritten(columns: ColumnWriter, written: ReadonlyMap<string, WrittenEntry>): void {
  const all = [...written.values()];
  columns.sharedTexts([...written.keys()]);
  columns.sharedTexts(all.map(([note]) => note));
  columns.numbers(all.map(([, size]) => size));
  columns.texts(all.map(([, , modified]) => modified));
}

function readWritten(columns: ColumnReader): Map<string, WrittenEntry> {
  const paths = columns.sharedTexts();
  const notes = columns.sharedTexts();
  const sizes = columns.numbers();
  const modified = columns.texts();
  return new Map(paths.map((path, index) => [path, [notes[index] ?? '', sizes[index] ?? 0, modified[index] ?? '']]));
}

function writeIndex(columns: ColumnWriter, index: PackIndex): void {
  const all = [...index.values()];
  columns.sharedTexts([...index.keys()]);
  columns.sharedTexts(all.map(({ digest }) => digest));
  columns.numbers(all.flatMap(({ offset, length, checksum }) => [offset, length, checksum]));
}

function readIndex(columns: ColumnReader): PackIndex {
  const owners = columns.sharedTexts();
  const digests = columns.sharedTexts();
  const numbers = columns.numbers();
  return new Map(
    owners.map((owner, index) => {
      const [offset = 0, length = 0, checksum = 0] = numbers.subarray(3 * index, 3 * index + 3);
      return [owner, { digest: digests[index] ?? '', offset, length, checksum }];
    }),
  );
}

function bytesOf({ text }: BodyMemory): Uint8Array {
  return typeof text === 'string' ? encodeUtf8(text) : text.bytes;
}

/** What somebody changed or removed, or a killed process wrote only half, has to be written again. */
function isAsLeft(tree: ReadTree, destination: string, [, size, modified]: WrittenEntry): boolean {
  const status = tree.status(destination);
  return status?.size === size && String(status.modified) === modified;
}

/** Jekyll's cache folder tells git to leave it alone; so does ours. */
function ignoreFolder(folder: string): void {
  const path = `${folder}/.gitignore`;
  if (existsSync(path)) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(path, '*\n');
}

const recordPath = (folder: string): string => `${folder}/build`;
const packPath = (folder: string): string => `${folder}/bodies`;
