import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { InputNames, type ReadSet } from '../regenerator/reads.ts';
import { loadBuild, saveBuild } from '../regenerator/record-file.ts';
import { type PackIndex, TextPack } from '../regenerator/text-pack.ts';
import type { Log } from '../util/log.ts';
import type { ReadTree } from '../util/tree.ts';
import { VERSION } from '../util/version.ts';
import { type DocumentFacts, readFacts, type WrittenFacts, writeFacts } from './known-documents.ts';
import type { Body, BodyMemory, KeptState, MadePage } from './regeneration.ts';
import type { CachePlace } from './site-place.ts';

/** Changes when the layout of the notes does: a record of another layout is not read. */
const FORMAT = `utterson-${VERSION}-5`;
/** Said where a record is damaged. It is said of one build, and stands for no other. */
export const DAMAGED = 'The record of the last build is damaged; building anew.';
const BODY = 'body ';

type WrittenEntry = readonly [destination: string, note: string, size: number, modified: string];

interface Notes {
  /** What the whole site depends on: configuration, environment, source and destination. */
  readonly fingerprint: string;
  /** Where the output of each rendered item went. */
  readonly outputs: readonly (readonly [name: string, destination: string])[];
  /** What the writer notes of a file, and the file's size and time (in nanoseconds) as the build left it. */
  readonly written: readonly WrittenEntry[];
  readonly made: readonly (readonly [name: string, pages: readonly MadePage[]])[];
  readonly documents: readonly WrittenFacts[];
  readonly texts: readonly (readonly [name: string, ...entry: readonly [string, number, number, number]])[];
}

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
  const { names, record } = loaded.build;
  const notes = loaded.build.notes as Notes;
  if (notes.fingerprint !== place.fingerprint) return nothingKept(place);
  const index: PackIndex = new Map(
    notes.texts.map(([name, digest, offset, length, checksum]) => [name, { digest, offset, length, checksum }]),
  );
  const texts = new TextPack(packPath(place.folder), index);
  const present = isLeft ? notes.written : notes.written.filter((entry) => isAsLeft(place.tree, entry));
  const written = new Map(present.map((entry) => [entry[0], entry]));
  const outputs = new Map<string, ReadSet>();
  for (const [name, destination] of notes.outputs) {
    const read = record.outputs.get(name);
    if (read !== undefined && written.has(destination)) outputs.set(name, read);
  }
  const bodies = new Map<string, Body>();
  for (const name of index.keys()) {
    const read = record.outputs.get(BODY + name);
    if (read !== undefined) bodies.set(name, { read, html: () => texts.get(name, '') });
  }
  const state: KeptState = {
    record: { versions: record.versions, outputs },
    bodies,
    made: new Map(notes.made),
    destinations: new Map(notes.outputs),
  };
  return { names, state, written, texts, documents: readFacts(notes.documents) };
}

/** Writes the record for the next process, beginning with the one that was restored. */
export function keepBuild(
  { folder, fingerprint, tree }: KeptBuildPlace,
  { names, texts, written: before }: RestoredBuild,
  { state, written, touched, documents }: BuildToKeep,
): void {
  for (const [name, { memory }] of state.bodies) if (memory !== undefined) texts.set(name, '', () => bytesOf(memory));
  texts.keepOnly(new Set(state.bodies.keys()));
  const index = texts.save();
  const outputs = new Map(state.record.outputs);
  for (const [name, { read }] of state.bodies) outputs.set(BODY + name, read);
  const notes: Notes = {
    fingerprint,
    outputs: [...state.destinations],
    written: [...written].flatMap(([destination, note]): WrittenEntry[] => {
      const known = touched.has(destination) ? undefined : before.get(destination);
      if (known !== undefined) return [[destination, note, known[2], known[3]]];
      const status = tree.status(destination);
      return status === undefined ? [] : [[destination, note, status.size, String(status.modified)]];
    }),
    made: [...state.made],
    documents: writeFacts(documents),
    texts: [...index].map(([name, { digest, offset, length, checksum }]) => [name, digest, offset, length, checksum]),
  };
  ignoreFolder(folder);
  saveBuild(recordPath(folder), FORMAT, { names, record: { versions: state.record.versions, outputs }, notes });
}

function bytesOf({ text }: BodyMemory): Uint8Array {
  return typeof text === 'string' ? Buffer.from(text) : text.bytes;
}

/** What somebody changed or removed, or a killed process wrote only half, has to be written again. */
function isAsLeft(tree: ReadTree, [destination, , size, modified]: WrittenEntry): boolean {
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
