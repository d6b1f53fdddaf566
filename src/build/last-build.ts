import type { LogMessage } from '../util/log.ts';
import { readSealed, writeSealed } from '../util/sealed-file.ts';
import { PackedSigns, type Signs } from '../util/signs.ts';
import { VERSION } from '../util/version.ts';
import type { BuildResult } from './build-result.ts';
import type { CachePlace } from './site-place.ts';

/** Changes when the layout of the notes does: notes of another layout are not read. */
const FORMAT = `utterson-${VERSION}-standing-3`;

/** What a build looked at besides files, and what it said. */
export interface Notes {
  readonly fingerprint: string;
  /** Whether the same files make another site at another time. */
  readonly followsTime: boolean;
  readonly pages: number;
  /** What the build warned of: it still holds, so it is said again. */
  readonly messages: readonly LogMessage[];
  readonly warnings: readonly string[];
  readonly folders: FolderNotes;
  readonly foldersInOrder: FolderNotes;
}

type FolderNotes = readonly (readonly [path: string, sign: string])[];

/** Signs of the files and folders of a destination, by path. */
export type DestinationSigns = Pick<PackedSigns, 'get'>;

/** The files of a build: those it looked at; and those it made, with the folders they are in. */
export type BuildSigns = Readonly<Record<'files' | 'outputs', Signs>>;

/** Where the notes of the last build may be. */
export type NotedPlace = Pick<CachePlace, 'folder' | 'fingerprint'> & {
  readonly log: Pick<CachePlace['log'], 'repeat'>;
  readonly tree: Pick<CachePlace['tree'], 'areFoldersAsObserved' | 'expect'>;
};

/**
 * What the last build noted of the files it looked at and of those it made.
 *
 * This file and what it imports are all that a process loads which finds everything as it was: it takes in nothing of the site.
 */
export class LastBuild {
  readonly #place: NotedPlace;
  readonly #notes: Notes;
  readonly #files: PackedSigns;
  readonly #outputs: PackedSigns;
  #destination: DestinationSigns | 'changed' | undefined;

  private constructor(place: NotedPlace, notes: Notes, signs: Readonly<Record<'files' | 'outputs', PackedSigns>>) {
    this.#place = place;
    this.#notes = notes;
    this.#files = signs.files;
    this.#outputs = signs.outputs;
  }

  /** Reads the notes; undefined where there are none of this very site. */
  static find(place: NotedPlace): LastBuild | undefined {
    const unsealed = readSealed(pathIn(place.folder), FORMAT);
    if (unsealed.kind === 'broken') return undefined;
    const [notes, files, outputs] = unsealed.parts;
    if (notes === undefined || files === undefined || outputs === undefined) return undefined;
    const known = JSON.parse(notes.toString('utf8')) as Notes;
    if (known.fingerprint !== place.fingerprint) return undefined;
    return new LastBuild(place, known, { files: new PackedSigns(files), outputs: new PackedSigns(outputs) });
  }

  /**
   * The result of the build where it still stands: everything it looked at and everything it made is as it was, so that a build
   * would read the whole site only to find nothing to do. Its warnings are said again.
   *
   * @returns undefined where something changed, or where nobody knows
   */
  standingResult(): BuildResult | undefined {
    // The exact clock is one more module to load.
    const begin = Date.now();
    if (!this.#stands) return undefined;
    const { messages, pages, warnings } = this.#notes;
    for (const message of messages) this.#place.log.repeat(message);
    const seconds = (Date.now() - begin) / 1000;
    return { pages, warnings, seconds, rendered: new Map(), written: [], removed: [], phases: [], templates: [] };
  }

  get #stands(): boolean {
    const { folders, foldersInOrder, followsTime } = this.#notes;
    const { tree } = this.#place;
    if (followsTime) return false;
    if (!tree.areFoldersAsObserved({ folders: new Map(folders), foldersInOrder: new Map(foldersInOrder) }))
      return false;
    const unchanged = this.#files.countAsAsked();
    if (unchanged === this.#files.paths.length && this.destination !== undefined) return true;
    tree.expect(this.#files.first(unchanged));
    return false;
  }

  /** The signs of the destination, where it is as the build left it: nothing was changed, added or removed. Looked at once. */
  get destination(): DestinationSigns | undefined {
    this.#destination ??= this.#outputs.areAsWritten() ? this.#outputs : 'changed';
    return this.#destination === 'changed' ? undefined : this.#destination;
  }
}

/** Leaves notes for the next process. */
export function keepNotes(folder: string, notes: Notes, { files, outputs }: BuildSigns): void {
  const json = Buffer.from(JSON.stringify(notes));
  writeSealed(pathIn(folder), FORMAT, [json, PackedSigns.pack(files), PackedSigns.pack(outputs)]);
}

const pathIn = (folder: string): string => `${folder}/standing`;
